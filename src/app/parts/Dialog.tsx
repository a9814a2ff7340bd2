/* A dialog with its title. The browser's own keeps the focus and closes with Escape. */

import { type ReactNode, type RefObject, useId } from "react";

type Props = {
  readonly title: string;
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly children: ReactNode;
};

export function Dialog({ title, dialog, children }: Props) {
  const id = useId();
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
