/* Specular read off the demo head, against what its maker knows: dots laid under the skin with the one and with the
   other must look the same. */
import { beforeAll, expect, test } from "vitest";
import { LIGHT, fromLight } from "../../../src/core/colour/linear.ts";
import { type PixelBuffer, pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { type Gains, NO_GAINS } from "../../../src/core/reading/skin-planes.ts";
import { readSpecular, specularAt, specularShare } from "../../../src/core/reading/specular.ts";
import { hash2 } from "../../../src/core/random.ts";
import { type LitView, SHRINK, litView, litViews, measured, shineIn } from "../../first-demo/highlights.ts";
import { type Taken, relit } from "../../first-demo/relit.ts";

const views: LitView[] = [];

beforeAll(async () => {
  for (const name of litViews) views.push(await litView(name));
});

const WARM = [1.18, 1, 0.74] as const;
/** What the skin of the darkest, and of a brown typology angle gives back against the demo's (SOURCES skin-3). */
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
  // Specular that is not of the colour that is taken for white is read a little less well.
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
    const shine = shineIn(pixels, within);
    let [all, mirrored] = [0, 0];
    scene.skull.forEach((skull, i) => {
      if (skull < 255) return;
      all += LIGHT[pixels.data[4 * i + 1]];
      mirrored += specularAt(shine, ((i % scene.width) + 0.5) * SHRINK, (Math.floor(i / scene.width) + 0.5) * SHRINK);
    });
    expect(mirrored).toBeLessThan(0.01 * all);
  }
});

/** Side of the square of skin, px. */
const SIDE = 160;
const everywhere = (): number => 1;

/**
 * A square of skin, light from left to right, with grain; `more` adds
 * light at a pixel, and `share` is what is left of it.
 */
function skinSquare(
  more: (x: number, y: number) => number,
  share: (x: number, y: number, channel: number) => number = () => 1,
): PixelBuffer {
  const pixels = pixelBuffer(SIDE, SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      [0.43, 0.25, 0.17, 1].forEach((albedo, c) => {
        const grain = 1 + 0.02 * (hash2(7 + c, y * SIDE + x) / 2 ** 32 - 0.5);
        const lit = albedo * (0.5 + (0.5 * x) / SIDE) * grain * share(x, y, c) + more(x, y);
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
    shineIn(
      skinSquare(() => 0),
      everywhere,
    ).light.every((v) => v === 0),
  ).toBe(true);
  const stubble = skinSquare(
    (x, y) => 0.012 * bump(x, y, 40),
    (x, y) => 1 - 0.4 * bump(x, y, 40),
  );
  expect(Math.max(...shineIn(stubble, everywhere).light)).toBeLessThan(0.002 * 65535);
});

test("shaved stubble in better light than the skin about it is no shine", () => {
  // As on the temples of a shaved head: red is the channel that stubble takes most of.
  const takes = [0.28, 0.12, 0.06];
  const stubble = skinSquare(
    () => 0,
    (x, y, c) => (1 - takes[c] * Math.min(1, 3 * bump(x, y, 50))) * (1 + 0.4 * Math.min(1, 3 * bump(x, y, 50))),
  );
  const shine = shineIn(stubble, everywhere);
  for (const x of [55, 65, 80, 95, 105]) {
    expect(specularAt(shine, (x + 0.5) * SHRINK, 80.5 * SHRINK)).toBeLessThan(0.01 * 65535);
  }
});

test("a highlight is read within a tenth, comes on without an edge, and is nothing beyond its foot", () => {
  const shine = shineIn(
    skinSquare((x, y) => 0.3 * bump(x, y, 40)),
    everywhere,
  );
  const at = (x: number): number => specularAt(shine, (x + 0.5) * SHRINK, 80.5 * SHRINK) / 65535;
  expect(Math.abs(at(80) / 0.3 - 1)).toBeLessThan(0.1);
  expect(Math.abs(at(68) / (0.3 * bump(68, 80, 40)) - 1)).toBeLessThan(0.1);
  for (let x = 20; x < 140; x++) {
    expect(Math.abs(at(x + 1) - at(x))).toBeLessThan(0.03);
  }
  for (const x of [20, 30, 37, 123, 130, 140]) expect(at(x)).toBe(0);
});

test("where a highlight is burnt out the light from within is carried on from its rim", () => {
  const shine = shineIn(
    skinSquare((x, y) => 1.6 * bump(x, y, 30)),
    everywhere,
  );
  const middle = specularAt(shine, 80.5 * SHRINK, 80.5 * SHRINK) / 65535;
  // All is white there: what is left of it is the skin's blue.
  expect(middle).toBeGreaterThan(0.8);
  expect(middle).toBeLessThan(0.95);
});

test("where the photo is burnt out white, dots would leave no trace", () => {
  const shine = shineIn(
    skinSquare((x, y) => 1.6 * bump(x, y, 30)),
    everywhere,
  );
  expect(specularShare(shine, 80.5 * SHRINK, 80.5 * SHRINK)).toBe(1);
  expect(specularShare(shine, 20.5 * SHRINK, 80.5 * SHRINK)).toBe(0);
});

test("no skin, no shine; beyond what was read there is none", () => {
  expect(
    readSpecular(
      skinSquare(() => 0.2),
      SHRINK,
      () => 0,
    ),
  ).toBeNull();
  const shine = shineIn(
    skinSquare((x, y) => 0.3 * bump(x, y, 12)),
    (x, y) => (Math.abs(x - 320) + Math.abs(y - 320) < 200 ? 1 : 0),
  );
  expect(shine.width).toBeLessThan(SIDE);
  expect(specularAt(shine, 320, 320)).toBeGreaterThan(10_000);
  expect(specularAt(shine, 20, 320)).toBe(0);
});
