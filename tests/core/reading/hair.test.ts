/* Hair as it is read off small painted heads: what bald heads with gloss and shade, a fringe and stubble are taken for,
   and what a person's stroke does. */
import { expect, test } from "vitest";
import { CODE } from "../../../src/core/colour/linear.ts";
import { type Vec3, unit } from "../../../src/core/geometry/vector.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault, vaultPoint } from "../../../src/core/head/vault.ts";
import { plainView } from "../../../src/core/head/view.ts";
import { type PixelBuffer, pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { hash2 } from "../../../src/core/random.ts";
import { type Hair, hairAt, readHair } from "../../../src/core/reading/hair.ts";
import type { HairStroke } from "../../../src/core/head/hair-strokes.ts";

const [WIDE, HIGH] = [420, 480];
const camera = { width: WIDE, height: HIGH, focal: 900 };
/** From behind and above, so that top and both sides are seen. */
const pose = { yaw: 180, pitch: -25, roll: 0, x: 0, y: 0, z: 520 };
const surface = surfaceOf(maleVault, plainView("back", camera, pose, "known"));

/** The head's place at a pixel: reckoned for each STEP of them. */
const STEP = 4;
const places = new Map<number, Vec3>();
function placeAt(x: number, y: number): Vec3 {
  const [column, row] = [Math.floor(x / STEP), Math.floor(y / STEP)];
  const known = places.get(row * 1000 + column);
  if (known) return known;
  const middle = { x: (column + 0.5) * STEP, y: (row + 0.5) * STEP };
  const place = vaultPoint(maleVault, surface.fromImage(middle));
  places.set(row * 1000 + column, place);
  return place;
}

type Light = readonly [red: number, green: number, blue: number];
type Paint = (skin: Light, place: Vec3, x: number, y: number) => Light;
const SKIN: Light = [0.43, 0.25, 0.17];

/** Noise of a pixel, or of `size` of them together, -1..1. */
const noise = (seed: number, x: number, y: number, size = 1): number =>
  (hash2(seed, Math.floor(y / size) * 1000 + Math.floor(x / size)) >>> 0) / 2 ** 31 - 1;

/** A lit head with some grain before a grey wall, and what a place makes of its skin. */
function head(paint: Paint): PixelBuffer {
  const pixels = pixelBuffer(WIDE, HIGH);
  const { centre, limbDistance } = surface;
  for (let y = 0, i = 0; y < HIGH; y++) {
    for (let x = 0; x < WIDE; x++, i++) {
      const [dx, dy] = [x + 0.5 - centre.x, y + 0.5 - centre.y];
      const isHead = Math.hypot(dx, dy) < limbDistance(dx, dy);
      let light: Light = [0.3, 0.3, 0.3];
      if (isHead) {
        const place = placeAt(x, y);
        const lit = (0.75 + place[1] / 400) * (1 + 0.02 * noise(7, x, y));
        light = paint([SKIN[0] * lit, SKIN[1] * lit, SKIN[2] * lit], place, x, y);
      }
      for (let c = 0; c < 3; c++) pixels.data[4 * i + c] = CODE[Math.round(65535 * Math.min(1, Math.max(0, light[c])))];
      pixels.data[4 * i + 3] = 255;
    }
  }
  return pixels;
}

function read(paint: Paint, strokes: readonly HairStroke[] = []): Hair {
  const hair = readHair(head(paint), 1, surface, null, strokes);
  if (!hair) throw new RangeError("no head");
  return hair;
}

/** Mean of `of` over the pixels of the head, 2 mm and more within it, whose place is asked for. */
function mean(of: (x: number, y: number) => number, wanted: (place: Vec3) => boolean): number {
  let [sum, count] = [0, 0];
  for (let y = 3; y < HIGH; y += 5) {
    for (let x = 3; x < WIDE; x += 5) {
      const [dx, dy] = [x - surface.centre.x, y - surface.centre.y];
      if (Math.hypot(dx, dy) > 0.96 * surface.limbDistance(dx, dy)) continue;
      if (!wanted(placeAt(x, y))) continue;
      sum += of(x, y);
      count++;
    }
  }
  expect(count).toBeGreaterThan(50);
  return sum / count;
}

const alpha =
  (hair: Hair) =>
  (x: number, y: number): number =>
    hairAt(hair, x, y);
const stubble =
  ({ left, top, coarse }: Hair) =>
  (x: number, y: number): number =>
    coarse.stubble[Math.floor((y - top) / coarse.shrink) * coarse.width + Math.floor((x - left) / coarse.shrink)] / 255;

const scaled = ([r, g, b]: Light, k: number): Light => [r * k, g * k, b * k];
const isFringe = ([x, y, z]: Vec3): boolean => y > -20 && y < 48 && z < 20 && Math.abs(x) > 15;
const isTop = ([, y]: Vec3): boolean => y > 60;

/** Dark strands, some millimetres long, over the fringe. */
const fringe: Paint = (skin, place, x, y) => {
  if (!isFringe(place)) return skin;
  const strand = 0.5 + 0.4 * noise(3, x, y / 4, 2) + 0.2 * noise(5, x, y, 1);
  return [0.06 * strand + 0.01, 0.045 * strand + 0.01, 0.035 * strand + 0.01];
};

test("a bald head stays bare", () => {
  expect(mean(alpha(read((skin) => skin)), () => true)).toBeLessThan(0.005);
});

test("neither gloss nor shade on bare skin is hair", () => {
  const paint: Paint = (skin, [x, y, z]) => {
    const gloss = 0.5 * Math.max(0, 1 - Math.hypot(x - 20, y - 80, z - 20) / 35);
    // Light that comes back from skin in shade is redder.
    const dark = 1 - 0.8 * Math.max(0, Math.min(1, (-x - 20) / 30));
    return [skin[0] * dark ** 0.9 + gloss, skin[1] * dark + gloss, skin[2] * dark ** 1.05 + gloss];
  };
  expect(mean(alpha(read(paint)), () => true)).toBeLessThan(0.01);
});

test("a fringe is found, and the skin beside it left", () => {
  const hair = read(fringe);
  expect(mean(alpha(hair), isFringe)).toBeGreaterThan(0.85);
  expect(mean(alpha(hair), isTop)).toBeLessThan(0.01);
});

test("grey strands, no darker than skin, are found as well", () => {
  const hair = read((skin, place, x, y) => {
    if (!isFringe(place)) return skin;
    const strand = 0.22 * (1 + 0.5 * noise(3, x, y / 4, 2) + 0.2 * noise(5, x, y));
    return [strand, strand, 0.95 * strand];
  });
  expect(mean(alpha(hair), isFringe)).toBeGreaterThan(0.7);
  expect(mean(alpha(hair), isTop)).toBeLessThan(0.01);
});

test("shaved stubble hides no skin, and is told from bare skin", () => {
  const hair = read((skin, place, x, y) => (isFringe(place) ? scaled(skin, 0.8 + 0.12 * noise(9, x, y)) : skin));
  expect(mean(alpha(hair), isFringe)).toBeLessThan(0.03);
  expect(mean(stubble(hair), isFringe)).toBeGreaterThan(0.7);
  expect(mean(stubble(hair), isTop)).toBeLessThan(0.05);
});

/** From a place on the head to one beside it, 4 mm wide. */
function stroke(kind: HairStroke["kind"], between: readonly Vec3[]): HairStroke {
  return { kind, radius: 7, points: between.map((way) => surface.toImage(unit(way))) };
}

test("a stroke of skin frees all of what is alike and joined to it, and leaves the other side", () => {
  const isRight = (place: Vec3): boolean => isFringe(place) && place[0] > 0;
  const isLeft = (place: Vec3): boolean => isFringe(place) && place[0] < 0;
  const hair = read(fringe, [
    stroke("skin", [
      [0.5, 0.1, -0.85],
      [0.62, 0.1, -0.77],
    ]),
  ]);
  expect(mean(alpha(hair), isRight)).toBeLessThan(0.3);
  expect(mean(alpha(hair), isLeft)).toBeGreaterThan(0.85);
});

test("a stroke of hair takes in what is alike and joined to it, and no skin", () => {
  // Fair down, hardly darker than the skin and hardly uneven, that is not taken for hair untold.
  const isDown = ([x, y, z]: Vec3): boolean => y > -10 && y < 60 && z < -20 && x > 20;
  const paint: Paint = (skin, place) => (isDown(place) ? [skin[0] * 0.62, skin[1] * 0.72, skin[2] * 0.6] : skin);
  expect(mean(alpha(read(paint)), isDown)).toBeLessThan(0.2);
  const hair = read(paint, [
    stroke("hair", [
      [0.5, 0.2, -0.84],
      [0.6, 0.2, -0.77],
    ]),
  ]);
  const told =
    ({ left, top, coarse }: Hair) =>
    (x: number, y: number): number =>
      coarse.hair[Math.floor((y - top) / coarse.shrink) * coarse.width + Math.floor((x - left) / coarse.shrink)] / 255;
  expect(mean(told(hair), isDown)).toBeGreaterThan(0.8);
  expect(mean(told(hair), ([x, y]) => x < 0 && y > 20)).toBeLessThan(0.02);
});

test("the same photo is read the same, and a head beside it not at all", () => {
  expect(read(fringe)).toEqual(read(fringe));
  const beside = surfaceOf(maleVault, plainView("front", camera, { ...pose, x: 4000 }, "known"));
  expect(readHair(head(fringe), 1, beside, null, [])).toBeNull();
});
