/* The light's colour in photos of the demo head, given a lamp that is known. */
import { beforeAll, describe, expect, test } from "vitest";
import { CODE, LIGHT, type Light, lightOfRgb } from "../../../src/core/colour/linear.ts";
import { type PixelBuffer, pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { readSkin } from "../../../src/core/reading/skin.ts";
import {
  type Balance,
  asTaken,
  balanceBySurroundings,
  balanceByTouch,
  balanced,
} from "../../../src/core/reading/white-balance.ts";
import { type DemoView, SHRINK, demoView, inLight, lamp, names } from "../../first-demo/demo-skin.ts";

const views = new Map<string, DemoView>();
beforeAll(async () => {
  for (const name of names) views.set(name, await demoView(name));
});

const viewOf = (name: string): DemoView => {
  const view = views.get(name);
  if (!view) throw new RangeError(`no view ${name}`);
  return view;
};

/** As the skin's reading asks for it. */
function bySurroundings(name: string, pixels: PixelBuffer): Balance {
  const skin = readSkin(pixels, SHRINK, viewOf(name).surface);
  if (!skin) throw new RangeError(`no skin in ${name}`);
  return skin.balance;
}

/** How far a lamp's light is from neutral once it is balanced: the logarithms' length. */
const left = ([red, , blue]: Light): number => Math.hypot(Math.log(red), Math.log(blue));

/** The demo's paper wall: what can be reached from the upper corners without an edge. */
function wallOf({ width, height, data }: PixelBuffer): readonly number[] {
  const seen = new Uint8Array(width * height);
  const wall: number[] = [];
  const next = [0, width - 1];
  for (let p = next.pop(); p !== undefined; p = next.pop()) {
    if (seen[p]) continue;
    seen[p] = 1;
    wall.push(p);
    for (const q of [p % width > 0 ? p - 1 : p, p % width < width - 1 ? p + 1 : p, p - width, p + width]) {
      if (q < 0 || q >= width * height || data[4 * q + 1] < 92) continue;
      const [red, green, blue] = [data[4 * q], data[4 * q + 1], data[4 * q + 2]];
      const step = Math.max(Math.abs(red - data[4 * p]), Math.abs(blue - data[4 * p + 2]));
      if (step < 7 && Math.max(red, green, blue) - Math.min(red, green, blue) < 14) next.push(q);
    }
  }
  return wall;
}

function painted({ width, height, data }: PixelBuffer, wall: readonly number[], paint: Light): PixelBuffer {
  const out = data.slice();
  const codes = paint.map((k) => Uint8Array.from(LIGHT, (light) => CODE[Math.min(65535, Math.round(k * light))]));
  for (const p of wall) for (let c = 0; c < 3; c++) out[4 * p + c] = codes[c][data[4 * p + c]];
  return pixelBuffer(width, height, out);
}

describe.each(names)("about the demo's head, %s", (name) => {
  test("neutral light is left as it is", () => {
    const { gains, by } = bySurroundings(name, viewOf(name).pixels);
    expect(by).toBe("surroundings");
    expect(left(gains)).toBeLessThan(0.02);
  });

  test.each([2700, 3500, 4500, 10_000])("a lamp of %i K is seen", (kelvin) => {
    const light = lamp(kelvin);
    const balance = bySurroundings(name, inLight(viewOf(name).pixels, light, "kept"));
    expect(balance.by).toBe("surroundings");
    // Two standard deviations of what it says of itself; small casts are half believed.
    expect(left(balanced(light, balance))).toBeLessThan(2 * balance.spread);
  });

  test("a coloured wall behind grey clothes is no lamp: the camera is believed", () => {
    const { pixels } = viewOf(name);
    const wall = wallOf(pixels);
    expect(wall.length).toBeGreaterThan(0.1 * pixels.width * pixels.height);
    for (const paint of [
      [0.74, 1, 1.35],
      [1.35, 1, 0.67],
      [0.6, 1, 1.16],
    ] as const) {
      expect(bySurroundings(name, painted(pixels, wall, paint))).toEqual(asTaken);
    }
  });
});

test("where there is nothing but skin and wall of its colour, the camera is believed", () => {
  const { pixels, surface } = viewOf("front");
  const warm = pixelBuffer(
    pixels.width,
    pixels.height,
    pixels.data.map((_, i) => [205, 160, 136, 255][i % 4]),
  );
  expect(balanceBySurroundings(warm, SHRINK, surface, lightOfRgb([205, 160, 136]))).toBe(asTaken);
});

describe("a touch on a card", () => {
  /** A disc of one colour. */
  const of = (rgb: readonly number[]) =>
    balanceByTouch(
      pixelBuffer(
        9,
        9,
        new Uint8ClampedArray(324).map((_, i) => [...rgb, 255][i % 4]),
      ),
      1,
      { x: 4, y: 4 },
      3,
    );
  const gainsOf = (found: ReturnType<typeof balanceByTouch>): unknown => (found.ok ? found.value.gains : found.reason);

  test.each([2700, 3500, 5000, 6504, 12_000])("tells a lamp of %i K, surer than a guess", (kelvin) => {
    const { pixels } = viewOf("front");
    const balance = balanceByTouch(inLight(pixels, lamp(kelvin), "kept"), SHRINK, { x: 150, y: 300 }, 20);
    expect(balance.ok && balance.value.by).toBe("touch");
    expect(balance.ok && left(balanced(lamp(kelvin), balance.value)) < 0.05).toBe(true);
    expect(balance.ok && 2 * balance.value.spread <= 0.06 && 3 * balance.value.spread < asTaken.spread).toBe(true);
  });

  test("is the middle of the disc: a pen's stroke across it changes nothing", () => {
    const grey = pixelBuffer(60, 60, new Uint8ClampedArray(60 * 60 * 4).fill(150));
    for (let y = 28; y < 32; y++) grey.data.fill(30, 4 * 60 * y, 4 * 60 * (y + 1));
    for (let i = 0; i < 60 * 4 * 4; i += 4) grey.data.set([200, 30, 30], 4 * 60 * 20 + i);
    expect(gainsOf(balanceByTouch(grey, 1, { x: 30, y: 30 }, 20))).toEqual([1, 1, 1]);
  });

  test("that is burnt out, too dark or coloured says which, and tells no light", () => {
    expect(gainsOf(of([255, 255, 255]))).toBe("burnt");
    expect(gainsOf(of([255, 250, 240]))).toBe("burnt");
    expect(gainsOf(of([0, 0, 0]))).toBe("dark");
    expect(gainsOf(of([20, 20, 22]))).toBe("dark");
    expect(gainsOf(of([60, 130, 50]))).toBe("coloured");
    expect(gainsOf(balanceByTouch(pixelBuffer(9, 9), 1, { x: -50, y: 4 }, 3))).toBe("dark");
    expect(gainsOf(of([180, 180, 180]))).toEqual([1, 1, 1]);
  });

  test("half of which is burnt is burnt: the rest is its rim", () => {
    const card = pixelBuffer(60, 60, new Uint8ClampedArray(60 * 60 * 4).fill(200));
    card.data.fill(255, 0, 4 * 60 * 36);
    expect(gainsOf(balanceByTouch(card, 1, { x: 30, y: 30 }, 20))).toBe("burnt");
    card.data.fill(200, 0, 4 * 60 * 26);
    expect(gainsOf(balanceByTouch(card, 1, { x: 30, y: 30 }, 20))).toEqual([1, 1, 1]);
  });

  test("gains stay within 0.4 and 5, by the dimmest lamp too", () => {
    const candle = inLight(pixelBuffer(9, 9, new Uint8ClampedArray(324).fill(240)), lamp(2400), "kept");
    expect(gainsOf(balanceByTouch(candle, 1, { x: 4, y: 4 }, 3))).toEqual([0.4, 1, 5]);
  });
});
