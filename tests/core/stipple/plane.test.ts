/* Ink: what is laid down is what was asked for, wherever it falls, and can be taken away again. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DEPTH_UNIT, createMarks, createPlane, lay } from "../../../src/core/stipple/stipple.ts";

function oneMark(x: number, y: number, radius: number, xx: number, xy: number, yy: number) {
  const marks = createMarks(1);
  marks.count = 1;
  [marks.x[0], marks.y[0], marks.radius[0], marks.xx[0], marks.xy[0], marks.yy[0]] = [x, y, radius, xx, xy, yy];
  marks.depth[0] = 1;
  return marks;
}

test("total ink is depth times area within 0.5 % at every size, place and foreshortening", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 40, max: 41, noNaN: true }),
      fc.double({ min: 40, max: 41, noNaN: true }),
      fc.double({ min: 0.3, max: 12, noNaN: true }),
      fc.double({ min: 0.25, max: 1, noNaN: true }),
      (x, y, radius, squash) => {
        const plane = createPlane(81, 81);
        lay(plane, oneMark(x, y, radius, 1, 0, squash * squash));
        const ink = plane.depth.reduce((sum, d) => sum + d, 0) / DEPTH_UNIT;
        const asked = Math.PI * radius * radius * squash;
        expect(Math.abs(ink - asked)).toBeLessThan(0.005 * asked + 1 / DEPTH_UNIT);
      },
    ),
    { numRuns: 200, seed: 3 },
  );
});

test("laying and taking away leaves nothing", () => {
  const plane = createPlane(40, 40);
  const marks = oneMark(20.3, 19.8, 3, 1, 0.2, 0.6);
  lay(plane, marks);
  expect(plane.depth.some((d) => d > 0)).toBe(true);
  lay(plane, marks, 0, 1, -1);
  expect(plane.depth.every((d) => d === 0)).toBe(true);
});
