/* Handles under any hand: from wherever the head stands, and wherever they are dragged. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Pose } from "../../../src/core/head/camera.ts";
import {
  type FitHandlePoints,
  aspectTurns,
  fitHandlePoints,
  fitHandles,
  withFitHandle,
} from "../../../src/core/head/fit.ts";
import { fitToHandles } from "./fit-to-handles.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type Aspect, type View, aspects, plainView } from "../../../src/core/head/view.ts";

const camera = { width: 1200, height: 1600, focal: 2500 };
const viewOf = (aspect: Aspect, pose: Pose): View => plainView(aspect, camera, pose, "person");
const about = (middle: number, most: number) => fc.double({ min: middle - most, max: middle + most, noNaN: true });

/** Poses as heads are photographed from this side. */
const posed = (aspect: Aspect) => {
  const { yaw, pitch, roll } = aspectTurns[aspect];
  return fc.record({
    yaw: about(yaw, aspect === "front" ? 35 : 12),
    pitch: about(pitch, 12),
    roll: about(roll, 12),
    x: about(0, 50),
    y: about(-20, 50),
    z: about(1000, 300),
  });
};

const farthest = (a: FitHandlePoints, b: FitHandlePoints, keys: readonly (keyof FitHandlePoints)[]): number =>
  Math.max(...keys.map((key) => Math.hypot(a[key].x - b[key].x, a[key].y - b[key].y)));

describe.each(aspects)("seen from the %s", (aspect) => {
  test("brow and crown come to where any head has them, from any other, to half a per cent of its breadth", () => {
    fc.assert(
      fc.property(posed(aspect), posed(aspect), (truth, start) => {
        const wanted = fitHandlePoints(maleVault, viewOf(aspect, truth));
        const found = fitToHandles(maleVault, viewOf(aspect, start), wanted);
        expect(farthest(fitHandlePoints(maleVault, found), wanted, ["brow", "crown"])).toBeLessThan(4);
      }),
      // Sixteen from each of eight sides.
      { numRuns: 16, seed: 5, endOnFailure: true },
    );
  });

  test("however a handle is dragged, the head is whole, before the camera, and seen from the same side", () => {
    fc.assert(
      fc.property(
        posed(aspect),
        fc.array(fc.tuple(fc.constantFrom(...fitHandles), about(600, 900), about(800, 1200)), {
          minLength: 1,
          maxLength: 5,
        }),
        (start, drags) => {
          let view = viewOf(aspect, start);
          for (const [handle, x, y] of drags) view = withFitHandle(maleVault, view, handle, { x, y });
          expect(Object.values(view.pose).every(Number.isFinite)).toBe(true);
          expect(() => surfaceOf(maleVault, view)).not.toThrow();
          const points = fitHandlePoints(maleVault, view);
          expect(Object.values(points).every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
          const turn = ((view.pose.yaw - aspectTurns[aspect].yaw + 540) % 360) - 180;
          expect(Math.abs(turn)).toBeLessThanOrEqual(90);
        },
      ),
      { numRuns: 12, seed: 9, endOnFailure: true },
    );
  });
});
