/* When something of ours broke, it is told once, in one way. */

import type { SessionStore } from "../store/session.ts";
import { type Doing, failureSaying } from "./messages.ts";
import { isTooLate } from "./opening/too-late.ts";

/** Says what did not happen; nothing where nobody waits for it any more. */
export function reportFailure(session: Pick<SessionStore, "report">, doing: Doing, reason: unknown): void {
  if (!isTooLate(reason)) session.report(failureSaying(doing, reason));
}
