/* Faults that nobody caught, as far as they are ours to tell of. */

/** Browsers say so when a layout takes two rounds; nothing is lost by it. */
const HARMLESS = /^ResizeObserver loop/;

/**
 * Calls `hear` for each fault that escapes on the page, once of each kind. What extensions do, what a browser hides
 * ("Script error."), and what was given up on purpose is none of it. Returns how to stop.
 */
export function watchEscaped(page: EventTarget, hear: () => void): () => void {
  const told = new Set<string>();
  const stop = new AbortController();
  const listening = { signal: stop.signal };
  const tell = (reason: unknown): void => {
    if (!(reason instanceof Error) || reason.name === "AbortError" || HARMLESS.test(reason.message)) return;
    const kind = `${reason.name}: ${reason.message}`;
    if (told.has(kind) || /-extension:\/\//.test(reason.stack ?? "")) return;
    told.add(kind);
    hear();
  };
  page.addEventListener("error", (event) => tell((event as ErrorEvent).error), listening);
  page.addEventListener("unhandledrejection", (event) => tell((event as PromiseRejectionEvent).reason), listening);
  return () => stop.abort();
}
