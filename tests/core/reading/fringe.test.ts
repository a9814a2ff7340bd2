/* The fringe is proposed where hair is known to begin, by photos that see it; and not where there is none. */
import { expect, test } from "vitest";
import { atan2 } from "../../../src/core/geometry/exact.ts";
import type { Vec3 } from "../../../src/core/geometry/vector.ts";
import { canBeDrawn } from "../../../src/core/hairline/boundary.ts";
import { type Surface, surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault, vaultLevel } from "../../../src/core/head/vault.ts";
import { type Aspect, plainView } from "../../../src/core/head/view.ts";
import { restOf } from "../../../src/core/hairline/hairline.ts";
import { usualPlan } from "../../../src/core/plan/plan.ts";
import { type Fringe, readFringe, withFringe } from "../../../src/core/reading/fringe.ts";
import type { Hair } from "../../../src/core/reading/hair.ts";

const camera = { width: 600, height: 800, focal: 1000 };
const seenFrom = (aspect: Aspect, yaw: number, pitch: number): Surface =>
  surfaceOf(maleVault, plainView(aspect, camera, { yaw, pitch, roll: 0, x: 0, y: 0, z: 700 }, "known"));

/** How high a place is above the level of the head's middle, and its turn from the face, degrees. */
const upOf = ([x, y, z]: Vec3): number => atan2(y, Math.sqrt(x * x + z * z));
const turnOf = ([x, , z]: Vec3): number => atan2(x, z);

/** A reading in squares of 8 px: hair below this height on the head behind its front, skin elsewhere. */
function hairBelow(surface: Surface, height: (turn: number) => number, stubble: boolean): Hair {
  const [width, height_] = [camera.width / 8, camera.height / 8];
  const grown = new Uint8Array(width * height_);
  for (let i = 0; i < grown.length; i++) {
    const d = surface.fromImage({ x: 8 * (i % width) + 4, y: 8 * Math.floor(i / width) + 4 });
    if (Math.abs(turnOf(d)) > 45 && upOf(d) < height(turnOf(d))) grown[i] = 255;
  }
  const none = new Uint8Array(grown.length);
  const coarse = {
    width,
    height: height_,
    shrink: 8,
    hair: stubble ? none : grown,
    stubble: stubble ? grown : none,
  };
  return { left: 0, top: 0, width: 1, height: 1, shrink: 8, alpha: new Uint8Array(1), coarse };
}

const left = seenFrom("left", -90, 0);
const right = seenFrom("right", 90, 0);
const back = seenFrom("back", 180, 0);
const level = () => 24;
const sides: readonly (keyof Fringe)[] = [
  "fringeFrontLeft",
  "fringeSideLeft",
  "fringeBackLeft",
  "fringeFrontRight",
  "fringeSideRight",
  "fringeBackRight",
];

test.each([false, true])("by three photos it lies where hair begins, of stubble too (%s)", (stubble) => {
  const heads = [left, right, back].map((surface) => ({ surface, hair: hairBelow(surface, level, stubble) }));
  const fringe = readFringe(maleVault, heads);
  for (const name of [...sides, "fringe"] as const) expect(Math.abs(upOf(fringe![name]) - 24)).toBeLessThan(3);
});

test("what no photo shows is as on the other side", () => {
  const slanted = (turn: number): number => 30 - 0.1 * (Math.abs(turn) - 60);
  const fringe = readFringe(
    maleVault,
    [left].map((surface) => ({ surface, hair: hairBelow(surface, slanted, false) })),
  )!;
  for (const name of ["fringeSide", "fringeBack"] as const) {
    const [seen, other] = [fringe[`${name}Left`], fringe[`${name}Right`]];
    expect(Math.abs(upOf(seen) - slanted(turnOf(seen)))).toBeLessThan(3);
    expect(other[0]).toBeCloseTo(-seen[0], 6);
    expect(upOf(other)).toBeCloseTo(upOf(seen), 6);
  }
});

test("a head without hair has none, nor one that is hair all over", () => {
  const bare = hairBelow(left, () => -90, false);
  const full = hairBelow(left, () => 91, false);
  expect(readFringe(maleVault, [{ surface: left, hair: bare }])).toBeNull();
  expect(readFringe(maleVault, [{ surface: left, hair: full }])).toBeNull();
  expect(readFringe(maleVault, [])).toBeNull();
});

test("the line that is proposed covers the top up to it, and can be drawn", () => {
  const heads = [left, right, back].map((surface) => ({ surface, hair: hairBelow(surface, level, false) }));
  const fringe = readFringe(maleVault, heads)!;
  const line = withFringe(maleVault, usualPlan().hairline, fringe);
  expect(line.cover).toBe("top");
  expect(canBeDrawn(maleVault, line)).toBe(true);
  const { points } = restOf(maleVault, line);
  for (const name of sides)
    expect(Math.abs(upOf(vaultLevel(maleVault, points[name]).direction) - upOf(fringe[name]))).toBeLessThan(1);
  // Proposed again, nothing moves.
  expect(withFringe(maleVault, line, fringe).rest?.points).toEqual(points);
});
