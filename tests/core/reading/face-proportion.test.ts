/* A face's breadth to its height, and what of it is a photo's. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Pose } from "../../../src/core/head/camera.ts";
import { type Face, FACE_POINTS } from "../../../src/core/reading/face.ts";
import { outOfProportion } from "../../../src/core/reading/face-proportion.ts";

const straight: Pose = { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 900 };

/** A face so broad for its height, stretched across, then tilted by a cosine and a sine. */
function faceOf(broad: number, stretched: number, [c, s]: readonly [number, number] = [1, 0]): Face {
  const at: Readonly<Record<number, readonly [number, number]>> = {
    454: [50 * broad, 40],
    234: [-50 * broad, 40],
    10: [0, 0],
    152: [0, 100],
  };
  return Array.from({ length: FACE_POINTS }, (_, i) => {
    const [x, y] = at[i] ?? [0, 50];
    return { x: stretched * (x * c - y * s), y: x * s + y * c };
  });
}

test("faces as they are have nothing said of them, however the head is tilted", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.8, max: 0.9, noNaN: true }), fc.constantFrom([1, 0], [0.8, 0.6]), (broad, tilt) => {
      expect(outOfProportion(faceOf(broad, 1, tilt), straight)).toBeNull();
    }),
  );
});

test("an average one squeezed or stretched by an eighth and more is told", () => {
  expect(outOfProportion(faceOf(0.84, 0.875), straight)).toBe("narrow");
  expect(outOfProportion(faceOf(0.84, 1.125), straight)).toBe("broad");
});

test("a face that is turned or bowed is not judged", () => {
  expect(outOfProportion(faceOf(0.84, 0.8), { ...straight, yaw: 20 })).toBeNull();
  expect(outOfProportion(faceOf(0.84, 0.8), { ...straight, pitch: -35 })).toBeNull();
});
