/* An outline bent by hand goes where the hand goes, and nowhere else. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { OUTLINE_STEP, outlinePoint, outlineRays, withOutlineAt } from "../../../src/core/head/outline.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { OUTLINE_RAYS, plainView } from "../../../src/core/head/view.ts";

const camera = { width: 1200, height: 1600, focal: 2500 };
const view = plainView("front", camera, { yaw: 10, pitch: -5, roll: 3, x: 5, y: -40, z: 900 }, "person");
const surface = surfaceOf(maleVault, view);

test("a handle ends where it is dragged along its ray, its neighbours stay, and the tracing no longer counts", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: OUTLINE_RAYS / OUTLINE_STEP - 1 }),
      fc.double({ min: 0.8, max: 1.3, noNaN: true }),
      (i, k) => {
        const ray = i * OUTLINE_STEP;
        const from = outlinePoint(surface, view, ray);
        const to = {
          x: surface.centre.x + k * (from.x - surface.centre.x),
          y: surface.centre.y + k * (from.y - surface.centre.y),
        };
        const bent = withOutlineAt(surface, view, ray, to);
        const at = outlinePoint(surface, bent, ray);
        expect(Math.hypot(at.x - to.x, at.y - to.y)).toBeLessThan(0.5);
        expect(bent.outline[(ray + OUTLINE_STEP) % OUTLINE_RAYS]).toBe(1);
        expect(bent.outline[(ray - OUTLINE_STEP + OUTLINE_RAYS) % OUTLINE_RAYS]).toBe(1);
        expect(bent.traced).toBe(false);
        // Dots follow it: the surface's own edge on that ray is there too.
        const edge = surfaceOf(maleVault, bent);
        const [dx, dy] = [to.x - edge.centre.x, to.y - edge.centre.y];
        const reached = edge.outlineRatio(dx, dy) * edge.limbDistance(dx, dy);
        expect(Math.abs(reached - Math.hypot(dx, dy))).toBeLessThan(2);
      },
    ),
    { numRuns: 40, seed: 2, endOnFailure: true },
  );
});

test("it is never torn: beyond what a skull can be it stops", () => {
  const far = withOutlineAt(surface, view, 0, { x: surface.centre.x, y: -9000 });
  const through = withOutlineAt(surface, view, 0, { x: surface.centre.x, y: 9000 });
  expect(Math.max(...far.outline)).toBe(1.6);
  expect(Math.min(...through.outline)).toBe(0.6);
});

test("handles stand where scalp ends, and where the photo shows it", () => {
  const rays = outlineRays(surface, view);
  expect(rays).toContain(0);
  expect(rays).not.toContain(OUTLINE_RAYS / 2);
  expect(rays.length).toBeGreaterThan(10);
  const cut = { ...view, pose: { ...view.pose, y: -330 } };
  expect(outlineRays(surfaceOf(maleVault, cut), cut).length).toBeLessThan(rays.length);
});
