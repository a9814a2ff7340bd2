/* What happens when the page may be about to go: what is still to be written is written, and leaving asks, but only
   while something would be lost. */

/**
 * Calls `flush` whenever `page` (the window) may be about to go. Returns how to say whether all is safe now: unless it
 * is, the browser asks before it leaves. A page that could always ask is not kept for a swipe back (Firefox), so it is
 * told anew each time.
 */
export function guardLeaving(page: EventTarget, flush: () => void): (safe: boolean) => void {
  const ask = (event: Event): void => {
    flush();
    event.preventDefault();
  };
  // On phones a page that was hidden may never be told anything again.
  page.addEventListener("visibilitychange", flush);
  page.addEventListener("pagehide", flush);
  return (safe) => (safe ? page.removeEventListener("beforeunload", ask) : page.addEventListener("beforeunload", ask));
}
