/* The shade that matches shaved sides, and what treated skin looks like from afar. */
import { expect, test } from "vitest";
import { labOf } from "../../../src/core/colour/lab.ts";
import { shadeForSides, treatedSkin } from "../../../src/core/pigment/match.ts";
import { tradeShades } from "../../../src/core/pigment/shades.ts";
import { inShade, usualPlan } from "../../../src/core/plan/plan.ts";
import { type Colour, labIn, paintedMean, patchOf } from "../../pictures/painted-patch.ts";

const skin: Colour = [0xaf, 0x88, 0x72];

test("skin from afar is as the painted patch is, to delta E 0.5 in every shade", () => {
  for (const shade of tradeShades) {
    const plan = inShade(usualPlan(), shade);
    const [afar, near] = [labOf(treatedSkin(skin, shade, plan)), labIn(paintedMean(patchOf(plan, "healed"), skin))];
    expect(Math.hypot(afar.l - near.l, afar.a - near.a, afar.b - near.b)).toBeLessThan(0.5);
  }
});

test("sides that were shaved to a shade are matched with it, whatever the density", () => {
  const bare = labOf(skin).l;
  const pairs = [120, 195, 280]
    .flatMap((density) => tradeShades.map((shade) => ({ shade, plan: { ...usualPlan(), density } })))
    .map(({ shade, plan }) => ({ shade, plan, sides: treatedSkin(skin, shade, plan) }))
    .filter(({ sides }) => bare - labOf(sides).l > 1.6);
  expect(pairs.length).toBeGreaterThan(12);
  for (const { shade, plan, sides } of pairs) expect(shadeForSides(tradeShades, skin, sides, plan)).toBe(shade);
});

test("darker stubble never asks for a fairer shade, and bare sides ask for none", () => {
  const parts = [0.9, 0.8, 0.7, 0.6].map(
    (share) =>
      shadeForSides(tradeShades, skin, [skin[0] * share, skin[1] * share, skin[2] * share], usualPlan())?.parts ?? 99,
  );
  expect(parts).toEqual(parts.toSorted((a, b) => b - a));
  expect(shadeForSides(tradeShades, skin, skin, usualPlan())).toBeNull();
});
