/* The outline against the person's edge, on masks drawn about the vault: nowhere beside the person, wherever it began,
   and the skull's where an ear stands out. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Surface, surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type Outline, OUTLINE_RAYS, bareOutline, plainView } from "../../../src/core/head/view.ts";
import { type Silhouette, depthAt, silhouetteOf } from "../../../src/core/reading/silhouette.ts";
import { withinPerson } from "../../../src/core/reading/within-person.ts";

const camera = { width: 192, height: 256, focal: 480 };
const view = plainView("front", camera, { yaw: 0, pitch: 0, roll: 0, x: 0, y: -40, z: 900 }, "known");
const bare = surfaceOf(maleVault, view);

/** The person whose edge is `ratioAt` times as far out as the limb, degrees clockwise from straight up. */
function personOf(ratioAt: (degrees: number) => number): Silhouette {
  const { centre, limbDistance } = bare;
  const data = Uint8Array.from({ length: camera.width * camera.height }, (_, i) => {
    const [x, y] = [(i % camera.width) + 0.5 - centre.x, Math.floor(i / camera.width) + 0.5 - centre.y];
    const degrees = ((Math.atan2(x, -y) * 180) / Math.PI + 360) % 360;
    return Math.hypot(x, y) < limbDistance(x, y) * ratioAt(degrees) ? 255 : 0;
  });
  const silhouette = silhouetteOf({ width: camera.width, height: camera.height, data });
  if (!silhouette) throw new Error("no person was found");
  return silhouette;
}

/** How far the outline leaves the person, px, at its worst, degree by degree. */
function beside(silhouette: Silhouette, outline: Outline): number {
  const { centre, limbDistance, outlineRatio }: Surface = surfaceOf(maleVault, { ...view, outline });
  const depths = Array.from({ length: 360 }, (_, degrees) => {
    const [dx, dy] = [Math.sin((degrees * Math.PI) / 180), -Math.cos((degrees * Math.PI) / 180)];
    const r = outlineRatio(dx, dy) * limbDistance(dx, dy);
    return depthAt(silhouette, centre.x + r * dx, centre.y + r * dy);
  });
  return -Math.min(...depths);
}

test("is nowhere beside the person, and on its edge where that is smooth", () => {
  const edges = fc.record({
    size: fc.double({ min: 0.9, max: 1.1, noNaN: true }),
    wave: fc.double({ min: 0, max: 0.04, noNaN: true }),
    phase: fc.integer({ min: 0, max: 359 }),
    out: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
  });
  fc.assert(
    fc.property(edges, ({ size, wave, phase, out }) => {
      const ratioAt = (degrees: number) => size + wave * Math.sin(((2 * degrees + phase) * Math.PI) / 180);
      const silhouette = personOf(ratioAt);
      const wide = bareOutline.map((_, i) => ratioAt((i * 360) / OUTLINE_RAYS) + out);
      const drawn = withinPerson(maleVault, view, silhouette, wide);
      expect(beside(silhouette, drawn)).toBeLessThan(0.7);
      const upper = drawn.filter((_, i) => i < 14 || i > OUTLINE_RAYS - 14);
      const truth = bareOutline
        .map((_, i) => ratioAt((i * 360) / OUTLINE_RAYS))
        .filter((_, i) => i < 14 || i > OUTLINE_RAYS - 14);
      expect(Math.max(...upper.map((k, i) => truth[i] - k))).toBeLessThan(0.04);
      expect(drawn.every((k, i) => k <= wide[i] + 0.001)).toBe(true);
    }),
    { seed: 31, numRuns: 12 },
  );
});

test("an ear is cut off where it begins, and the skull above it is left", () => {
  const isEar = (degrees: number) => Math.abs(degrees - 105) < 12 || Math.abs(degrees - 255) < 12;
  const silhouette = personOf((degrees) => (isEar(degrees) ? 1.13 : 1));
  const wide = bareOutline.map((_, i) => (isEar((i * 360) / OUTLINE_RAYS) ? 1.13 : 1));
  const drawn = withinPerson(maleVault, view, silhouette, wide);
  expect(Math.max(...drawn)).toBeLessThan(1.03);
  expect(Math.min(...drawn.slice(0, 15))).toBeGreaterThan(0.95);
});
