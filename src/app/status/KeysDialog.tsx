/* The keys, in a small dialog. The browser's own dialog keeps the focus and closes with Escape. */

import { type RefObject, useId } from "react";
import type { Commands } from "../commands.ts";
import { keyName } from "../keys.ts";

type Props = { readonly commands: Commands; readonly dialog: RefObject<HTMLDialogElement | null> };

export function KeysDialog({ commands, dialog }: Props) {
  const id = useId();
  const rows: readonly (readonly [keys: readonly string[], does: string])[] = [
    ...Object.values(commands).map(({ keys, label }) => [keys, label] as const),
    [["b"], "Hold: the photo without dots"],
    [["←", "→", "↑", "↓"], "Move the photo, or the handle in focus by 1 px"],
  ];
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id}>
      <h2 id={id}>Keys</h2>
      <dl>
        {rows.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{keyName(key)}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>Shift</kbd>
          </dt>
          <dd>With an arrow key: the handle by 10 px</dd>
        </div>
      </dl>
      <form method="dialog">
        <button type="submit" className="button">
          Close
        </button>
      </form>
    </dialog>
  );
}
