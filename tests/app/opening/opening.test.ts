/* Whatever is opened, added, undone and left, and however slowly or badly it is answered: no photo comes into a record
   that it was not chosen for, and none is lost without a sentence that names it. */
import * as fc from "fast-check";
import { expect, test, vi } from "vitest";
import { step } from "./steps.ts";
import { startWorld } from "./world.ts";

// No other tab is open.
vi.stubGlobal("addEventListener", () => {});

test("no photo in a wrong record, none lost without a sentence that names it", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: "max" }), async (steps) => {
      const world = startWorld();
      for (const one of steps) await world.take(one);
      await world.comeToRest();
      const faults = world.faults();
      world.stop();
      expect(faults).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
