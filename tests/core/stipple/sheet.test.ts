/* Ink: what is laid down is what was asked for, wherever it falls, and can be taken away again; the same bytes by
   every way and by either kernel. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Engine,
  type Marks,
  type Pixels,
  type Sheet,
  DEPTH_UNIT,
  MARK,
  createMarks,
  createSheet,
  lightTaken,
  paintBands,
  wholeOf,
} from "../../../src/core/stipple/stipple.ts";
import { wasmKernel } from "../../../src/core/stipple/kernel/wasm.ts";

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
/** Which of the marks are wanted. */
const those = (marks: Marks, wanted: (i: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: marks.count }, (_, i) => (wanted(i) ? 1 : 0));
const grey = (width: number, height: number): Pixels => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height * 4).fill(180),
});
const inkOn = (sheet: Sheet, { width, height }: Pixels): number => {
  let sum = 0;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) sum += sheet.opticalDepth(x, y);
  return sum / DEPTH_UNIT;
};

test("total ink is depth times area within 0.5 % at every size, place and foreshortening", () => {
  const sheet = createSheet(grey(81, 81));
  fc.assert(
    fc.property(
      fc.double({ min: 40, max: 41, noNaN: true }),
      fc.double({ min: 40, max: 41, noNaN: true }),
      fc.double({ min: 0.3, max: 12, noNaN: true }),
      fc.double({ min: 0.25, max: 1, noNaN: true }),
      (x, y, radius, squash) => {
        sheet.turn(grey(81, 81));
        sheet.show(marksOf(mark(x, y, radius, 1, 0, squash * squash)), Uint8Array.of(1));
        const asked = Math.PI * radius * radius * squash;
        expect(Math.abs(inkOn(sheet, grey(81, 81)) - asked)).toBeLessThan(0.005 * asked + 1 / DEPTH_UNIT);
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
const colours = (): Pixels => ({
  width: 90,
  height: 70,
  data: Uint8ClampedArray.from({ length: 90 * 70 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 131) % 256)),
});
const bytesOf = (sheet: Sheet): string => {
  sheet.compose([1.2, 1.08, 0.98]);
  const { data, stride } = sheet.picture();
  const rows = Array.from({ length: 70 }, (_, y) => Buffer.from(data.subarray(4 * stride * y, 4 * (stride * y + 90))));
  return Buffer.concat(rows).toString("latin1");
};

test("two thousand passes of showing and hiding end in the bytes of a sheet made afresh", () => {
  const marks = crowd();
  const worked = createSheet(colours());
  for (let pass = 0; pass < 2000; pass++) {
    const modulus = 2 + (pass % 7);
    worked.show(
      marks,
      those(marks, (i) => (i * 7 + pass) % modulus !== 0),
    );
    if (pass % 5 === 0) worked.compose([1.2, 1.08, 0.98]);
  }
  worked.show(
    marks,
    those(marks, (i) => i % 3 !== 0),
  );
  const fresh = createSheet(colours());
  fresh.show(
    marks,
    those(marks, (i) => i % 3 !== 0),
  );
  expect(bytesOf(worked)).toBe(bytesOf(fresh));
});

test("hiding all gives the photo back to the last byte", () => {
  const sheet = createSheet(colours());
  const before = bytesOf(sheet);
  sheet.show(
    crowd(),
    those(crowd(), () => true),
  );
  expect(bytesOf(sheet)).not.toBe(before);
  sheet.show(
    crowd(),
    those(crowd(), () => false),
  );
  expect(inkOn(sheet, colours())).toBe(0);
  expect(bytesOf(sheet)).toBe(before);
});

/** Crowds of any size, sharpness and place about a picture of 90 x 70 pixels, told 1/factor as large. */
const scenes = fc.record({
  factor: fc.constantFrom(1, 0.5, 0.3),
  soft: fc.double({ min: 0.5, max: 4, noNaN: true }),
  skin: fc.option(
    fc.record({
      soft: fc.double({ min: 0.02, max: 2, noNaN: true }),
      absorbance: fc.double({ min: 0.05, max: 4, noNaN: true }),
      dots: fc.double({ min: 0, max: 2, noNaN: true }),
    }),
  ),
  list: fc.array(
    fc.record({
      x: fc.double({ min: -20, max: 110, noNaN: true }),
      y: fc.double({ min: -20, max: 90, noNaN: true }),
      radius: fc.oneof(fc.double({ min: 0.05, max: 8, noNaN: true }), fc.double({ min: 8, max: 130, noNaN: true })),
      squash: fc.double({ min: 0.1, max: 1, noNaN: true }),
      turn: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
      opticalDepth: fc.double({ min: 0, max: 6, noNaN: true }),
    }),
    { minLength: 1, maxLength: 40 },
  ),
});

test("WebAssembly and plain TypeScript give the same bytes, whatever the dots, on bright and on black pixels", () => {
  // Without it the fastest kernel is the plain one.
  expect(wasmKernel()).not.toBeNull();
  const [fast, plain] = (["fastest", "plain"] as const satisfies readonly Engine[]).map((engine) =>
    createSheet(colours(), wholeOf(colours()), engine),
  );
  fc.assert(
    fc.property(scenes, ({ factor, soft, skin, list }) => {
      const dots = list.map(({ x, y, radius, squash, turn, opticalDepth }) => [
        x / factor,
        y / factor,
        1,
        turn * squash,
        squash * squash,
        radius / factor,
        opticalDepth,
      ]);
      const marks: Marks = { ...marksOf(...dots), soft: soft / factor, skin };
      const [one, other] = [fast, plain].map((sheet) => {
        sheet.turn(colours(), { ...wholeOf(colours()), factor });
        sheet.show(
          marks,
          those(marks, () => true),
        );
        return bytesOf(sheet);
      });
      expect(one).toBe(other);
    }),
    { numRuns: 100, seed: 11 },
  );
});

test("more stamps than one stretch of memory holds are the same bytes in WebAssembly and in plain TypeScript", () => {
  const photo = { width: 700, height: 500, data: new Uint8ClampedArray(4 * 700 * 500).fill(200) };
  const marks = marksOf(
    ...Array.from({ length: 1500 }, (_, i) => mark((i * 37) % 700, (i * 91) % 500, 3 + (i % 23), 1, 0, 0.8)),
  );
  const [fast, plain] = (["fastest", "plain"] as const satisfies readonly Engine[]).map((engine) => {
    const sheet = createSheet(photo, wholeOf(photo), engine);
    sheet.show(
      marks,
      those(marks, () => true),
    );
    sheet.compose([0.1, 0.08, 0.05]);
    return Buffer.from(sheet.picture().data);
  });
  expect(fast.equals(plain)).toBe(true);
});

test("a lone dot takes the light that it takes under the skin alone, however soft it is seen", () => {
  const absorbance = 1.2;
  for (const radius of [0.15, 0.3]) {
    const skin = { soft: 0.06, absorbance, dots: 0 };
    const asked = lightTaken(absorbance, radius / skin.soft) * Math.PI * radius * radius;
    for (const soft of [0.5, 1.3, 3]) {
      // Ten pixels to the mm.
      const photo = grey(60, 60);
      const sheet = createSheet(photo);
      sheet.show({ ...marksOf(mark(30.3, 29.6, radius, 100, 0, 100)), soft, skin }, Uint8Array.of(1));
      let taken = 0;
      for (let y = 0; y < 60; y++) {
        for (let x = 0; x < 60; x++) {
          taken += (1 - Math.exp((-absorbance * sheet.opticalDepth(x, y)) / DEPTH_UNIT)) / 100;
        }
      }
      expect(Math.abs(taken / asked - 1)).toBeLessThan(0.03);
    }
  }
});

test("a part of a picture is the picture's part", () => {
  const marks = crowd();
  const whole = createSheet(grey(90, 70));
  whole.show(
    marks,
    those(marks, () => true),
  );
  const part = createSheet(grey(90, 70), { factor: 1, left: 40, top: 30, width: 30, height: 20 });
  part.show(
    marks,
    those(marks, () => true),
  );
  for (let y = 0; y < 20; y++)
    for (let x = 0; x < 30; x++) expect(part.opticalDepth(x, y)).toBe(whole.opticalDepth(x + 40, y + 30));
});

test("light is right: against exact sRGB the composed code is off by one at most", () => {
  const light = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const code = (l: number): number => (l <= 0.0031308 ? l * 12.92 : 1.055 * l ** (1 / 2.4) - 0.055);
  const pixels = Uint8ClampedArray.from({ length: 256 * 9 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i >> 2) % 256));
  const sheet = createSheet({ width: 256, height: 9, data: pixels });
  sheet.show(marksOf(mark(128, 4, 2, 4000, 0, 1)), Uint8Array.of(1));
  sheet.compose([1, 0.9, 0.82]);
  const { data, stride } = sheet.picture();
  let seen = 0;
  for (let x = 0; x < 256; x++) {
    const depth = sheet.opticalDepth(x, 4) / DEPTH_UNIT;
    if (depth > 0.05) seen++;
    [1, 0.9, 0.82].forEach((absorbs, channel) => {
      const exact = 255 * code(light(x / 255) * Math.exp(-absorbs * depth));
      expect(Math.abs(data[4 * (stride * 4 + x) + channel] - exact)).toBeLessThan(1.01);
    });
  }
  expect(seen).toBeGreaterThan(200);
});

test("in bands, the picture is the same to the last byte, and nothing is left out", () => {
  // Taller than several bands, with dots across every border.
  const [width, height] = [40, 30_000];
  // From black to white, so that the darkest pixels, which go another way, are among them.
  const photo = {
    width,
    height,
    data: Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => (i * 131) % 256),
  };
  const marks = marksOf(
    ...Array.from({ length: 3000 }, (_, i) => mark((i * 7) % 43, (i * 10.3) % height, 0.5 + (i % 5), 1, 0, 0.8)),
  );
  const list = Int32Array.from({ length: marks.count }, (_, i) => i).filter((i) => i % 3 > 0);
  const out = new Uint8ClampedArray(photo.data.length);
  const shares = [...paintBands(photo, marks, list, [1, 0.9, 0.8], out)];
  expect(shares.length).toBeGreaterThan(3);
  expect(shares.at(-1)).toBe(1);
  const sheet = createSheet(photo);
  sheet.show(
    marks,
    those(marks, (i) => i % 3 > 0),
  );
  sheet.compose([1, 0.9, 0.8]);
  const { data, stride } = sheet.picture();
  for (let y = 0; y < height; y++) {
    const row = Buffer.from(data.buffer, data.byteOffset + 4 * stride * y, 4 * width);
    expect(row.equals(Buffer.from(out.buffer, 4 * width * y, 4 * width))).toBe(true);
  }
});

test("a sheet turned to other pixels, larger or smaller, is one made afresh", () => {
  const marks = crowd();
  const turned = createSheet(grey(300, 200));
  turned.show(
    marks,
    those(marks, () => true),
  );
  turned.turn(colours());
  turned.show(
    marks,
    those(marks, (i) => i % 2 === 0),
  );
  const fresh = createSheet(colours());
  fresh.show(
    marks,
    those(marks, (i) => i % 2 === 0),
  );
  expect(bytesOf(turned)).toBe(bytesOf(fresh));
});

test("a sheet cleared for other marks is one made afresh, and composes only where ink was or is", () => {
  const marks = crowd();
  const cleared = createSheet(colours());
  // In the upper left corner alone.
  cleared.show(
    marks,
    those(marks, (i) => marks.at[MARK * i] < 20 && marks.at[MARK * i + 1] < 20),
  );
  cleared.compose([1.2, 1.08, 0.98]);
  cleared.clear();
  const others = marksOf(mark(10, 30, 2, 1, 0, 1), mark(30, 20, 3, 1, 0, 0.5));
  cleared.show(
    others,
    those(others, () => true),
  );
  const changed = cleared.compose([1.2, 1.08, 0.98]);
  expect(changed).toMatchObject({ left: 0, top: 0 });
  expect(changed?.width).toBeLessThanOrEqual(48);
  expect(changed?.height).toBeLessThanOrEqual(40);
  const fresh = createSheet(colours());
  fresh.show(
    others,
    those(others, () => true),
  );
  expect(bytesOf(cleared)).toBe(bytesOf(fresh));
});

test("a turn that is refused leaves the sheet as it was", () => {
  const marks = crowd();
  const sheet = createSheet(colours());
  sheet.show(
    marks,
    those(marks, () => true),
  );
  const before = bytesOf(sheet);
  expect(() => sheet.turn({ ...grey(9, 9), height: 8 })).toThrow(RangeError);
  expect(bytesOf(sheet)).toBe(before);
});

test("sizes and bytes that differ, and a part outside, are refused", () => {
  expect(() => createSheet({ ...grey(9, 9), height: 8 })).toThrow(RangeError);
  expect(() => createSheet(grey(9, 9), { factor: 1, left: 1, top: 0, width: 9, height: 9 })).toThrow(RangeError);
});
