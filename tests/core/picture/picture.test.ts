/* The laws of the picture: exact density, dots that never move,
   pixels that never change outside, and the same bytes again. */
import { expect, test } from "vitest";
import { usualGrowth } from "../../../src/core/head/growth.ts";
import { scalpDirection } from "../../../src/core/head/scalp.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault, vaultPoint } from "../../../src/core/head/vault.ts";
import { plainView } from "../../../src/core/head/view.ts";
import { pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { newDocument } from "../../../src/core/plan/document.ts";
import { usualPlan } from "../../../src/core/plan/plan.ts";
import { type Scene, sceneOf, viewOf } from "../../../src/core/plan/scene.ts";
import { renderPicture } from "../../../src/core/picture/picture.ts";
import { MARK } from "../../../src/core/stipple/stipple.ts";
import { headFolliclesOf } from "../../pictures/head-follicles.ts";
import { shownDots } from "../../pictures/shown-dots.ts";

const top = (density: number, pitch = -80): Scene =>
  sceneOf(
    newDocument(
      {
        ...plainView(
          "top",
          { width: 600, height: 800, focal: 1800 },
          { yaw: 0, pitch, roll: 0, x: 0, y: 0, z: 900 },
          "known",
        ),
        traced: false,
      },
      { ...usualPlan(), density },
    ),
  );
const head = headFolliclesOf({ seed: 1, vault: maleVault, growth: usualGrowth });
/** Centres of the dots that a scene shows, x and y in turn. */
function centres(of: Scene): number[] {
  const { marks, list } = shownDots(head, of);
  return [...list].flatMap((j) => [marks.at[MARK * j], marks.at[MARK * j + 1]]);
}
const places = (all: readonly number[]): Set<string> =>
  new Set(all.flatMap((x, i) => (i % 2 === 0 ? [`${x} ${all[i + 1]}`] : [])));

test("more density never removes or moves a dot", () => {
  const few = places(centres(top(60)));
  const many = places(centres(top(200)));
  expect(few.size).toBeGreaterThan(1000);
  expect(many.size).toBeGreaterThan(2 * few.size);
  for (const place of few) expect(many.has(place)).toBe(true);
});

test("nothing is painted where no head was seen, until a person has placed one", () => {
  const scene = top(60);
  const dotsIn = (fittedBy: "none" | "person"): number =>
    centres({ ...scene, document: { ...scene.document, views: [{ ...viewOf(scene), fittedBy }] } }).length;
  expect(dotsIn("none")).toBe(0);
  expect(dotsIn("person")).toBeGreaterThan(1000);
});

/** A place in the photo, px, as a word. */
const placed = (x: number, y: number): string => `${x.toFixed(4)} ${y.toFixed(4)}`;

/** The cap within rho 0.9 of the pole lies behind every hairline. */
const inside = (u: number, v: number): boolean => u * u + v * v < 0.81;

/** Skin of the cap by a fine grid of quads, mm^2. */
function areaInside(): number {
  let area = 0;
  const step = 0.01;
  for (let u = -0.9; u < 0.9; u += step) {
    for (let v = -0.9; v < 0.9; v += step) {
      if (!inside(u + step / 2, v + step / 2)) continue;
      const [p, q, r] = [
        [u, v],
        [u + step, v],
        [u, v + step],
      ].map(([a, b]) => vaultPoint(maleVault, scalpDirection(a, b)));
      const s = [q[0] - p[0], q[1] - p[1], q[2] - p[2]];
      const t = [r[0] - p[0], r[1] - p[1], r[2] - p[2]];
      area += Math.hypot(s[1] * t[2] - s[2] * t[1], s[2] * t[0] - s[0] * t[2], s[0] * t[1] - s[1] * t[0]);
    }
  }
  return area;
}

test.each([40, 100, 195])(
  "at %i dots/cm² as many are shown on the inner scalp as were asked for, to a hundredth",
  (density) => {
    // Seen from above its pole, so that all of it is seen.
    const of = top(density, -120);
    const surface = surfaceOf(maleVault, viewOf(of));
    const shown = centres(of);
    const cap = new Set<string>();
    const { u, v, directions, ready } = head.follicles;
    for (let i = 0; i < ready; i++) {
      if (!inside(u[i], v[i])) continue;
      const [x, y, z] = directions.subarray(3 * i);
      const at = surface.toImage([x, y, z]);
      cap.add(placed(at.x, at.y));
    }
    const count = shown.filter((x, i) => i % 2 === 0 && cap.has(placed(x, shown[i + 1]))).length;
    expect(Math.abs(count / ((areaInside() * density) / 100) - 1)).toBeLessThan(0.01);
  },
);

/** Pixels about a dot on which its ground tone may lie: three nodes, and the rows that are read together. */
const AROUND = 10;

test("the same plan on the same pixels gives the same bytes, and pixels without a dot near keep theirs", () => {
  const photo = pixelBuffer(600, 800);
  for (let i = 0; i < photo.data.length; i++) photo.data[i] = i % 4 === 3 ? 255 : 90 + ((i * 37) % 120);
  const of = top(120);
  const { picture: first } = renderPicture(photo, of);
  const { picture: again } = renderPicture(photo, of);
  expect(Buffer.from(first.data.buffer).equals(Buffer.from(again.data.buffer))).toBe(true);
  const all = centres(of);
  const near = new Uint8Array(600 * 800);
  for (let i = 0; i < all.length; i += 2) {
    // As far as the ground tone about a dot goes.
    for (let y = Math.floor(all[i + 1]) - AROUND; y <= all[i + 1] + AROUND; y++) {
      for (let x = Math.floor(all[i]) - AROUND; x <= all[i] + AROUND; x++)
        if (x >= 0 && y >= 0 && x < 600 && y < 800) near[y * 600 + x] = 1;
    }
  }
  let far = 0;
  let changed = 0;
  let touched = 0;
  for (let i = 0; i < near.length; i++) {
    const same = [0, 1, 2].every((c) => first.data[4 * i + c] === photo.data[4 * i + c]);
    if (near[i] === 0) {
      far++;
      if (!same) touched++;
    } else if (!same) changed++;
  }
  expect(touched).toBe(0);
  expect(far).toBeGreaterThan(50_000);
  expect(changed).toBeGreaterThan(10_000);
});
