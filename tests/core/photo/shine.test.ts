/* Shine read off the demo head, against what its maker knows: dots laid under the skin with the one and with the other must look the same. */
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { demoConsultation } from "../../../src/cli/render.ts";
import { LIGHT, fromLight } from "../../../src/core/colour/linear.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type PixelBuffer, pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { type Gains, NO_GAINS, type Shine, readShine, shineAt, withinHead } from "../../../src/core/photo/shine.ts";
import { hash2 } from "../../../src/core/random.ts";
import { type Scene, type Taken, relit, sceneOf } from "../../demo/relit.ts";

const top = path.resolve(import.meta.dirname, "../../..");
const SHRINK = 4;
const BLOCK = 5;
/** Luminance of sRGB's channels. */
const LUMINANCE = [0.2126, 0.7152, 0.0722];

/** What is left of a dot's contrast in a block of the scalp, of 1: by the true shine, and by that read off the photo. */
type Block = { readonly truly: number; readonly read: number };

/** Blocks of the scalp. What all of it mirrors counts as skin: a photo does not tell it from paler skin. */
function blocksOf(
  { width, height, skull }: Scene,
  pixels: PixelBuffer,
  share: Float64Array,
  shine: Shine,
  within: (x: number, y: number) => number,
): Block[] {
  const scalp = (x: number, y: number): boolean =>
    skull[y * width + x] > 250 && within((x + 0.5) * SHRINK, (y + 0.5) * SHRINK) > 0.9;
  const usual = [0, 1, 2].map((c) => {
    const all: number[] = [];
    for (let i = 0; i < width * height; i++) if (scalp(i % width, Math.floor(i / width))) all.push(share[3 * i + c]);
    return all.toSorted((a, b) => a - b)[Math.floor(0.4 * all.length)];
  });
  const blocks: Block[] = [];
  for (let north = 0; north + BLOCK <= height; north += BLOCK) {
    for (let west = 0; west + BLOCK <= width; west += BLOCK) {
      let [count, light, truly, read] = [0, 0, 0, 0];
      for (let y = north; y < north + BLOCK; y++) {
        for (let x = west; x < west + BLOCK; x++) {
          if (!scalp(x, y)) continue;
          count++;
          const mirrored = shineAt(shine, (x + 0.5) * SHRINK, (y + 0.5) * SHRINK);
          for (let c = 0; c < 3; c++) {
            const i = y * width + x;
            const here = LIGHT[pixels.data[4 * i + c]];
            const more = Math.max(0, (share[3 * i + c] - usual[c]) / (1 - usual[c]));
            light += LUMINANCE[c] * here;
            truly += LUMINANCE[c] * here * (1 - more);
            read += LUMINANCE[c] * (here - Math.min(here, mirrored * shine.colour[c]));
          }
        }
      }
      if (count > 0.6 * BLOCK * BLOCK) blocks.push({ truly: truly / light, read: read / light });
    }
  }
  return blocks;
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

type View = { readonly scene: Scene; readonly within: (x: number, y: number) => number };
const views: View[] = [];

beforeAll(async () => {
  for (const view of ["front", "three-quarter", "top", "right", "back", "left"]) {
    const { consultation } = await demoConsultation(view, `${top}/public/demo`);
    const within = withinHead(surfaceOf(maleVault, consultation.view));
    views.push({ scene: await sceneOf(view, top), within });
  }
}, 60_000);

/** Blocks in highlights, how far off dots are there and would be without a reading; and what dots lose elsewhere, and in how many blocks they lose nothing. */
function measured({ scene, within }: View, taken: Taken, gains: Gains) {
  const { pixels, share } = relit(scene, taken);
  const shine = shineOf(pixels, within, gains);
  const blocks = blocksOf(scene, pixels, share, shine, within);
  const bright = blocks.filter(({ truly }) => truly < 0.9);
  const dull = blocks.filter(({ truly }) => truly > 0.97);
  return {
    blocks: bright.length,
    error: mean(bright.map(({ truly, read }) => Math.abs(read / truly - 1))),
    unread: mean(bright.map(({ truly }) => 1 / truly - 1)),
    outside: 1 - mean(dull.map(({ read }) => read)),
    untouched: dull.filter(({ read }) => read === 1).length / dull.length,
  };
}

const WARM = [1.18, 1, 0.74] as const;
/** What the skin of the darkest, and of a brown typology angle gives back against the demo's (domain.md 3.2). */
const DARK = [0.092 / 0.429, 0.04 / 0.246, 0.024 / 0.17] as const;
const BROWN = [0.213 / 0.429, 0.098 / 0.246, 0.048 / 0.17] as const;

const conditions: readonly (readonly [what: string, taken: Taken, gains: Gains])[] = [
  ["as it is", {}, NO_GAINS],
  ["at 0.7 of the exposure", { exposure: 0.7 }, NO_GAINS],
  ["at 1.3 of the exposure", { exposure: 1.3 }, NO_GAINS],
  ["oily", { oil: 3 }, NO_GAINS],
  ["oily in warm light", { oil: 3, cast: WARM }, NO_GAINS],
  ["oily in warm light that is known", { oil: 3, cast: WARM }, [1 / WARM[0], 1, 1 / WARM[2]]],
  ["with brown skin", { albedo: BROWN, exposure: 1.6 }, NO_GAINS],
  ["with dark skin", { albedo: DARK, exposure: 2 }, NO_GAINS],
];

test.each(conditions)("dots fade in highlights as they should, and nowhere else: %s", (_, taken, gains) => {
  // Shine that is not of the colour that is taken for white is read a little less well.
  const allowed = taken.cast && gains === NO_GAINS ? 0.12 : 0.1;
  for (const view of views) {
    const { blocks, error, unread, outside, untouched } = measured(view, taken, gains);
    expect(blocks).toBeGreaterThan(5);
    expect(unread).toBeGreaterThan(1.2 * allowed);
    expect(error).toBeLessThan(allowed);
    expect(outside).toBeLessThan(0.01);
    expect(untouched).toBeGreaterThan(0.5);
  }
});

test("a matte head, bright on one side, has next to no shine", () => {
  for (const { scene, within } of views) {
    const { pixels } = relit(scene, { oil: 0 });
    const shine = shineOf(pixels, within);
    let [all, mirrored] = [0, 0];
    scene.skull.forEach((skull, i) => {
      if (skull < 255) return;
      all += LIGHT[pixels.data[4 * i + 1]];
      mirrored += shineAt(shine, ((i % scene.width) + 0.5) * SHRINK, (Math.floor(i / scene.width) + 0.5) * SHRINK);
    });
    expect(mirrored).toBeLessThan(0.01 * all);
  }
});

function shineOf(pixels: PixelBuffer, within: (x: number, y: number) => number, gains = NO_GAINS): Shine {
  const shine = readShine(pixels, SHRINK, within, gains);
  if (!shine) throw new RangeError("no skin");
  return shine;
}

/** Side of the square of skin, px. */
const SIDE = 160;
const everywhere = (): number => 1;

/** A square of skin, light from left to right, with grain; `more` adds light at a pixel, and `share` is what is left of it. */
function skinSquare(
  more: (x: number, y: number) => number,
  share: (x: number, y: number) => number = () => 1,
): PixelBuffer {
  const pixels = pixelBuffer(SIDE, SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      [0.43, 0.25, 0.17, 1].forEach((albedo, c) => {
        const grain = 1 + 0.02 * (hash2(7 + c, y * SIDE + x) / 2 ** 32 - 0.5);
        const lit = albedo * (0.5 + (0.5 * x) / SIDE) * grain * share(x, y) + more(x, y);
        pixels.data[4 * (y * SIDE + x) + c] = c === 3 ? 255 : 255 * fromLight(Math.min(1, lit));
      });
    }
  }
  return pixels;
}

const bump = (x: number, y: number, radius: number): number => {
  const t = Math.max(0, 1 - ((x - 80) ** 2 + (y - 80) ** 2) / radius ** 2);
  return t * t;
};

test("skin that is only lit from one side, and a darker, greyer patch as of stubble, have none that shows", () => {
  expect(
    shineOf(
      skinSquare(() => 0),
      everywhere,
    ).light.every((v) => v === 0),
  ).toBe(true);
  const stubble = skinSquare(
    (x, y) => 0.012 * bump(x, y, 40),
    (x, y) => 1 - 0.4 * bump(x, y, 40),
  );
  expect(Math.max(...shineOf(stubble, everywhere).light)).toBeLessThan(0.002 * 65535);
});

test("a highlight is read within a tenth, comes on without an edge, and is nothing beyond its foot", () => {
  const shine = shineOf(
    skinSquare((x, y) => 0.3 * bump(x, y, 40)),
    everywhere,
  );
  const at = (x: number): number => shineAt(shine, (x + 0.5) * SHRINK, 80.5 * SHRINK) / 65535;
  expect(Math.abs(at(80) / 0.3 - 1)).toBeLessThan(0.1);
  expect(Math.abs(at(68) / (0.3 * bump(68, 80, 40)) - 1)).toBeLessThan(0.1);
  for (let x = 20; x < 140; x++) {
    expect(Math.abs(at(x + 1) - at(x))).toBeLessThan(0.03);
  }
  for (const x of [20, 30, 37, 123, 130, 140]) expect(at(x)).toBe(0);
});

test("where a highlight is burnt out the light from within is carried on from its rim", () => {
  const shine = shineOf(
    skinSquare((x, y) => 1.6 * bump(x, y, 30)),
    everywhere,
  );
  const middle = shineAt(shine, 80.5 * SHRINK, 80.5 * SHRINK) / 65535;
  // All is white there: what is left of it is the skin's blue.
  expect(middle).toBeGreaterThan(0.8);
  expect(middle).toBeLessThan(0.95);
});

test("no skin, no shine; beyond what was read there is none", () => {
  expect(
    readShine(
      skinSquare(() => 0.2),
      SHRINK,
      () => 0,
    ),
  ).toBeNull();
  const shine = shineOf(
    skinSquare((x, y) => 0.3 * bump(x, y, 12)),
    (x, y) => (Math.abs(x - 320) + Math.abs(y - 320) < 200 ? 1 : 0),
  );
  expect(shine.width).toBeLessThan(SIDE);
  expect(shineAt(shine, 320, 320)).toBeGreaterThan(10_000);
  expect(shineAt(shine, 20, 320)).toBe(0);
});
