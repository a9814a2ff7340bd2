/* Laws of the line all round the head, on heads of every size: in a mirror, about the ear, at the nape. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Vec3, length, subtract } from "../../../src/core/geometry/vector.ts";
import { treatedEdge } from "../../../src/core/hairline/boundary.ts";
import { withStroke } from "../../../src/core/hairline/drawn-line.ts";
import type { EdgePart } from "../../../src/core/hairline/edge.ts";
import { type Hairline, covers, hairlineOfShape, hairlineShapes } from "../../../src/core/hairline/hairline.ts";
import { withPointAt } from "../../../src/core/hairline/line-points.ts";
import { flipped, withSidesAs } from "../../../src/core/hairline/mirror.ts";
import { faultOf } from "../../../src/core/hairline/moved-point.ts";
import { aroundOf, restWithEars, templeStates, withAround } from "../../../src/core/hairline/rest.ts";
import { placeBesideEar } from "../../../src/core/head/ear.ts";
import { HEADS, grownVault } from "../../../src/core/head/scale.ts";
import { type Vault, maleVault, vaultPoint } from "../../../src/core/head/vault.ts";
import { aboveBrow, headPoint } from "../../../src/core/head/walk.ts";

const mirrored = ([x, y, z]: Vec3): Vec3 => [-x, y, z];
const heads = fc.double({ min: HEADS.least, max: HEADS.most, noNaN: true }).map((k) => grownVault(maleVault, k));
const lines = fc
  .tuple(
    heads,
    fc.constantFrom(...hairlineShapes),
    fc.constantFrom(...covers),
    fc.double({ min: 45, max: 110, noNaN: true }),
    fc.constantFrom(...templeStates),
  )
  .map(([vault, shape, cover, height, state]) => ({
    vault,
    hairline: hairlineOfShape(vault, shape, cover, height, undefined, state),
  }));
const settings = { seed: 11, numRuns: 60 };

/** A line that no mirror leaves as it is: a temple, a side of the nape and, if drawn, its points differ. */
function uneven(vault: Vault, hairline: Hairline): Hairline {
  const temple = withPointAt(vault, hairline, "templeLeft", headPoint(vault, 75, 50), false);
  return withPointAt(vault, temple, "cornerRight", [-0.4, -0.62, -0.67], false);
}

test("in a mirror twice a line is itself, and its edge is in the mirror what it was", () => {
  const law = fc.property(lines, ({ vault, hairline }) => {
    const line = uneven(vault, hairline);
    expect(flipped(flipped(line))).toEqual(line);
    const [edge, other] = [treatedEdge(vault, line), treatedEdge(vault, flipped(line))];
    expect(other.length).toBe(edge.length);
    for (const { d } of edge) {
      const off = Math.min(...other.map((one) => length(subtract(one.d, mirrored(d)))));
      expect(off).toBeLessThan(0.012);
    }
  });
  fc.assert(law, { ...settings, numRuns: 25 });
});

test("one side on both gives a line alike on both, drawn or not, and leaves that side", () => {
  const way = Array.from({ length: 40 }, (_, i) => headPoint(maleVault, 70 + i / 5, -50 + 2.5 * i));
  const drawn = withStroke(maleVault, hairlineOfShape(maleVault, "natural"), way, false).hairline;
  for (const line of [uneven(maleVault, hairlineOfShape(maleVault, "natural")), drawn]) {
    for (const side of ["left", "right"] as const) {
      const alike = withSidesAs(line, side);
      expect(flipped(alike)).toEqual(alike);
      expect(withSidesAs(alike, side === "left" ? "right" : "left")).toEqual(alike);
      const temple = side === "left" ? "templeLeft" : "templeRight";
      expect(alike.points[temple]).toEqual(line.points[temple]);
      expect(faultOf(maleVault, alike)).toBeNull();
    }
  }
});

test("the front lies above the brow, the sideburn before the ear, the nape below the lobe", () => {
  const law = fc.property(
    lines.filter(({ hairline }) => hairline.cover === "scalp"),
    ({ vault, hairline }) => {
      const edge = treatedEdge(vault, hairline);
      const of = (part: EdgePart): readonly Vec3[] => edge.filter((point) => point.part === part).map(({ d }) => d);
      for (const d of of("front")) expect(aboveBrow(vault, d)).toBeGreaterThan(30);
      // In ear lengths before its axis: its root lies at 0.17.
      for (const d of of("side").slice(0, 30)) expect(placeBesideEar(vault, d).fore).toBeGreaterThan(0.16);
      expect(Math.max(...of("ear").map((d) => placeBesideEar(vault, d).up))).toBeGreaterThan(1);
      const heights = of("nape").map((d) => vaultPoint(vault, d)[1]);
      expect(Math.min(...heights)).toBeLessThan(vault.ear.lobe.y - 15);
    },
  );
  fc.assert(law, { ...settings, numRuns: 40 });
});

test("what is asked of ear and nape is what is read, and nothing else changes", () => {
  const law = fc.property(
    heads,
    fc.double({ min: 0, max: 12, noNaN: true }),
    fc.double({ min: 0, max: 12, noNaN: true }),
    fc.double({ min: 5, max: 30, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    (vault, overEar, behindEar, napeDrop, sideburn) => {
      const line = hairlineOfShape(vault, "natural");
      const rest = withAround(vault, line.rest!, { overEar, behindEar, napeDrop, sideburn });
      const read = aroundOf(vault, rest);
      // Points are kept to a tenth of a millimetre.
      expect(Math.abs(read.overEar - overEar)).toBeLessThan(0.15);
      expect(Math.abs(read.behindEar - behindEar)).toBeLessThan(0.15);
      expect(Math.abs(read.napeDrop - napeDrop)).toBeLessThan(0.15);
      expect(Math.abs(read.sideburn - sideburn)).toBeLessThan(0.005);
      expect(faultOf(vault, { ...line, rest })).toBeNull();
      const same = withAround(vault, line.rest!, {});
      expect(same).toEqual(line.rest);
    },
  );
  fc.assert(law, settings);
});

test("where the ears move the edge goes with them, and back again", () => {
  const { rest } = hairlineOfShape(maleVault, "natural");
  const { top, lobe } = maleVault.ear;
  const ear = { top: { y: top.y + 8, z: top.z + 6 }, lobe: { y: lobe.y - 5, z: lobe.z + 3 } };
  const after: Vault = { ...maleVault, ear };
  const moved = restWithEars(maleVault, after, rest!);
  const [was, is] = [aroundOf(maleVault, rest!), aroundOf(after, moved)];
  expect(Math.abs(is.sideburn - was.sideburn)).toBeLessThan(0.005);
  expect(Math.abs(is.napeDrop - was.napeDrop)).toBeLessThan(0.2);
  const back = restWithEars(after, maleVault, moved);
  for (const [name, at] of Object.entries(back.points)) {
    expect(length(subtract(at, rest!.points[name as keyof typeof back.points]))).toBeLessThan(0.4);
  }
});
