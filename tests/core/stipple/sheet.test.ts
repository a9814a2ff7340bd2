/* Ink: what is laid down is what was asked for, wherever it falls, and can be taken away again; the same bytes by every way and by either kernel. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Engine,
  type Marks,
  type Sheet,
  DEPTH_UNIT,
  WHOLE,
  createMarks,
  createSheet,
} from "../../../src/core/stipple/stipple.ts";

const mark = (x: number, y: number, radius: number, xx: number, xy: number, yy: number): number[] => [
  x,
  y,
  xx,
  xy,
  yy,
  radius,
  1,
];
const marksOf = (...list: readonly number[][]): Marks => {
  const marks = createMarks(list.length);
  marks.at.set(list.flat());
  marks.count = list.length;
  return marks;
};
const grey = (width: number, height: number): Uint8ClampedArray => new Uint8ClampedArray(width * height * 4).fill(180);
const inkOn = (sheet: Sheet): number => {
  let sum = 0;
  for (let y = 0; y < sheet.height; y++) for (let x = 0; x < sheet.width; x++) sum += sheet.depth(x, y);
  return sum / DEPTH_UNIT;
};

test("total ink is depth times area within 0.5 % at every size, place and foreshortening", () => {
  const sheet = createSheet(81, 81, grey(81, 81));
  fc.assert(
    fc.property(
      fc.double({ min: 40, max: 41, noNaN: true }),
      fc.double({ min: 40, max: 41, noNaN: true }),
      fc.double({ min: 0.3, max: 12, noNaN: true }),
      fc.double({ min: 0.25, max: 1, noNaN: true }),
      (x, y, radius, squash) => {
        sheet.turn(grey(81, 81), WHOLE);
        sheet.show(marksOf(mark(x, y, radius, 1, 0, squash * squash)), () => true);
        const asked = Math.PI * radius * radius * squash;
        expect(Math.abs(inkOn(sheet) - asked)).toBeLessThan(0.005 * asked + 1 / DEPTH_UNIT);
      },
    ),
    { numRuns: 200, seed: 3 },
  );
});

/** A hundred and fifty dots of many sizes on 90 x 70 pixels, some over the edge. */
function crowd(): Marks {
  let state = 7;
  const chance = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  return marksOf(
    ...Array.from({ length: 150 }, () =>
      mark(chance() * 100 - 5, chance() * 80 - 5, 0.3 + 3 * chance(), 1, 0.5 * chance() - 0.25, 0.3 + 0.7 * chance()),
    ),
  );
}
const colours = (): Uint8ClampedArray =>
  Uint8ClampedArray.from({ length: 90 * 70 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 131) % 256));
const bytesOf = (sheet: Sheet): string => {
  sheet.compose([1.2, 1.08, 0.98]);
  const { data, stride } = sheet.picture();
  const rows = Array.from({ length: sheet.height }, (_, y) =>
    data.subarray(4 * stride * y, 4 * (stride * y + sheet.width)).join(),
  );
  return rows.join("|");
};

test("two thousand passes of showing and hiding end in the bytes of a sheet made afresh", () => {
  const marks = crowd();
  const worked = createSheet(90, 70, colours());
  for (let pass = 0; pass < 2000; pass++) {
    const modulus = 2 + (pass % 7);
    worked.show(marks, (i) => (i * 7 + pass) % modulus !== 0);
    if (pass % 5 === 0) worked.compose([1.2, 1.08, 0.98]);
  }
  worked.show(marks, (i) => i % 3 !== 0);
  const fresh = createSheet(90, 70, colours());
  fresh.show(marks, (i) => i % 3 !== 0);
  expect(bytesOf(worked)).toBe(bytesOf(fresh));
});

test("hiding all gives the photo back to the last byte", () => {
  const sheet = createSheet(90, 70, colours());
  const before = bytesOf(sheet);
  sheet.show(crowd(), () => true);
  expect(bytesOf(sheet)).not.toBe(before);
  sheet.show(crowd(), () => false);
  expect(inkOn(sheet)).toBe(0);
  expect(bytesOf(sheet)).toBe(before);
});

test("WebAssembly and plain TypeScript give the same bytes, on bright and on black pixels", () => {
  const [fast, plain] = (["fastest", "plain"] as const satisfies readonly Engine[]).map((engine) => {
    const sheet = createSheet(90, 70, colours(), WHOLE, engine);
    sheet.show(crowd(), () => true);
    return bytesOf(sheet);
  });
  expect(fast).toBe(plain);
});

test("a part of a picture is the picture's part", () => {
  const marks = crowd();
  const whole = createSheet(90, 70, grey(90, 70));
  whole.show(marks, () => true);
  const part = createSheet(30, 20, grey(30, 20), { factor: 1, left: 40, top: 30 });
  part.show(marks, () => true);
  for (let y = 0; y < 20; y++) for (let x = 0; x < 30; x++) expect(part.depth(x, y)).toBe(whole.depth(x + 40, y + 30));
});

test("light is right: against exact sRGB the composed code is off by one at most", () => {
  const light = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const code = (l: number): number => (l <= 0.0031308 ? l * 12.92 : 1.055 * l ** (1 / 2.4) - 0.055);
  const pixels = Uint8ClampedArray.from({ length: 256 * 9 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i >> 2) % 256));
  const sheet = createSheet(256, 9, pixels);
  sheet.show(marksOf(mark(128, 4, 2, 4000, 0, 1)), () => true);
  sheet.compose([1, 0.9, 0.82]);
  const { data, stride } = sheet.picture();
  let seen = 0;
  for (let x = 0; x < 256; x++) {
    const depth = sheet.depth(x, 4) / DEPTH_UNIT;
    if (depth > 0.05) seen++;
    [1, 0.9, 0.82].forEach((absorbs, channel) => {
      const exact = 255 * code(light(x / 255) * Math.exp(-absorbs * depth));
      expect(Math.abs(data[4 * (stride * 4 + x) + channel] - exact)).toBeLessThan(1.01);
    });
  }
  expect(seen).toBeGreaterThan(200);
});
