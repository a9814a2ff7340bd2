/* Handles, pose and surface belong together: what one says, the others repeat. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { allHandles } from "../../../src/core/head/handles.ts";
import { fitToHandles } from "./fit-to-handles.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type View, bareOutline, plainView } from "../../../src/core/head/view.ts";
import { unit } from "../../../src/core/geometry/vector.ts";

const view = (yaw: number, pitch: number, roll: number): View => ({
  ...plainView(
    "front",
    { width: 1200, height: 1600, focal: 2500 },
    { yaw, pitch, roll, x: 5, y: -40, z: 900 },
    "guess",
  ),
  outline: bareOutline.map((_, i) => 1 + 0.03 * Math.sin(i / 5)),
});
const turn = fc.tuple(
  fc.double({ min: -35, max: 35, noNaN: true }),
  fc.double({ min: -20, max: 20, noNaN: true }),
  fc.double({ min: -12, max: 12, noNaN: true }),
);

test("a pose is found again from its handles, starting straight ahead", () => {
  fc.assert(
    fc.property(turn, ([yaw, pitch, roll]) => {
      const truth = { ...view(yaw, pitch, roll), outline: bareOutline };
      const start = { ...view(0, 0, 0), outline: bareOutline };
      const found = fitToHandles(maleVault, start, allHandles(maleVault, truth));
      expect(Math.abs(found.pose.yaw - yaw)).toBeLessThan(1.5);
      expect(Math.abs(found.pose.pitch - pitch)).toBeLessThan(1.5);
      expect(Math.abs(found.pose.roll - roll)).toBeLessThan(1.5);
    }),
    { numRuns: 10, seed: 7 },
  );
});

test("image to surface and back returns to the same pixel within 0.01 px", () => {
  const surface = surfaceOf(maleVault, view(20, -10, 4));
  let tried = 0;
  for (let i = 0; i < 400; i++) {
    const p = surface.toImage(unit([Math.sin(i * 1.3), Math.cos(i * 2.7), Math.sin(i * 0.71 + 1)]));
    if (p.facing < 0.06) continue;
    tried++;
    const q = surface.toImage(surface.fromImage(p));
    expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeLessThan(0.01);
  }
  expect(tried).toBeGreaterThan(100);
});
