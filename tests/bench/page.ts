/* All that runs in the page, built as the app is: called by bench.ts through `globalThis.bench`, part by part, so that
   its progress can be told. */

import { exportEntries, paintEntries } from "./paint.ts";
import { placeEntries } from "./place.ts";

const parts = {
  place: placeEntries,
  paint: (quick: boolean) => paintEntries(quick ? 7 : 15),
  export: (quick: boolean) => exportEntries(quick ? 7 : 15),
};

Object.assign(globalThis, { bench: parts });
export type Parts = typeof parts;
