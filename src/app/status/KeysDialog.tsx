/* The keys, in a small dialog. */

import { type RefObject } from "react";
import { Dialog } from "../parts/Dialog.tsx";
import type { Commands } from "../commands.ts";
import { keyName } from "../keys.ts";

type Props = { readonly commands: Commands; readonly dialog: RefObject<HTMLDialogElement | null> };

export function KeysDialog({ commands, dialog }: Props) {
  const rows: readonly (readonly [keys: readonly string[], does: string])[] = [
    ...Object.values(commands).map(({ keys, label }) => [keys, label] as const),
    [["b"], "Hold: the photo without dots"],
    [["←", "→", "↑", "↓"], "Move the photo, or the handle in focus by 1 px"],
  ];
  return (
    <Dialog title="Keys" dialog={dialog}>
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
    </Dialog>
  );
}
