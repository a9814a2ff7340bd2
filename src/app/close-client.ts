/* The open client leaves the screen, and with that the device. */

import type { Services } from "./services.ts";

export function closeClient({ session, pool, viewfinder }: Services): void {
  session.close();
  pool.clear();
  viewfinder.forget();
}
