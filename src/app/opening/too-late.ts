/* What was begun for one client must not come to another. */

import type { SessionStore } from "../../store/session.ts";

/** The head for which something was begun is no longer open. */
export class TooLate extends Error {}

/** Throws TooLate where another head has been opened since `client` was. */
export function stillFor({ store }: SessionStore, client: number): void {
  if (store.getState().client !== client) throw new TooLate();
}
