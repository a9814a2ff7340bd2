/* The demo head's truth: cameras and points that its own renderer wrote, by other code than ours. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { eyeOf, project } from "../../../src/core/head/camera.ts";
import { type Pose } from "../../../src/core/head/camera.ts";
import type { Vec3 } from "../../../src/core/geometry/vector.ts";

type Known = {
  width: number;
  height: number;
  focalPx: number;
  pose: Pose;
  landmarks: Record<string, { mm: Vec3; px: [number, number] }>;
};
const viewsIn = (folder: string): [string, Known][] => {
  const told = readFileSync(path.resolve(import.meta.dirname, "../../..", folder, "demo.json"), "utf8");
  const { views }: { views: Record<string, Known> } = JSON.parse(told);
  return Object.entries(views).map(([name, view]) => [`${folder} ${name}`, view]);
};

test.each([...viewsIn("public/demo"), ...viewsIn("tests/first-demo")])("points of %s land within 0.5 px", (_, view) => {
  const eye = eyeOf({ width: view.width, height: view.height, focal: view.focalPx }, view.pose);
  expect(Object.keys(view.landmarks).length).toBeGreaterThan(15);
  for (const { mm, px } of Object.values(view.landmarks)) {
    const p = project(eye, mm);
    expect(Math.hypot(p.x - px[0], p.y - px[1])).toBeLessThan(0.5);
  }
});
