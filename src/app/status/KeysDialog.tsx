/* The keys, in a small dialog. */

import { type RefObject } from "react";
import { words } from "../../words/words.ts";
import { Dialog } from "../parts/Dialog.tsx";
import type { Commands } from "../commands.ts";
import { keyName } from "../keys.ts";

type Props = { readonly commands: Commands; readonly dialog: RefObject<HTMLDialogElement | null> };

export function KeysDialog({ commands, dialog }: Props) {
  const rows: readonly (readonly [keys: readonly string[], does: string])[] = [
    ...Object.values(commands).map(({ id, keys }) => [keys, words(`command.${id}`)] as const),
    [["b"], words("keys.before")],
    [["←", "→", "↑", "↓"], words("keys.move")],
    [["+", "-"], words("keys.size")],
    [["[", "]"], words("keys.roll")],
  ];
  return (
    <Dialog title={words("keys.title")} dialog={dialog}>
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
            <kbd>{words("keys.name.shift")}</kbd>
          </dt>
          <dd>{words("keys.farther")}</dd>
        </div>
        <div>
          <dt>
            <kbd>{words("keys.name.alt")}</kbd>
          </dt>
          <dd>{words("keys.wheel")}</dd>
        </div>
      </dl>
      <form method="dialog">
        <button type="submit" className="button">
          {words("button.close")}
        </button>
      </form>
    </Dialog>
  );
}
