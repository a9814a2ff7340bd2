/* Tells of a fault that escaped: over whatever is open, since that may still be whole. */

import { useEffect, useRef } from "react";
import { words } from "../../words/words.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { watchEscaped } from "./escaped.ts";
import { FailureWays } from "./FailureWays.tsx";

export function EscapedDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => watchEscaped(window, () => dialog.current?.open || dialog.current?.showModal()), []);
  return (
    <Dialog title={words("broken.title")} dialog={dialog}>
      <FailureWays onGoOn={() => dialog.current?.close()} />
    </Dialog>
  );
}
