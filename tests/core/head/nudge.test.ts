/* Nudges slide the plan over the head in one view: what is dragged lies
   under the finger, nothing folds, and the head stays where it is. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { variationOf } from "../../../src/core/pigment/variation.ts";
import { type Follicles } from "../../../src/core/picture/follicles.ts";
import { createMarksInView, createPlacesInView } from "../../../src/core/picture/visible-marks.ts";
import { MOST_NUDGES, isNudgeOf, landmarkDirection, landmarks, withNudge } from "../../../src/core/head/nudge.ts";
import { grownVault, grownView, rulerLength } from "../../../src/core/head/scale.ts";
import { scalpDirection } from "../../../src/core/head/scalp.ts";
import { type Warp, warped, warpOf } from "../../../src/core/head/warp.ts";
import { type Surface, surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type Nudge, type View, bareOutline, plainView } from "../../../src/core/head/view.ts";
import { type Vec3, apart, cross, dot, length, subtract, unit } from "../../../src/core/geometry/vector.ts";
import { MARK, type Marks } from "../../../src/core/stipple/stipple.ts";

const camera = { width: 1200, height: 1600, focal: 2500 };
const pose = { yaw: 10, pitch: -25, roll: 3, x: 5, y: -40, z: 900 };
const plain: View = {
  ...plainView("front", camera, pose, "person"),
  outline: bareOutline.map((_, i) => 1 + 0.03 * Math.sin(i / 5)),
};
const bare = surfaceOf(maleVault, plain);
/** Pixels to the millimetre at the head's middle. */
const MM = camera.focal / pose.z;

const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const direction: fc.Arbitrary<Vec3> = fc
  .tuple(number(-1, 1), number(-1, 1), number(-1, 1))
  .filter((d) => length(d) > 0.2)
  .map(unit);
/** Places that this view shows well. */
const shown = fc
  .tuple(number(-1, 1), number(-0.4, 1.2))
  .map(([u, v]) => scalpDirection(u, v))
  .filter((d) => bare.toImage(d).facing > 0.25);
const drag = fc.record({ at: shown, dx: number(-400, 400), dy: number(-400, 400) });
const drags = fc.array(drag, { minLength: 1, maxLength: 6 });
/** As a file may bring them: anything. */
const anyNudges = fc.array(fc.record({ at: direction, to: direction }), { minLength: 1, maxLength: MOST_NUDGES });
const settings = { seed: 3, endOnFailure: true } as const;

const dragged = (view: View, { at, dx, dy }: { at: Vec3; dx: number; dy: number }): View => {
  const surface = surfaceOf(maleVault, view);
  const { x, y } = surface.toImage(at);
  return withNudge(surface, view, at, { x: x + dx, y: y + dy });
};

/** How many times as large a patch about d becomes; negative where it is turned over. */
function patch(warp: Warp, d: Vec3): number {
  const u = unit(cross(d, Math.abs(d[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
  const v = cross(d, u);
  const [here, ...beside] = [d, u, v].map((step, i) =>
    warped(warp, i === 0 ? d : unit([d[0] + 1e-5 * step[0], d[1] + 1e-5 * step[1], d[2] + 1e-5 * step[2]])),
  );
  const [a, b] = beside.map((p) => subtract(p, here));
  return dot(here, cross(a, b)) / 1e-10;
}

function dots(surface: Surface, directions: Float64Array): { marks: Marks; follicle: Int32Array; wanted: Uint8Array } {
  const ready = directions.length / 3;
  const [u, v] = [new Float64Array(ready), new Float64Array(ready)];
  // No field: nothing is to grow any more.
  const follicles = { seed: 5, directions, u, v, ready } as Follicles;
  const from = createPlacesInView(follicles, surface, null);
  from.extend();
  const wanted = new Uint8Array(from.places.count).fill(1);
  return {
    marks: createMarksInView(follicles, from, 0.18, 1, variationOf(1, 2), 0, null, null).make(wanted),
    wanted,
    ...from.places,
  };
}

describe("a drag", () => {
  test("brings the place under the finger, and leaves what was nudged before where it is", () => {
    fc.assert(
      fc.property(shown, shown, number(-8, 8), number(-8, 8), (first, second, dx, dy) => {
        fc.pre(length(subtract(first, second)) > 0.4);
        const once = dragged(plain, { at: first, dx: dx * MM, dy: dy * MM });
        const kept = surfaceOf(maleVault, once).toImage(first);
        const to = surfaceOf(maleVault, once).toImage(second);
        const finger = { x: to.x - 0.7 * dy * MM, y: to.y + 0.7 * dx * MM };
        // Beyond the rim there is no head.
        fc.pre(bare.toImage(bare.skinAt(finger)).facing > 0.15);
        const twice = surfaceOf(maleVault, withNudge(surfaceOf(maleVault, once), once, second, finger));
        expect(apart(twice.toImage(first), kept)).toBeLessThan(0.05);
        expect(apart(twice.toImage(second), finger)).toBeLessThan(0.05);
      }),
      { ...settings, numRuns: 80 },
    );
  });

  test("too far stops on the way and can be taken back", () => {
    fc.assert(
      fc.property(drag, ({ at, dx, dy }) => {
        const start = bare.toImage(at);
        const [far, near] = [dragged(plain, { at, dx, dy }), plain].map((view) => surfaceOf(maleVault, view));
        expect(length(subtract(far.seenAt(at), at))).toBeLessThan(0.3);
        const view = dragged(plain, { at, dx, dy });
        const back = surfaceOf(maleVault, withNudge(far, view, at, start));
        expect(view.nudges).toHaveLength(1);
        expect(apart(back.toImage(at), near.toImage(at))).toBeLessThan(0.05);
      }),
      { ...settings, numRuns: 60 },
    );
    const up = dragged(plain, { at: [0, 0.6, 0.8], dx: 0, dy: -60 * MM });
    expect(apart(surfaceOf(maleVault, up).toImage([0, 0.6, 0.8]), bare.toImage([0, 0.6, 0.8])) / MM).toBeGreaterThan(
      12,
    );
  });

  test("moves nothing far away: not by the last bit", () => {
    const view = dragged(plain, { at: unit([0.1, 0.7, 0.7]), dx: 5 * MM, dy: 4 * MM });
    const surface = surfaceOf(maleVault, view);
    for (const far of [unit([0.1, -0.9, 0.4]), unit([0.3, 0.3, -0.9])]) {
      expect(surface.seenAt(far)).toEqual(far);
    }
  });

  test("is one nudge for one place, and there is an end to them", () => {
    const at = unit([0.2, 0.7, 0.7]);
    const twice = dragged(dragged(plain, { at, dx: 9, dy: 0 }), { at: unit([0.24, 0.7, 0.7]), dx: 0, dy: 9 });
    expect(twice.nudges).toHaveLength(1);
    let many = plain;
    for (let i = 0; i < 40; i++)
      many = dragged(many, { at: scalpDirection(0.45 * ((i % 6) - 2.5), 0.4 * Math.floor(i / 6) - 1), dx: 2, dy: 1 });
    expect(many.nudges).toHaveLength(MOST_NUDGES);
    expect(dragged(many, { at: many.nudges[3].at, dx: 4, dy: 4 }).nudges).toHaveLength(MOST_NUDGES);
  });
});

describe("whatever the nudges", () => {
  /** The least and the most that a patch of skin becomes, at the nudges and at other places. */
  const patches = (nudges: readonly Nudge[], places: readonly Vec3[]): readonly [least: number, most: number] => {
    const warp = warpOf(nudges);
    const sizes = warp ? [...nudges.map(({ at }) => at), ...places].map((d) => patch(warp, d)) : [1];
    return [Math.min(...sizes), Math.max(...sizes)];
  };
  const places = fc.array(direction, { minLength: 40, maxLength: 40 });

  test("nothing folds: by hand", () => {
    fc.assert(
      fc.property(drags, places, (list, at) => {
        const { nudges } = list.reduce(dragged, plain);
        expect(nudges.length).toBeGreaterThan(0);
        const [least, most] = patches(nudges, at);
        expect(least).toBeGreaterThan(0.2);
        expect(most).toBeLessThan(3);
      }),
      { ...settings, numRuns: 40 },
    );
  });

  test("nothing folds: from a file", () => {
    fc.assert(
      fc.property(anyNudges, places, (nudges, at) => {
        const [least, most] = patches(nudges, at);
        expect(least).toBeGreaterThan(0.2);
        expect(most).toBeLessThan(3);
      }),
      { ...settings, numRuns: 150 },
    );
  });

  test("image to surface and back returns to the same pixel within 0.05 px", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyNudges,
          drags.map((list) => list.reduce(dragged, plain).nudges),
        ),
        fc.array(fc.tuple(number(0, 6.28), number(0, 0.98)), { minLength: 10, maxLength: 10 }),
        (nudges, points) => {
          const surface = surfaceOf(maleVault, { ...plain, nudges });
          for (const [angle, share] of points) {
            const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
            const r = share * surface.limbDistance(dx, dy) * surface.outlineRatio(dx, dy);
            const p = { x: surface.centre.x + r * dx, y: surface.centre.y + r * dy };
            expect(apart(surface.toImage(surface.fromImage(p)), p)).toBeLessThan(0.05);
          }
        },
      ),
      { ...settings, numRuns: 60 },
    );
  });

  test("the silhouette stays, and no dot leaves it", () => {
    const directions = new Float64Array(3 * 4000);
    for (let i = 0; i < 4000; i++) {
      const r = 1.5 * Math.sqrt((i + 0.5) / 4000);
      directions.set(scalpDirection(r * Math.cos(2.39996 * i), r * Math.sin(2.39996 * i)), 3 * i);
    }
    fc.assert(
      fc.property(
        fc.oneof(
          anyNudges,
          drags.map((list) => list.reduce(dragged, plain).nudges),
        ),
        (nudges) => {
          const surface = surfaceOf(maleVault, { ...plain, nudges });
          expect(surface.limb).toEqual(bare.limb);
          expect(surface.ratio).toEqual(bare.ratio);
          const { marks, wanted } = dots(surface, directions);
          expect(marks.count).toBeGreaterThan(300);
          for (let j = 0; j < marks.count; j++) {
            if (wanted[j] === 0) continue;
            const [x, y] = marks.at.subarray(MARK * j);
            const [dx, dy] = [x - bare.centre.x, y - bare.centre.y];
            expect(Math.sqrt(dx * dx + dy * dy)).toBeLessThan(bare.limbDistance(dx, dy) * bare.outlineRatio(dx, dy));
          }
        },
      ),
      { ...settings, numRuns: 30 },
    );
  });

  test("a dot is drawn as the plain view's follicle where it is seen, and single points are seen there too", () => {
    fc.assert(
      fc.property(drags, fc.array(direction, { minLength: 60, maxLength: 60 }), (list, follicles) => {
        const surface = surfaceOf(maleVault, list.reduce(dragged, plain));
        const seen = dots(surface, Float64Array.from(follicles.flat()));
        const there = dots(bare, Float64Array.from(follicles.flatMap((d) => surface.seenAt(d))));
        expect(seen.follicle).toEqual(there.follicle);
        expect(seen.wanted).toEqual(there.wanted);
        expect(seen.marks.at).toEqual(there.marks.at);
        for (let j = 0; j < seen.marks.count; j++) {
          if (seen.wanted[j] === 0) continue;
          const [x, y] = seen.marks.at.subarray(MARK * j);
          expect(apart(surface.toImage(follicles[seen.follicle[j]]), { x, y })).toBeLessThan(1e-9);
        }
      }),
      { ...settings, numRuns: 30 },
    );
  });

  test("the head is as large as it was, by the ruler as well; and grown, it looks the same", () => {
    const view = dragged(plain, { at: unit([0.1, 0.7, 0.7]), dx: 6 * MM, dy: 4 * MM });
    const surface = surfaceOf(maleVault, view);
    const ruler = { from: bare.toImage(unit([0.2, 0.6, 0.8])), to: bare.toImage(unit([-0.2, 0.8, 0.6])) };
    expect(rulerLength(surface, view, ruler)).toBe(rulerLength(bare, plain, ruler));
    const large = surfaceOf(grownVault(maleVault, 1.07), grownView(view, 1.07));
    const d = unit([0.15, 0.6, 0.8]);
    expect(apart(surface.toImage(d), bare.toImage(d)) / MM).toBeGreaterThan(4);
    expect(apart(large.toImage(d), surface.toImage(d))).toBeLessThan(0.01);
  });
});

test("two nudges of one place and one to the other side of the head break nothing", () => {
  const at = unit([0.1, 0.7, 0.7]);
  const away: Vec3 = [-at[0], -at[1], -at[2]];
  for (const nudges of [
    [
      { at, to: [0, 1, 0] as const },
      { at, to: [0, 0, 1] as const },
    ],
    [
      { at, to: [0, 1, 0] as const },
      { at: unit([0.1, 0.7, 0.70001]), to: [0, 0, 1] as const },
    ],
    [{ at, to: away }],
  ]) {
    const surface = surfaceOf(maleVault, { ...plain, nudges });
    const { x, y, facing } = surface.toImage(at);
    expect([x, y, facing, ...surface.fromImage({ x, y })].every(Number.isFinite)).toBe(true);
  }
});

test("landmarks lie where heads have them, each at its own", () => {
  const at = landmarks.map((landmark) => landmarkDirection(maleVault, landmark));
  for (const [i, d] of at.entries()) {
    expect(length(d)).toBeCloseTo(1, 9);
    expect(at.findIndex((one) => isNudgeOf({ at: one, to: one }, d))).toBe(i);
  }
});
