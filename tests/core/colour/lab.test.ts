/* The way from sRGB over light and XYZ to CIELAB, and back. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { labOf, labOfLight, lightOfLab } from "../../../src/core/colour/lab.ts";
import { WHITE, lightOfXyz, xyzOf } from "../../../src/core/colour/xyz.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const light = fc.tuple(share, share, share);

test("light survives the way to XYZ and to CIELAB and back", () => {
  fc.assert(
    fc.property(light, (given) => {
      const through = [lightOfXyz(xyzOf(given)), lightOfLab(labOfLight(given))];
      for (const back of through) for (let c = 0; c < 3; c++) expect(back[c]).toBeCloseTo(given[c], 11);
    }),
    { endOnFailure: true },
  );
});

test("white is D65, 2 degrees (CIE 15): x 0.3127, y 0.3290", () => {
  const { x, y, z } = xyzOf([1, 1, 1]);
  expect([x, y, z]).toEqual([WHITE.x, WHITE.y, WHITE.z].map((v) => expect.closeTo(v, 12)));
  expect(x / (x + y + z)).toBeCloseTo(0.3127, 6);
  expect(y / (x + y + z)).toBeCloseTo(0.329, 6);
  expect(labOf([255, 255, 255])).toEqual({
    l: expect.closeTo(100, 9),
    a: expect.closeTo(0, 9),
    b: expect.closeTo(0, 9),
  });
});

test.each([
  ["red", [255, 0, 0], [53.24, 80.09, 67.2]],
  ["green", [0, 255, 0], [87.735, -86.18, 83.18]],
  ["blue", [0, 0, 255], [32.3, 79.19, -107.86]],
  ["black", [0, 0, 0], [0, 0, 0]],
] as const)("sRGB's %s has its published L*, a*, b*", (_, rgb, [l, a, b]) => {
  const lab = labOf(rgb);
  expect(Math.abs(lab.l - l)).toBeLessThan(0.01);
  expect(Math.abs(lab.a - a)).toBeLessThan(0.01);
  expect(Math.abs(lab.b - b)).toBeLessThan(0.01);
});
