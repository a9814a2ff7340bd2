/* Gloss as it is read from edition 3 on: what skin in light and shade, pale skin, glints and cloth are taken for. */
import { expect, test } from "vitest";
import { CODE } from "../../../src/core/colour/linear.ts";
import { type PixelBuffer, pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { readGloss } from "../../../src/core/reading/gloss.ts";
import { specularShare } from "../../../src/core/reading/specular.ts";
import { hash2 } from "../../../src/core/random.ts";

/** Side of the square of skin, px: twice as fine as skin's colour is read. */
const SIDE = 640;
const SKIN = [0.43, 0.25, 0.17] as const;
type Light = readonly [red: number, green: number, blue: number];

/** A square of skin, light from left to right, with grain, and what a place makes of it. */
function square(at: (skin: Light, x: number, y: number) => Light): PixelBuffer {
  const pixels = pixelBuffer(SIDE, SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const i = y * SIDE + x;
      const lit = (c: number): number =>
        SKIN[c] * (0.6 + (0.3 * x) / SIDE) * (1 + 0.02 * (((hash2(7, i) >>> (8 * c)) & 255) / 255 - 0.5));
      const light = at([lit(0), lit(1), lit(2)], x, y);
      for (let c = 0; c < 3; c++) pixels.data[4 * i + c] = CODE[Math.round(65535 * Math.min(1, light[c]))];
      pixels.data[4 * i + 3] = 255;
    }
  }
  return pixels;
}

/** The share that is read at a pixel. */
function shares(at: (skin: Light, x: number, y: number) => Light): (x: number, y: number) => number {
  const everywhere = (): number => 1;
  const read = readGloss(square(at), 1, { skin: everywhere, head: everywhere });
  if (!read) throw new RangeError("no skin");
  return (x, y) => specularShare(read, x + 0.5, y + 0.5);
}

const within = (x: number, y: number, radius: number): number => {
  const t = Math.max(0, 1 - ((x - 320) ** 2 + (y - 320) ** 2) / radius ** 2);
  return t * t;
};
const plus = ([r, g, b]: Light, more: number): Light => [r + more, g + more, b + more];

test("skin that is lit from one side mirrors nothing", () => {
  const share = shares((skin) => skin);
  for (let x = 10; x < SIDE; x += 20) expect(share(x, 300)).toBeLessThan(0.03);
});

test("paler skin, no brighter than the skin about it, is no gloss", () => {
  const share = shares(([r, g, b], x, y) => {
    const pale = 0.3 * within(x, y, 120);
    const grey = (r + g + b) / 3;
    return [r + pale * (grey - r), g + pale * (grey - g), b + pale * (grey - b)];
  });
  for (let x = 220; x < 420; x += 10) expect(share(x, 320)).toBeLessThan(0.08);
});

test("a highlight is read within a tenth of all light, and comes on without a step", () => {
  const light = (x: number): number => 0.3 * within(x, 320, 160);
  const share = shares((skin, x, y) => plus(skin, 0.3 * within(x, y, 160)));
  const truly = (x: number): number => {
    const own = ((SKIN[0] + SKIN[1] + SKIN[2]) / 3) * (0.6 + (0.3 * x) / SIDE);
    return light(x) / (own + light(x));
  };
  for (let x = 240; x <= 400; x += 20) expect(Math.abs(share(x, 320) - truly(x))).toBeLessThan(0.1);
  for (let x = 100; x < 540; x++) expect(Math.abs(share(x + 1, 320) - share(x, 320))).toBeLessThan(0.12);
});

test("on dark skin a highlight is read under a lamp a little warm, and a little cold", () => {
  const dark: Light = [0.18, 0.08, 0.05];
  // A third of the way to daylight at 5000 K, and about as much colder than white.
  for (const lamp of [
    [1.06, 0.99, 0.91],
    [0.95, 1, 1.09],
  ]) {
    const mirrors = (x: number, y: number): number => 0.3 * within(x, y, 160);
    const share = shares((skin, x, y) => {
      const [r, g, b] = skin.map((light, c) => (light * dark[c]) / SKIN[c] + mirrors(x, y) * lamp[c]);
      return [r, g, b];
    });
    for (let x = 240; x <= 400; x += 20) {
      const own = ((dark[0] + dark[1] + dark[2]) / 3) * (0.6 + (0.3 * x) / SIDE);
      const all = own + (mirrors(x, 320) * (lamp[0] + lamp[1] + lamp[2])) / 3;
      expect(Math.abs(share(x, 320) - (1 - own / all))).toBeLessThan(0.1);
    }
  }
});

test("a glint of three pixels is read where it is, and not beside it", () => {
  const share = shares((skin, x, y) => plus(skin, Math.max(Math.abs(x - 320), Math.abs(y - 320)) <= 1 ? 0.5 : 0));
  expect(share(320, 320)).toBeGreaterThan(0.45);
  for (const x of [312, 316, 324, 328]) expect(share(x, 320)).toBeLessThan(0.1);
});

test("white hair, a wall and blue cloth take no ink; grey stubble and skin in blue shade do", () => {
  const patched = (light: Light) => shares((skin, x, y) => (x > 420 && y > 200 && y < 440 ? light : skin))(500, 320);
  expect(patched([0.5, 0.5, 0.5])).toBeGreaterThan(0.9);
  expect(patched([0.05, 0.1, 0.3])).toBeGreaterThan(0.9);
  expect(patched([0.05, 0.25, 0.08])).toBeGreaterThan(0.9);
  // Stubble takes more of red; shade takes much of all and leaves it bluer.
  expect(patched([0.19, 0.15, 0.12])).toBeLessThan(0.15);
  expect(patched([0.09, 0.07, 0.06])).toBeLessThan(0.15);
});
