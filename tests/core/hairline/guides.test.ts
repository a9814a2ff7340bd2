/* Guides lie where the trade says they do, on heads of every size. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { unit } from "../../../src/core/geometry/vector.ts";
import {
  type GuideKind,
  type GuideParts,
  type SkinGuide,
  averageThirds,
  faceGuides,
  guideKinds,
  skinGuide,
  upperThird,
} from "../../../src/core/hairline/guides.ts";
import { hairlineHeight, hairlineOfShape } from "../../../src/core/hairline/hairline.ts";
import { type Vault, maleVault, vaultLevel, vaultPoint } from "../../../src/core/head/vault.ts";
import { GLABELLA, aboveGlabella, tape } from "../../../src/core/head/walk.ts";

const partsOf = (vault: Vault): GuideParts => ({
  vault,
  hairline: hairlineOfShape(vault, "natural"),
  thirds: averageThirds(vault),
  tape: { from: unit([0.1, 0.5, 1]), to: unit([0.7, 0.6, 0.4]) },
});
const onMan = (kind: GuideKind): SkinGuide => skinGuide(partsOf(maleVault), kind);

/** Heads within what is ever measured. */
const vaults = fc.record({
  halfLength: fc.double({ min: 88, max: 112, noNaN: true }),
  halfBreadth: fc.double({ min: 68, max: 86, noNaN: true }),
  height: fc.double({ min: 82, max: 106, noNaN: true }),
  depth: fc.double({ min: 120, max: 142, noNaN: true }),
  ear: fc.constant(maleVault.ear),
});
const everyHead = (holds: (vault: Vault) => void): void =>
  fc.assert(fc.property(vaults, holds), { seed: 20, numRuns: 25 });

test("the midline stays in the plane between left and right, from the brow to the nape", () => {
  const [curve] = onMan("midline").curves;
  expect(curve.map(([x]) => x)).toEqual(curve.map(() => 0));
  expect(curve[0][1]).toBeLessThan(0);
  expect(curve.at(-1)![2]).toBeLessThan(0);
  expect(Math.max(...curve.map(([, y]) => y))).toBeCloseTo(1, 3);
});

test("the lines of the outer corners begin at the corner and stay as far from the midline's plane as it lies", () => {
  const corner = vaultLevel(maleVault, [47, -14, 80]).direction;
  const [left, right] = onMan("canthus").curves;
  for (const i of [0, 1, 2] as const) expect(left[0][i]).toBeCloseTo(corner[i], 9);
  const [x] = vaultPoint(maleVault, corner);
  for (const d of left) expect(vaultPoint(maleVault, d)[0]).toBeCloseTo(x, 6);
  expect(right).toEqual(left.map(([x, y, z]) => [-x, y, z]));
  // A natural line's fronto-temporal point is set by it.
  const { direction } = vaultLevel(maleVault, partsOf(maleVault).hairline.points.templeLeft);
  expect(Math.min(...left.map((d) => tape(maleVault, d, direction)))).toBeLessThan(8);
});

test("the 8 cm rule crosses the midline 80 mm of tape above the glabella, on every head", () => {
  everyHead((vault) => {
    const { mm, curves } = skinGuide(partsOf(vault), "eightCm");
    const middle = curves[0].find(([x]) => Math.abs(x) < 1e-12)!;
    expect(mm).toBe(80);
    expect(Math.abs(aboveGlabella(vault, middle) - 80)).toBeLessThan(0.01);
  });
});

test("the brow-to-hairline tape goes up the midline to the line's mid point, with a mark at each centimetre", () => {
  everyHead((vault) => {
    const parts = partsOf(vault);
    const { mm, curves } = skinGuide(parts, "height");
    const [up, ...marks] = curves;
    expect(mm).toBe(hairlineHeight(vault, parts.hairline));
    expect(up[0]).toEqual(GLABELLA);
    expect(tape(vault, up.at(-1)!, vaultLevel(vault, parts.hairline.points.mid).direction)).toBeLessThan(0.1);
    // Two ends beside them.
    expect(marks).toHaveLength(Math.floor(mm!) < 70 ? 8 : 9);
    const third = marks[2].find(([x]) => Math.abs(x) < 1e-12)!;
    expect(Math.abs(aboveGlabella(vault, third) - 30)).toBeLessThan(0.01);
  });
});

test("thirds stand as straight heights: the upper one is the mean of the two of the face", () => {
  const vault = { ...maleVault, halfBreadth: maleVault.halfBreadth * 1.05 };
  const thirds = { middle: 60, lower: 70 };
  const { mm, curves } = skinGuide({ ...partsOf(vault), thirds }, "thirds");
  expect(mm).toBe(65);
  expect(curves.map(([d]) => vaultPoint(vault, d)[1])).toEqual([0, expect.closeTo(65, 9)]);
  const [nose, chin] = faceGuides(vault, thirds);
  expect(nose.curve.map(({ at }) => at[1])).toEqual(nose.curve.map(() => -60));
  expect(chin.curve.map(({ at }) => at[1])).toEqual(chin.curve.map(() => -130));
});

test("an average face's thirds lie near those that were measured of people, and grow with the head", () => {
  const { middle, lower } = averageThirds(maleVault);
  expect(Math.abs(middle - 66)).toBeLessThan(5);
  expect(Math.abs(lower - 73)).toBeLessThan(5);
  const larger = averageThirds({ ...maleVault, halfBreadth: maleVault.halfBreadth * 1.1 });
  expect(upperThird(larger) / upperThird({ middle, lower })).toBeCloseTo(1.1, 9);
});

test("the measuring tape is as long as a tape laid between its ends", () => {
  const parts = partsOf(maleVault);
  const { mm, curves } = skinGuide(parts, "tape");
  expect(mm).toBe(tape(maleVault, parts.tape.from, parts.tape.to));
  const along = curves[0].slice(1).reduce((sum, d, i) => sum + tape(maleVault, curves[0][i], d), 0);
  expect(along).toBeCloseTo(mm!, 2);
});

test("every curve of every guide is made of directions, on every head", () => {
  everyHead((vault) => {
    const curves = guideKinds.flatMap((kind) => skinGuide(partsOf(vault), kind).curves);
    expect(Math.min(...curves.map((curve) => curve.length))).toBeGreaterThan(1);
    const off = curves.flat().map(([x, y, z]) => Math.abs(x * x + y * y + z * z - 1));
    expect(Math.max(...off)).toBeLessThan(1e-9);
  });
});
