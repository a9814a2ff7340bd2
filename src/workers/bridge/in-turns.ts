/* Long work in a worker that others are not to wait for. */

import type { Task } from "./answer.ts";

/** Milliseconds of work before others have their turn. */
const TURN = 30;

const othersTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Works through steps that yield the share done, 0..1. Rejects with the signal's reason when it is aborted. */
export async function inTurns<T>(steps: Iterator<number, T>, { signal, progress }: Task): Promise<T> {
  let since = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - since < TURN) continue;
    progress(step.value);
    await othersTurn();
    signal.throwIfAborted();
    since = performance.now();
  }
}
