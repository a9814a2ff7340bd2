/* Thirds read off a face are those of the face, whichever way it is turned a little. */
import { expect, test } from "vitest";
import type { Vec3 } from "../../../src/core/geometry/vector.ts";
import { eyeOf, project } from "../../../src/core/head/camera.ts";
import { viewAt } from "../../../src/core/head/fit.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { FACE_POINTS } from "../../../src/core/reading/face.ts";
import { facialThirds } from "../../../src/core/reading/facial-thirds.ts";

const GLABELLA: Vec3 = [0, 0, maleVault.halfLength];
const NOSE: Vec3 = [0, -66, maleVault.halfLength + 4];
const CHIN: Vec3 = [0, -136, maleVault.halfLength - 8];

const front = viewAt(maleVault, "front", { width: 900, height: 1200, focal: 1500 }, { x: 450, y: 180 }, 400);

test.each([
  { yaw: 0, pitch: 0 },
  { yaw: 12, pitch: 0 },
  { yaw: -8, pitch: -9 },
])("66 and 70 mm are read as such within 6 mm, turned by $yaw and bowed by $pitch degrees", ({ yaw, pitch }) => {
  const view = { ...front, pose: { ...front.pose, yaw, pitch } };
  const eye = eyeOf(view.camera, view.pose);
  const face = Array.from({ length: FACE_POINTS }, (_, i) =>
    project(eye, i === 9 ? GLABELLA : i === 2 ? NOSE : i === 152 ? CHIN : [0, 0, 0]),
  );
  const { middle, lower } = facialThirds(maleVault, view, face);
  expect(Math.abs(middle - 66)).toBeLessThan(6);
  expect(Math.abs(lower - 70)).toBeLessThan(6);
});
