/* What may happen while photos are opened, at random. */
import * as fc from "fast-check";
import { aspects } from "../../../src/core/head/view.ts";
import type { Done, Step } from "./world.ts";
const letters = fc.array(fc.nat(20), { minLength: 1, maxLength: 6 });
const which = fc.nat(5);
export const step = fc.oneof(
  { weight: 5, arbitrary: letters.map((photos): Step => ({ does: "open", photos })) },
  { weight: 2, arbitrary: which.map((photo): Step => ({ does: "replace", photo })) },
  { weight: 2, arbitrary: letters.map((photos): Step => ({ does: "open plan", photos })) },
  { weight: 1, arbitrary: which.map((to): Step => ({ does: "answer", which: to })) },
  { weight: 2, arbitrary: fc.constant<Step>({ does: "new client" }) },
  { weight: 4, arbitrary: fc.constant<Step>({ does: "undo" }) },
  { weight: 2, arbitrary: fc.constant<Step>({ does: "redo" }) },
  { weight: 2, arbitrary: which.map((photo): Step => ({ does: "look", which: photo })) },
  { weight: 3, arbitrary: fc.constant<Step>({ does: "remove" }) },
  { weight: 2, arbitrary: fc.constantFrom(...aspects).map((aspect): Step => ({ does: "guess", aspect })) },
  { weight: 1, arbitrary: fc.boolean().map((follow): Step => ({ does: "follow", follow })) },
  { weight: 1, arbitrary: fc.constant<Step>({ does: "take hold" }) },
  { weight: 1, arbitrary: fc.constant<Step>({ does: "let go" }) },
  { weight: 1, arbitrary: fc.integer({ min: 30, max: 320 }).map((density): Step => ({ does: "edit", density })) },
  { weight: 1, arbitrary: fc.constant<Step>({ does: "give up" }) },
  {
    weight: 24,
    arbitrary: fc
      .tuple(which, fc.constantFrom<Done[]>("well", "well", "well", "well", "well", "fails", "dies"))
      .map(([one, how]): Step => ({ does: "end", which: one, how })),
  },
);
