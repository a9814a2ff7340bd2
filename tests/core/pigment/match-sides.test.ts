/* Shade, strength, density and undertone that bring treated skin to the client's own sides, and where they stop. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { labOf } from "../../../src/core/colour/lab.ts";
import type { Rgb } from "../../../src/core/colour/linear.ts";
import { treatedSkin } from "../../../src/core/pigment/match.ts";
import { type Having, MATCHED, leftBetween, matchSides } from "../../../src/core/pigment/match-sides.ts";
import { tradeShades } from "../../../src/core/pigment/shades.ts";
import { undertones } from "../../../src/core/pigment/undertone.ts";
import { DENSITY, usualPlan } from "../../../src/core/plan/plan.ts";

const skin: Rgb = [0xaf, 0x88, 0x72];
const plan = usualPlan();
const having: Having = { ladder: tradeShades, hair: null, usual: DENSITY.usual };
/** The skin with so much of its light taken, per channel alike. */
const darker = (light: number): Rgb => [skin[0] * light, skin[1] * light, skin[2] * light];

const law = fc.record({
  shade: fc.constantFrom(...tradeShades),
  strength: fc.integer({ min: 8, max: 14 }).map((tenths) => tenths / 10),
  density: fc.constantFrom(130, 160, 190, 215),
  undertone: fc.constantFrom(...undertones),
});

test("sides that are treated skin themselves are matched within L* 1.5 and a*, b* 2", () => {
  fc.assert(
    fc.property(law, ({ shade, strength, density, undertone }) => {
      const own = { ...plan, density, undertone, dot: { ...plan.dot, strength } };
      const sides = treatedSkin(skin, shade, own);
      fc.pre(labOf(skin).l - labOf(sides).l > 1.6 && labOf(skin).l - labOf(sides).l < 10.5);
      const match = matchSides(skin, sides, plan, having);
      expect(match?.limit).toBeNull();
      expect(Math.abs(match?.left.l ?? 99)).toBeLessThan(MATCHED.l);
      expect(Math.max(Math.abs(match?.left.a ?? 99), Math.abs(match?.left.b ?? 99))).toBeLessThan(MATCHED.ab);
    }),
    { seed: 7, numRuns: 12 },
  );
});

test("what is left is what treated skin and sides differ by", () => {
  const sides = darker(0.85);
  const match = matchSides(skin, sides, plan, having);
  expect(match).not.toBeNull();
  const own = match && { ...plan, ...match, dot: { ...plan.dot, strength: match.strength } };
  expect(own && leftBetween(treatedSkin(skin, own.shade, own), sides)).toEqual(match?.left);
});

test("bare sides ask for nothing; darker stubble is never left fairer than fairer stubble is", () => {
  expect(matchSides(skin, darker(0.99), plan, having)).toBeNull();
  const reached = [0.92, 0.88, 0.84, 0.8].map((light) => {
    const match = matchSides(skin, darker(light), plan, having);
    return labOf(darker(light)).l + (match?.left.l ?? 0);
  });
  expect(reached).toEqual(reached.toSorted((a, b) => b - a));
});

test("so dark as to look like a cap is not followed, and neither is what the ladder cannot do", () => {
  const far = matchSides(skin, darker(0.6), plan, having);
  expect(far?.limit).toBe("unwise");
  expect(far?.left.l).toBeGreaterThan(MATCHED.l);
  const fair = matchSides(skin, darker(0.82), plan, { ...having, ladder: [{ parts: 60, name: "" }] });
  expect(fair?.limit).toBe("cannot");
});

test("for fair and grey hair little is proposed, whatever the sides", () => {
  for (const hair of ["blond", "grey", "white"] as const) {
    for (const light of [1.03, 0.97, 0.85]) {
      const match = matchSides(skin, darker(light), plan, { ...having, hair });
      expect(match?.limit).toBe("fair");
      const treated = labOf(darker(light)).l + (match?.left.l ?? 0);
      expect(labOf(skin).l - treated).toBeLessThan(5);
    }
  }
});
