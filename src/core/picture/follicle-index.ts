/* Which follicles lie in a part of the scalp's chart, without asking all of them: sorted into squares of it. */

import type { ChartBox } from "../hairline/coverage.ts";
import type { Follicles } from "./follicles.ts";

/** Squares to a side of the chart, which reaches 2 units to every side of its pole. */
const SIDE = 128;
const squareAt = (x: number): number => Math.max(0, Math.min(SIDE - 1, Math.floor(((x + 2) / 4) * SIDE)));

export type FollicleIndex = {
  /** Visits all follicles that lie in a box, and some beside it, by their numbers; of those before `ready`. */
  visit(box: ChartBox, ready: number, each: (i: number) => void): void;
};

/** Nothing is sorted yet: that is done when it is asked for, and anew once more follicles stand. */
export function createFollicleIndex({ u, v }: Pick<Follicles, "u" | "v">): FollicleIndex {
  let sorted = 0;
  const begins = new Int32Array(SIDE * SIDE + 1);
  let numbers = new Int32Array(0);

  function sort(ready: number): void {
    begins.fill(0);
    const squareOf = (i: number): number => SIDE * squareAt(v[i]) + squareAt(u[i]);
    for (let i = 0; i < ready; i++) begins[squareOf(i) + 1]++;
    for (let k = 0; k < SIDE * SIDE; k++) begins[k + 1] += begins[k];
    const next = begins.slice();
    numbers = new Int32Array(ready);
    for (let i = 0; i < ready; i++) numbers[next[squareOf(i)]++] = i;
    sorted = ready;
  }

  return {
    visit({ west, east, north, south }, ready, each) {
      if (sorted !== ready) sort(ready);
      for (let row = squareAt(north); row <= squareAt(south); row++) {
        const end = begins[SIDE * row + squareAt(east) + 1];
        for (let k = begins[SIDE * row + squareAt(west)]; k < end; k++) each(numbers[k]);
      }
    },
  };
}
