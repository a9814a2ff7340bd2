/* A dialog with its title. The browser's own and not Base UI's: it keeps the focus within, lies over everything and
   closes with Escape by itself. */

import { type ReactNode, type RefObject, useId } from "react";

type Props = {
  readonly title: string;
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly children: ReactNode;
  /** It has closed, whichever way. */
  readonly onClose?: () => void;
};

export function Dialog({ title, dialog, children, onClose }: Props) {
  const id = useId();
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
