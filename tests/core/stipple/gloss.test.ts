/* Gloss: of light that is mirrored no ink takes any, pixel by pixel; the same bytes by every way and by either kernel.
 */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { lightOfRgb } from "../../../src/core/colour/linear.ts";
import {
  type Engine,
  type Gloss,
  type GroundTone,
  type Marks,
  type Pixels,
  MARK,
  createMarks,
  createSheet,
  paintBands,
  wholeOf,
} from "../../../src/core/stipple/stipple.ts";

const ABSORBS = [1.2, 0.84, 0.66] as const;
const TONE: GroundTone = { green: 0.5, red: 1.1, blue: 0.4 };
const [WIDTH, HEIGHT] = [90, 70];

/** From dim to white, every channel its own. */
const colours: Pixels = {
  width: WIDTH,
  height: HEIGHT,
  data: Uint8ClampedArray.from({ length: 4 * WIDTH * HEIGHT }, (_, i) => (i % 4 === 3 ? 255 : 60 + ((i * 131) % 196))),
};

const glossOf = (share: (i: number) => number, shrink = 1, width = WIDTH, height = HEIGHT): Gloss => ({
  left: 0,
  top: 0,
  width,
  height,
  shrink,
  share: Uint8Array.from({ length: width * height }, (_, i) => share(i)),
});

function crowd(gloss: Gloss | null, size = 1): Marks {
  const count = 400;
  const marks = createMarks(count);
  const ink = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const [x, y, radius] = [(i * 37.7) % WIDTH, (i * 23.3) % HEIGHT, 0.5 + ((i * 7) % 5) / 4];
    marks.at.set([size * x, size * y, size * size, 0, 0.8 * size * size, radius, 1], MARK * i);
    ink[i] = size * size * Math.PI * radius * radius * Math.sqrt(0.8);
  }
  const [across, high] = [Math.ceil(WIDTH / 8) + 4, Math.ceil(HEIGHT / 8) + 4];
  const all = new Uint8Array(across * high).fill(128);
  const share = { left: -16 * size, top: -16 * size, width: across, height: high, shrink: 8 * size, share: all };
  return { ...marks, count, ground: { step: 6 * size, share, ink }, gloss };
}

function painted(marks: Marks, engine: Engine = "fastest", part = wholeOf(colours)): Uint8ClampedArray {
  const sheet = createSheet(colours, part, engine);
  sheet.show(marks, new Uint8Array(marks.count).fill(1));
  sheet.compose(ABSORBS, TONE);
  const { data, stride } = sheet.picture();
  const out = new Uint8ClampedArray(4 * part.width * part.height);
  for (let y = 0; y < part.height; y++) {
    out.set(data.subarray(4 * stride * y, 4 * (stride * y + part.width)), 4 * part.width * y);
  }
  return out;
}

const noise = (i: number): number => (i * 97) % 256;
const equal = (a: Uint8ClampedArray, b: Uint8ClampedArray): boolean => Buffer.from(a).equals(Buffer.from(b));

test("WebAssembly and plain TypeScript give the same bytes, wherever the squares lie", () => {
  const placed = fc.record({
    left: fc.double({ min: -60, max: 200, noNaN: true }),
    top: fc.double({ min: -60, max: 200, noNaN: true }),
    shrink: fc.double({ min: 0.3, max: 20, noNaN: true }),
    factor: fc.constantFrom(1, 0.5, 0.25),
  });
  fc.assert(
    fc.property(placed, ({ left, top, shrink, factor }) => {
      const marks = crowd({ ...glossOf((i) => (i % 5 === 0 ? 0 : noise(i)), shrink), left, top }, 1 / factor);
      const part = { ...wholeOf(colours), factor };
      expect(equal(painted(marks, "fastest", part), painted(marks, "plain", part))).toBe(true);
    }),
    { numRuns: 60, seed: 15 },
  );
});

test("where all is mirrored the photo is left, where nothing is there is all of the ink", () => {
  const halves = crowd(glossOf((i) => (i % WIDTH < WIDTH / 2 ? 255 : 0)));
  const [some, without] = [painted(halves), painted(crowd(null))];
  const differing = (other: ArrayLike<number>, from: number, to: number): number => {
    let count = 0;
    for (let i = 0; i < some.length; i++) {
      const x = (i >> 2) % WIDTH;
      if (x >= from && x < to && some[i] !== other[i]) count++;
    }
    return count;
  };
  expect(differing(colours.data, 0, WIDTH / 2 - 1)).toBe(0);
  expect(differing(without, WIDTH / 2 + 1, WIDTH)).toBe(0);
  expect(differing(colours.data, WIDTH / 2 + 1, WIDTH)).toBeGreaterThan(1000);
  expect(equal(painted(crowd(glossOf(() => 0))), without)).toBe(true);
});

test("a share of the photo's light stays and the rest goes through the ink, to a code and a half", () => {
  const [some, without] = [painted(crowd(glossOf(noise))), painted(crowd(null))];
  let worst = 0;
  for (let i = 0; i < 4 * WIDTH * HEIGHT; i += 4) {
    const share = noise(i / 4) / 255;
    const lights = [some, without, colours.data].map((all) => lightOfRgb([all[i], all[i + 1], all[i + 2]]));
    const [out, inked, photo] = lights;
    for (let c = 0; c < 3; c++) {
      const asked = share * photo[c] + (1 - share) * inked[c];
      // Codes by the slope of light about the middle of a step.
      const code = lightOfRgb([some[i + c] + 1, 0, 0])[0] - out[c];
      worst = Math.max(worst, Math.abs(out[c] - asked) / code);
    }
  }
  expect(worst).toBeLessThan(1.5);
});

test("a part and a picture painted band by band are the whole's", () => {
  const marks = crowd(glossOf(noise, 3, 31, 25));
  const whole = painted(marks);
  const part = { factor: 1, left: 16, top: 24, width: 48, height: 40 };
  const cut = painted(marks, "fastest", part);
  const same = Array.from({ length: part.height }, (_, y) => {
    const from = 4 * (WIDTH * (part.top + y) + part.left);
    const row = cut.subarray(4 * part.width * y, 4 * part.width * (y + 1));
    return equal(row, whole.subarray(from, from + 4 * part.width));
  });
  expect(same.every(Boolean)).toBe(true);
  const out = new Uint8ClampedArray(colours.data.length);
  const list = Int32Array.from({ length: marks.count }, (_, i) => i);
  for (const share of paintBands(colours, marks, list, ABSORBS, out, TONE)) expect(share).toBeGreaterThan(0);
  expect(equal(out, whole)).toBe(true);
});

test("a sheet that is cleared or turned mirrors nothing of what was", () => {
  const sheet = createSheet(colours);
  const shown = (marks: Marks): Uint8ClampedArray => {
    sheet.show(marks, new Uint8Array(marks.count).fill(1));
    sheet.compose(ABSORBS, TONE);
    const { data, stride } = sheet.picture();
    return Uint8ClampedArray.from({ length: 4 * WIDTH * HEIGHT }, (_, i) => {
      const [y, x] = [Math.floor(i / (4 * WIDTH)), i % (4 * WIDTH)];
      return data[4 * stride * y + x];
    });
  };
  const glossy = shown(crowd(glossOf(noise)));
  sheet.clear();
  expect(equal(shown(crowd(null)), painted(crowd(null)))).toBe(true);
  sheet.turn(colours);
  expect(equal(shown(crowd(glossOf(noise))), glossy)).toBe(true);
});
