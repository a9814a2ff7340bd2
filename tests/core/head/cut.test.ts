/* Cut-outs: inside and outside are told apart, and no dot lies inside. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { usualGrowth } from "../../../src/core/head/growth.ts";
import { MOST_CUTS, cutAway, withCorner, withCut, withoutLastCut } from "../../../src/core/head/cut.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type View, plainView } from "../../../src/core/head/view.ts";
import { newDocument } from "../../../src/core/plan/document.ts";
import { usualPlan } from "../../../src/core/plan/plan.ts";
import { sceneOf } from "../../../src/core/plan/scene.ts";
import { MARK } from "../../../src/core/stipple/stipple.ts";
import { headFolliclesOf } from "../../pictures/head-follicles.ts";
import { shownDots } from "../../pictures/shown-dots.ts";

const camera = { width: 600, height: 800, focal: 1300 };
const view = plainView("front", camera, { yaw: 5, pitch: -30, roll: 2, x: 0, y: -10, z: 900 }, "person");
const surface = surfaceOf(maleVault, view);

test("a point nearer than a disc's edges is in its polygon, one farther than its corners is not", () => {
  const disc = Array.from({ length: 12 }, (_, i) => ({
    x: 100 + 50 * Math.cos(i * 0.5235987756),
    y: 100 + 50 * Math.sin(i * 0.5235987756),
  }));
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 6.283, noNaN: true }),
      fc.double({ min: 0, max: 90, noNaN: true }),
      (angle, r) => {
        fc.pre(r < 48.2 || r > 50.1);
        expect(cutAway([disc], 100 + r * Math.cos(angle), 100 + r * Math.sin(angle))).toBe(r < 50);
      },
    ),
    { numRuns: 300, seed: 4, endOnFailure: true },
  );
});

test("no dot lies in a cut-out, those outside stay as they were, and without it all are back", () => {
  const head = headFolliclesOf({ seed: 1, vault: maleVault, growth: usualGrowth });
  const plan = { ...usualPlan(), density: 30 };
  const places = (seen: View): string[] => {
    const { marks, list } = shownDots(head, sceneOf(newDocument(seen, plan)));
    return [...list].map((i) => marks.at.slice(MARK * i, MARK * i + 7).join());
  };
  const cut = withCut(view, surface.centre, surface.limbDistance(0, -1));
  const [all, left] = [places(view), new Set(places(cut))];
  const away = all.filter((place) => !left.has(place)).map((place) => place.split(",").map(Number));
  expect(away.length).toBeGreaterThan(100);
  expect(away.every(([x, y]) => cutAway(cut.cuts, x, y))).toBe(true);
  expect([...left].some((place) => cutAway(cut.cuts, ...(place.split(",").map(Number) as [number, number])))).toBe(
    false,
  );
  expect(places(withoutLastCut(cut))).toEqual(all);
});

test("a corner stays on the photo, and there is an end to cut-outs", () => {
  const cut = withCorner(withCut(view, surface.centre, surface.limbDistance(0, -1)), 0, 2, { x: -90, y: 9000 });
  expect(cut.cuts[0][2]).toEqual({ x: 0, y: 800 });
  let many = view;
  for (let i = 0; i < MOST_CUTS + 3; i++) many = withCut(many, surface.centre, 300);
  expect(many.cuts).toHaveLength(MOST_CUTS);
});
