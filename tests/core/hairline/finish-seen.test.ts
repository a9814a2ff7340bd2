/* The finishes as the blind detector, which knows nothing of the plan, sees them on painted skin: against what their
   numbers ask for, and against real work (SOURCES hairline-11); and the dots in the zone where a line fades out. */
import { expect, test } from "vitest";
import { type FrontFinish, STRAYS_AT, fronts, sides } from "../../../src/core/hairline/finish.ts";
import { hairlineOfShape } from "../../../src/core/hairline/hairline.ts";
import { usualGrowth } from "../../../src/core/head/growth.ts";
import { scalpChart } from "../../../src/core/head/scalp.ts";
import { maleVault, vaultPoint } from "../../../src/core/head/vault.ts";
import { headPoint } from "../../../src/core/head/walk.ts";
import { settleThresholds } from "../../../src/core/picture/thresholds.ts";
import { perMm2 } from "../../../src/core/units.ts";
import { headFolliclesOf } from "../../pictures/head-follicles.ts";
import { finishPainter, meanLook, offAsked } from "../../report/finishes.ts";
import { spread } from "../../report/planes.ts";

const SEED = 1;
const paint = finishPainter();
const seenOf = (name: FrontFinish) => paint(fronts[name], SEED);

/** Dots of a soft line about its middle, mm, and what of the density they stand in. */
const dotsNear = (() => {
  const hairline = hairlineOfShape(maleVault, "natural", "scalp", 65, { front: fronts.soft, sides: sides.soft });
  const head = headFolliclesOf({ seed: SEED, vault: maleVault, growth: usualGrowth });
  const thresholds = head.thresholdsOnHead(maleVault, hairline, []);
  head.growFor(perMm2(STRAYS_AT), thresholds, () => false);
  settleThresholds(head.follicles, thresholds);
  const { u, v, directions, ready } = head.follicles;
  const mid = scalpChart(headPoint(maleVault, 70, 0));
  return Array.from({ length: ready }, (_, i) => i)
    .filter((i) => thresholds.from[i] < perMm2(STRAYS_AT) && Math.hypot(u[i] - mid.u, v[i] - mid.v) < 0.35)
    .map((i) => {
      const at = vaultPoint(maleVault, [directions[3 * i], directions[3 * i + 1], directions[3 * i + 2]]);
      return { at, share: thresholds.region.share(u[i], v[i]) };
    });
})();

test("a soft line looks as its numbers ask, and as real work: 8 to 11 mm wide, fainter in front", () => {
  const seen = seenOf("soft");
  const off = offAsked(seen);
  expect(off.width).toBeLessThan(0.15);
  expect(off.irregularity).toBeLessThan(0.2);
  expect(off.strays).toBeLessThan(0.25);
  expect(off.lineContrast).toBeLessThan(0.1);
  expect(seen.found.width).toBeGreaterThan(8);
  expect(seen.found.width).toBeLessThan(11);
  expect(seen.found.lineContrast).toBeGreaterThan(0.65);
  expect(seen.found.lineContrast).toBeLessThan(0.86);
});

test("a sharp line is 2.5 to 4.3 mm wide, without strays; a broken one is more ragged and has many", () => {
  const sharp = seenOf("sharp").found;
  const broken = meanLook([1, 2, 3].map((seed) => paint(fronts.broken, seed).found));
  expect(sharp.width).toBeGreaterThan(2.5);
  expect(sharp.width).toBeLessThan(4.3);
  expect(sharp.strays).toBe(0);
  expect(broken.strays).toBeGreaterThan(3);
  expect(broken.irregularity).toBeGreaterThan(1.5 * sharp.irregularity);
});

test.each([
  [0.25, 0.45],
  [0.45, 0.7],
  [0.7, 0.95],
])("dots stay evenly spread where the line fades out, at %f to %f of the density", (least, most) => {
  const apart = dotsNear
    .filter(({ share }) => share > least && share <= most)
    .map(({ at: [x, y, z], share }) => {
      const others = dotsNear.map(({ at }) => Math.hypot(at[0] - x, at[1] - y, at[2] - z)).filter((far) => far > 0);
      return Math.min(...others) * Math.sqrt(perMm2(STRAYS_AT) * share);
    });
  expect(apart.length).toBeGreaterThan(35);
  const { mean, deviation } = spread(apart);
  expect(deviation / mean).toBeLessThan(0.2);
});
