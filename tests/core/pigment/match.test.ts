/* What treated skin looks like from afar. */
import { expect, test } from "vitest";
import { labOf } from "../../../src/core/colour/lab.ts";
import { treatedSkin } from "../../../src/core/pigment/match.ts";
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
