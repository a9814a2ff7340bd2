/* The screen is made free for the next client. Whatever is in flight for this one ends with it, and says so. */

import type { Services } from "../services.ts";

export function leaveClient({ session, pool, viewfinder }: Services): void {
  session.close();
  pool.clear();
  viewfinder.forget();
}
