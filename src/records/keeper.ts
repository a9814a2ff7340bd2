/* Keeps what changes all the time: soon, the newest alone, and one write after the other. */

import type { Result } from "../core/result.ts";

/** How it stands with the newest: written, still to be written, or not to be written and why. */
export type Keeping<F> =
  | { readonly state: "kept" }
  | { readonly state: "waiting" }
  | { readonly state: "failed"; readonly reason: F };

export type Keeper<T> = {
  /** This is the newest now, to be written within a second. */
  readonly keep: (newest: T) => void;
  /** Writes at once what is still to be written: the page may be about to go. */
  readonly flush: () => void;
};

/** Milliseconds between two writes: so that a slider in motion is not written with each frame. */
const PAUSE = 400;

/**
 * `first` stands written already. `write` must not reject; what it could not write is tried again with the next change.
 * `onKeeping` is told whenever it stands otherwise.
 */
export function createKeeper<T, F>(
  first: T,
  write: (newest: T) => Promise<Result<unknown, F>>,
  onKeeping: (keeping: Keeping<F>) => void,
): Keeper<T> {
  let newest = first;
  let written = first;
  let writing = false;
  let urgent = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function next(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (writing) return;
    writing = true;
    urgent = false;
    const taken = newest;
    const result = await write(taken);
    writing = false;
    if (result.ok) written = taken;
    if (newest !== taken && urgent) void next();
    else if (newest !== taken) soon();
    if (!result.ok) onKeeping({ state: "failed", reason: result.reason });
    else if (newest === written) onKeeping({ state: "kept" });
  }

  function soon(): void {
    timer ??= setTimeout(() => void next(), PAUSE);
  }

  return {
    keep(value) {
      if (value === newest) return;
      newest = value;
      onKeeping({ state: "waiting" });
      if (!writing) soon();
    },
    flush() {
      urgent = true;
      if (newest !== written) void next();
    },
  };
}
