/* Whatever is opened, added, undone and left, and however slowly or badly it is answered: no photo comes into a record
   that it was not chosen for, and none is lost without a sentence that names it. */
import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { step } from "./steps.ts";
import { type Step, startWorld } from "./world.ts";

/** A plan knows a photo that is being read, and is undone before that has been read. */
const UNDONE: readonly Step[] = [
  { does: "open", photos: [15] },
  { does: "open plan", photos: [4, 5] },
  { does: "end", which: 0, how: "well" },
  { does: "open plan", photos: [15, 0] },
  { does: "end", which: 0, how: "well" },
  { does: "end", which: 0, how: "well" },
  { does: "open", photos: [16] },
  { does: "undo" },
  { does: "end", which: 0, how: "well" },
  { does: "undo" },
];

// No other tab is open.
vi.stubGlobal("addEventListener", () => {});

test("no photo in a wrong record, none lost without a sentence that names it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: "max" }), async (steps) => {
      const world = startWorld();
      for (const one of steps) await world.take(one);
      await world.comeToRest();
      const faults = world.faults();
      world.stop();
      expect(faults).toEqual([]);
    }),
    { numRuns: 100, examples: [[[...UNDONE]]] },
  );
});
