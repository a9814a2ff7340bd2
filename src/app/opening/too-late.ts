/* What was begun for one client must not come to another. */

import type { SessionStore } from "../../store/session.ts";
import { WorkerGone } from "../../workers/bridge/worker-gone.ts";

/** The head for which something was begun is no longer open. */
export class TooLate extends Error {}

/** Throws TooLate where another head has been opened since `client` was. */
export function stillFor({ store }: SessionStore, client: number): void {
  if (store.getState().client !== client) throw new TooLate();
}

/** Whether what was begun is for nobody any more: the head is not open, and its worker was let go with it. */
export const isTooLate = (reason: unknown): boolean =>
  reason instanceof TooLate || (reason instanceof WorkerGone && reason.kind === "closed");
