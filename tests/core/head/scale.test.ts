/* The scale: whatever it rests on, the picture of the head stays
   where it is, and a length that is known comes out as known. */
import { describe, expect, test } from "vitest";
import { fitHandlePoints } from "../../../src/core/head/fit.ts";
import {
  type Scale,
  HEADS,
  averageHead,
  keptSize,
  eyesOnHead,
  measuredHead,
  rulerLength,
  sizeBy,
  uncertainty,
} from "../../../src/core/head/scale.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { UNNAMED_PHOTO, plainView } from "../../../src/core/head/view.ts";
import { GLABELLA, aboveBrow, acrossMidline, headPoint, tape, walk } from "../../../src/core/head/walk.ts";
import { hairlineHeight } from "../../../src/core/hairline/hairline.ts";
import { type Document, newDocument, withScale } from "../../../src/core/plan/document.ts";

const document: Document = newDocument({
  ...plainView(
    "front",
    { width: 1200, height: 1600, focal: 2600 },
    { yaw: 8, pitch: -12, roll: 3, x: 10, y: -30, z: 900 },
    "person",
  ),
  traced: false,
  eyes: { pupils: 200, iris: 37 },
  ruler: { from: { x: 520, y: 520 }, to: { x: 760, y: 500 } },
});
const scales: readonly Scale[] = [
  measuredHead(149),
  { source: "face", photo: UNNAMED_PHOTO },
  { source: "pupils", photo: UNNAMED_PHOTO, mm: 60 },
  { source: "iris", photo: UNNAMED_PHOTO },
  { source: "ruler", photo: UNNAMED_PHOTO, mm: 79 },
];

test.each(scales)(
  "by $source: the head stays where it is in the photo, and saying it twice changes nothing more",
  (scale) => {
    const sized = withScale(document, scale);
    const [before, after] = [document, sized].map(({ vault, views: [view] }) => fitHandlePoints(vault, view));
    for (const handle of ["brow", "crown", "left", "right"] as const) {
      expect(Math.hypot(after[handle].x - before[handle].x, after[handle].y - before[handle].y)).toBeLessThan(0.01);
    }
    const [line, lineAfter] = [document, sized].map(({ vault, plans: [plan] }) => hairlineHeight(vault, plan.hairline));
    expect(lineAfter / line).toBeCloseTo(sized.vault.halfBreadth / maleVault.halfBreadth, 2);
    const twice = withScale(sized, scale);
    expect(twice.vault.halfBreadth).toBeCloseTo(sized.vault.halfBreadth, 6);
  },
);

describe("what is known comes out as known", () => {
  test("a measured breadth", () => {
    expect(2 * withScale(document, measuredHead(149)).vault.halfBreadth).toBeCloseTo(149, 6);
  });
  test("the pupils' distance", () => {
    const {
      vault,
      views: [view],
    } = withScale(document, { source: "pupils", photo: UNNAMED_PHOTO, mm: 64 });
    expect(eyesOnHead(vault, view)?.pupils).toBeCloseTo(64, 6);
  });
  test("what the ruler spans", () => {
    const {
      vault,
      views: [view],
    } = withScale(document, { source: "ruler", photo: UNNAMED_PHOTO, mm: 84 });
    expect(rulerLength(surfaceOf(vault, view), view, view.ruler!)).toBeCloseTo(84, 6);
  });
});

test("a head larger than any or smaller than any is not believed", () => {
  for (const [mm, most] of [
    [300, HEADS.most],
    [20, HEADS.least],
  ] as const) {
    const { vault } = withScale(document, { source: "ruler", photo: UNNAMED_PHOTO, mm });
    expect(vault.halfBreadth / maleVault.halfBreadth).toBeCloseTo(most, 6);
  }
});

test("where no eyes were seen, they give no scale", () => {
  const blind = { ...document, views: [{ ...document.views[0], eyes: null, ruler: null }] };
  for (const scale of [scales[1], scales[2], scales[3], scales[4]]) {
    expect(sizeBy(blind.vault, blind.views, scale)).toBeNull();
    expect(withScale(blind, scale).vault.halfBreadth).toBe(maleVault.halfBreadth);
  }
});

test("a place is as high and as far from the midline as the way to it", () => {
  for (const [above, across] of [
    [65, 58],
    [20, -30],
    [100, 12],
    [0, 120],
  ]) {
    const d = headPoint(maleVault, above, across);
    expect(aboveBrow(maleVault, d)).toBeCloseTo(above, 0);
    expect(acrossMidline(maleVault, d)).toBeCloseTo(across, 0);
  }
  expect(aboveBrow(maleVault, walk(maleVault, GLABELLA, [0, 1, 0], -20))).toBeCloseTo(-20, 0);
});

test("a tape is as long as the walk that it measures", () => {
  for (const mm of [20, 65, 120]) expect(tape(maleVault, GLABELLA, headPoint(maleVault, mm, 0))).toBeCloseTo(mm, 1);
});

test("in the next photo of the same client the head is as large, and as surely so", () => {
  const sized = withScale(document, { source: "face", photo: UNNAMED_PHOTO });
  const kept = keptSize(sized.vault, sized.scale);
  const next = withScale({ ...sized, views: [{ ...sized.views[0], eyes: null }] }, kept);
  expect(next.vault).toEqual(sized.vault);
  expect(uncertainty(kept)).toBe(uncertainty({ source: "face", photo: UNNAMED_PHOTO }));
});

test("a measured length is surer than an average", () => {
  expect(uncertainty(measuredHead(149))).toBeLessThan(uncertainty(averageHead));
  expect(uncertainty({ source: "pupils", photo: UNNAMED_PHOTO, mm: 61 })).toBeLessThan(
    uncertainty({ source: "pupils", photo: UNNAMED_PHOTO, mm: 63 }),
  );
});
