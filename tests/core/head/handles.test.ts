/* Handles under any hand: from wherever the head stands, and wherever they are dragged. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Pose, rotation } from "../../../src/core/head/camera.ts";
import { aspectTurns } from "../../../src/core/head/fit.ts";
import {
  type HeadHandle,
  type PlacedHandle,
  allHandles,
  breadthSeen,
  handlesInPhoto,
  headHandles,
  withHandleAt,
  withHeadCarried,
} from "../../../src/core/head/handles.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type Aspect, type View, aspects, plainView } from "../../../src/core/head/view.ts";
import { apart } from "../../../src/core/geometry/vector.ts";
import { fitToHandles } from "./fit-to-handles.ts";

const camera = { width: 1200, height: 1600, focal: 2500 };
const viewOf = (aspect: Aspect, pose: Pose): View => plainView(aspect, camera, pose, "person");
const about = (middle: number, most: number) => fc.double({ min: middle - most, max: middle + most, noNaN: true });

/** Poses as heads are photographed from this side. */
const posed = (aspect: Aspect, turned = 10) => {
  const { yaw, pitch, roll } = aspectTurns[aspect];
  return fc.record({
    yaw: about(yaw, turned),
    pitch: about(pitch, turned),
    roll: about(roll, turned),
    x: about(0, 30),
    y: about(-20, 30),
    z: about(1000, 300),
  });
};

const placeOf = (handles: readonly PlacedHandle[], id: HeadHandle) => handles.find((one) => one.id === id)?.at;
const here = (view: View, id: HeadHandle) => placeOf(allHandles(maleVault, view), id) ?? { x: NaN, y: NaN };

/** How far two turns are apart, whichever way their angles are told, degrees. */
function turnBetween(a: Pose, b: Pose): number {
  const [p, q] = [rotation(a), rotation(b)];
  const off = Math.hypot(...p.map((value, i) => value - q[i]));
  return (2 * Math.asin(Math.min(1, off / (2 * Math.SQRT2))) * 180) / Math.PI;
}

/** A handle, and how far it is dragged, in shares of the head's breadth. */
const drag = fc.tuple(fc.integer({ min: 0, max: 4 }), about(0, 0.106), about(0, 0.106));
const TURNING: readonly HeadHandle[] = ["turn", "roll"];

describe.each(aspects)("seen from the %s", (aspect) => {
  test("a handle comes to where the finger is, turns nothing unless it is to, and the way back undoes it", () => {
    fc.assert(
      fc.property(posed(aspect), drag, (pose, [which, across, down]) => {
        const view = viewOf(aspect, pose);
        const breadth = breadthSeen(maleVault, view);
        const { id, at } = allHandles(maleVault, view)[which];
        const to = { x: at.x + across * breadth, y: at.y + down * breadth };
        const dragged = withHandleAt(maleVault, view, id, to);
        expect(apart(here(dragged, id), to)).toBeLessThan(0.01 * breadth);
        const turnedBy = turnBetween(dragged.pose, pose);
        expect(TURNING.includes(id) || turnedBy < 1e-6).toBe(true);
        const back = withHandleAt(maleVault, dragged, id, at);
        expect(turnBetween(back.pose, pose)).toBeLessThan(0.01);
        const { x, y, z } = back.pose;
        expect(Math.hypot(x - pose.x, y - pose.y)).toBeLessThan(0.05);
        expect(Math.abs(z / pose.z - 1)).toBeLessThan(1e-4);
      }),
      { numRuns: 30, seed: 16, endOnFailure: true },
    );
  });

  test("what it does is what it is called: a side leaves the other side, the turn the centre and the roll", () => {
    fc.assert(
      fc.property(posed(aspect), drag, (pose, [which, across, down]) => {
        const view = viewOf(aspect, pose);
        const breadth = breadthSeen(maleVault, view);
        const before = allHandles(maleVault, view);
        const { id, at } = before[which];
        const to = { x: at.x + across * breadth, y: at.y + down * breadth };
        const dragged = withHandleAt(maleVault, view, id, to);
        const sides = before.slice(2, 4).map((side) => side.id);
        const other = sides.find((side) => side !== id) ?? id;
        const [s, c] = [Math.sin((pose.roll * Math.PI) / 180), Math.cos((pose.roll * Math.PI) / 180)];
        const isSide = sides.includes(id) && aspect !== "top";
        const [was, is] = [placeOf(before, other), here(dragged, other)];
        const moved = isSide && was ? Math.abs((is.x - was.x) * c + (is.y - was.y) * s) : 0;
        expect(moved).toBeLessThan(0.01 * breadth);
        expect(id === "top" ? dragged.pose.z : pose.z).toBe(pose.z);
        const { x, y, z } = id === "turn" ? dragged.pose : pose;
        expect([x, y, z]).toEqual([pose.x, pose.y, pose.z]);
        expect(id === "turn" && aspect !== "top" ? dragged.pose.roll : pose.roll).toBe(pose.roll);
      }),
      { numRuns: 15, seed: 17, endOnFailure: true },
    );
  });

  test("handles lie apart, and a head within the photo has all of them within it", () => {
    fc.assert(
      fc.property(posed(aspect, 12), (pose) => {
        const view = viewOf(aspect, pose);
        const handles = handlesInPhoto(maleVault, view);
        expect(handles).toHaveLength(5);
        expect(new Set(handles.map(({ id }) => id)).size).toBe(5);
        const gaps = handles.flatMap((a, i) => handles.slice(i + 1).map((b) => apart(a.at, b.at)));
        expect(Math.min(...gaps)).toBeGreaterThan(0.08 * breadthSeen(maleVault, view));
      }),
      { numRuns: 12, seed: 18, endOnFailure: true },
    );
  });

  test("dragged one after the other to where any head has them, they bring the head there", () => {
    fc.assert(
      fc.property(posed(aspect), posed(aspect), (truth, start) => {
        const wanted = allHandles(maleVault, viewOf(aspect, truth));
        const found = fitToHandles(maleVault, viewOf(aspect, start), wanted);
        const off = wanted.map(({ id, at }) => apart(here(found, id), at));
        expect(Math.max(...off)).toBeLessThan(4);
        expect(turnBetween(found.pose, truth)).toBeLessThan(2);
      }),
      { numRuns: 3, seed: 5, endOnFailure: true },
    );
  });

  test("however a handle is dragged, the head is whole and before the camera", () => {
    fc.assert(
      fc.property(
        posed(aspect),
        fc.array(fc.tuple(fc.constantFrom(...headHandles), about(600, 900), about(800, 1200)), {
          minLength: 1,
          maxLength: 5,
        }),
        (start, drags) => {
          let view = viewOf(aspect, start);
          for (const [handle, x, y] of drags) view = withHandleAt(maleVault, view, handle, { x, y });
          expect(Object.values(view.pose).every(Number.isFinite)).toBe(true);
          expect(() => surfaceOf(maleVault, view)).not.toThrow();
          const points = allHandles(maleVault, view).map(({ at }) => at);
          expect(points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
        },
      ),
      { numRuns: 6, seed: 9, endOnFailure: true },
    );
  });
});

test.each([
  ["front", "left"],
  ["three-quarter-right", "left"],
  ["top", "left"],
  ["back", "right"],
  ["crown", "right"],
  ["left", "behind"],
  ["right", "forehead"],
] as const)("sides are the client's: in a picture of the %s the %s lies on the right", (aspect, id) => {
  const view = viewOf(aspect, { ...aspectTurns[aspect], x: 0, y: 0, z: 1000 });
  const sides = allHandles(maleVault, view).slice(2, 4);
  expect(sides.toSorted((a, b) => b.at.x - a.at.x)[0].id).toBe(id);
});

test("a handle that would lie beside the photo is left out, and one that a view lacks moves nothing", () => {
  const far = viewOf("front", { yaw: 0, pitch: 0, roll: 0, x: 210, y: 0, z: 1000 });
  expect(handlesInPhoto(maleVault, far).map(({ id }) => id)).toEqual(["turn", "top", "right", "roll"]);
  expect(withHandleAt(maleVault, far, "forehead", { x: 3, y: 3 })).toBe(far);
});

describe("the whole head", () => {
  const head = viewOf("front", { yaw: 12, pitch: -8, roll: 5, x: 20, y: -30, z: 900 });
  const at = { x: 700, y: 640 };

  test("goes with the finger, grows and rolls between two, and keeps yaw and pitch", () => {
    const to = { x: 640, y: 700 };
    const view = withHeadCarried(head, { from: at, to, times: 1.25, clockwise: 30 });
    expect(view.pose).toMatchObject({ yaw: 12, pitch: -8, roll: 35, z: 720 });
    expect(view.fittedBy).toBe("person");
    const [before, after] = [head, view].map((one) => surfaceOf(maleVault, one).centre);
    const [dx, dy] = [before.x - at.x, before.y - at.y];
    const [s, c] = [0.5, Math.sqrt(0.75)];
    expect(after.x).toBeCloseTo(to.x + 1.25 * (c * dx - s * dy), 6);
    expect(after.y).toBeCloseTo(to.y + 1.25 * (s * dx + c * dy), 6);
    const back = withHeadCarried(view, { from: to, to: at, times: 0.8, clockwise: -30 });
    for (const key of ["yaw", "pitch", "roll", "x", "y", "z"] as const)
      expect(back.pose[key]).toBeCloseTo(head.pose[key], 6);
  });

  test("comes no nearer than a camera can stand, and does not run away there", () => {
    const view = withHeadCarried(head, { from: at, to: at, times: 100, clockwise: 0 });
    expect(view.pose.z).toBe(160);
    expect(withHeadCarried(view, { from: at, to: at, times: 2, clockwise: 0 }).pose).toEqual(view.pose);
  });
});
