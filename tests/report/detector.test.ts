/* The blind detector on pictures whose dots and edges are known. On the demo's: tests/core/picture/detector.test.ts. */

import { describe, expect, test } from "vitest";
import { type Lab, lightOfLab } from "../../src/core/colour/lab.ts";
import { rgbOfLight } from "../../src/core/colour/linear.ts";
import { type PixelBuffer, pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { fraction2 } from "../../src/core/random.ts";
import { detected, dotsOf, recoloured } from "./detector.ts";
import { edgeIn } from "./edge.ts";
import { type Box, lightIn, lightnessOf } from "./planes.ts";

const boxOf = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const allOf = ({ width, height }: PixelBuffer): Box => boxOf(0, 0, width, height);
const labOf = (l: number, a: number, b: number): Lab => ({ l, a, b });

/** Within 5 %. */
function near(value: number, known: number): void {
  expect(Math.abs(value - known)).toBeLessThanOrEqual(0.05 * Math.abs(known));
}

const SKIN = labOf(65, 17, 22);
const PER_MM = 10;

/** A picture of colours told at each pixel's centre, mm. */
function pictureOf(side: number, perMm: number, colour: (x: number, y: number) => readonly number[]): PixelBuffer {
  const picture = pixelBuffer(side, side);
  for (let i = 0; i < side * side; i++) {
    const rgb = colour(((i % side) + 0.5) / perMm, (Math.floor(i / side) + 0.5) / perMm);
    picture.data.set([...rgb, 255], 4 * i);
  }
  return picture;
}

type Place = { readonly x: number; readonly y: number; readonly depth: number };

/** Places one to a cell, mm, off its middle by chance, of depths from `least` to `most`. */
function placed(cells: number, cell: number, least: number, most: number): Place[] {
  return Array.from({ length: cells * cells }, (_, i) => ({
    x: cell * ((i % cells) + 0.4 + 0.2 * fraction2(i, 1)),
    y: cell * (Math.floor(i / cells) + 0.4 + 0.2 * fraction2(i, 2)),
    depth: least + ((most - least) * ((i * 7919) % (cells * cells))) / (cells * cells - 1),
  }));
}

/** The depth of Gaussian dots at each pixel of a square picture. */
function dented(side: number, perMm: number, places: readonly Place[], deviation: number): Float64Array {
  const depth = new Float64Array(side * side);
  const reach = Math.ceil(5 * deviation * perMm);
  for (const place of places) {
    const [col, row] = [Math.floor(place.x * perMm), Math.floor(place.y * perMm)];
    for (let y = Math.max(0, row - reach); y <= Math.min(side - 1, row + reach); y++) {
      for (let x = Math.max(0, col - reach); x <= Math.min(side - 1, col + reach); x++) {
        const off2 = ((x + 0.5) / perMm - place.x) ** 2 + ((y + 0.5) / perMm - place.y) ** 2;
        depth[y * side + x] += place.depth * Math.exp((-0.5 * off2) / deviation ** 2);
      }
    }
  }
  return depth;
}

describe("a picture with known dots", () => {
  const [cells, cell, deviation] = [20, 1.2, 0.17];
  const side = cells * cell * PER_MM;
  const places = placed(cells, cell, 5, 11);
  const depth = dented(side, PER_MM, places, deviation);
  const at = (x: number, y: number): number => depth[Math.floor(y * PER_MM) * side + Math.floor(x * PER_MM)];
  const picture = pictureOf(side, PER_MM, (x, y) => rgbOfLight(lightOfLab({ ...SKIN, l: SKIN.l - at(x, y) })));
  /** The detector's own smoothing makes a dot wider and fainter. */
  const seen = Math.hypot(deviation, 0.09);
  const fainter = (deviation / seen) ** 2;

  test("each dot is found, where it is and once", () => {
    const dots = dotsOf(lightnessOf(lightIn(picture, allOf(picture))), PER_MM);
    expect(dots.length).toBe(places.length);
    for (const place of places) {
      const off = dots.map(({ x, y }) => Math.hypot((x + 0.5) / PER_MM - place.x, (y + 0.5) / PER_MM - place.y));
      expect(Math.min(...off)).toBeLessThan(1 / PER_MM);
    }
  });

  test("their number, distance, contrast and width are known again", () => {
    const found = detected(picture, PER_MM, allOf(picture));
    const apart = places.map((a) =>
      Math.min(...places.map((b) => (a === b ? Infinity : Math.hypot(a.x - b.x, a.y - b.y)))),
    );
    expect(found.density).toBeCloseTo(100 / cell ** 2, 9);
    near(found.nearest, apart.reduce((sum, mm) => sum + mm, 0) / apart.length);
    near(found.contrast, 8 * fainter);
    near(found.contrastLow, 5.6 * fainter);
    near(found.contrastHigh, 10.4 * fainter);
    near(found.contrastCv, 6 / Math.sqrt(12) / 8);
    near(found.width, 2.355 * seen);
  });

  test("against the bare skin the ground between the dots is nearly as it was, and all of it is darker", () => {
    const bare = pictureOf(side, PER_MM, () => rgbOfLight(lightOfLab(SKIN)));
    const { patch, ground } = recoloured(picture, bare, PER_MM, allOf(picture));
    expect(Math.abs(ground.l)).toBeLessThan(0.1);
    expect(patch.l).toBeLessThan(-0.6);
  });
});

test("a camera's noise is not taken for dots", () => {
  const rgb = rgbOfLight(lightOfLab(SKIN));
  let count = 0;
  const picture = pictureOf(200, PER_MM, () => {
    const noise = fraction2(++count, 3) + fraction2(count, 4) + fraction2(count, 5) - 1.5;
    return rgb.map((code) => code + 5 * noise);
  });
  expect(detected(picture, PER_MM, allOf(picture)).density).toBeLessThan(2);
});

describe("a picture with a known edge", () => {
  const [side, perMm, width, loss] = [320, 4, 9, 0.25];
  /** The share that is treated, by mm beyond the line, as an error function of this 10-90 % width. */
  const table = Float64Array.from({ length: 4001 }, (_, i) =>
    Math.exp(-0.5 * ((((i - 2000) / 100) * 2.5631) / width) ** 2),
  );
  const sum = table.reduce((all, v) => all + v, 0);
  let left = sum;
  const share = table.map((v) => (left -= v) / sum);
  const treated = (beyond: number): number => share[Math.round(2000 + 100 * Math.max(-20, Math.min(20, beyond)))];

  /** Dots thinned out beyond a line that waves by this much, mm; red lost with them, in uneven light. */
  function edged(
    wave: number,
    turn: (x: number, y: number) => readonly [number, number] = (x, y) => [x, y],
  ): PixelBuffer {
    const beyond = (x: number, y: number): number => y - 40 - wave * Math.sin((2 * Math.PI * x) / 32);
    const all = placed(100, 0.8, 0.2, 0.2);
    const kept = all.filter(({ x, y }, i) => fraction2(i, 6) < treated(beyond(x, y)));
    const turnedPlaces = kept.map(({ x, y, depth }) => ({ x: turn(x, y)[0], y: turn(x, y)[1], depth }));
    const depth = dented(side, perMm, turnedPlaces, 0.18);
    const [red, green, blue] = lightOfLab(SKIN);
    return pictureOf(side, perMm, (x, y) => {
      const dark = (1 - depth[Math.floor(y * perMm) * side + Math.floor(x * perMm)]) * (0.6 + 0.005 * (x + y));
      const share = treated(beyond(...turn(x, y)));
      return rgbOfLight([red * dark * Math.exp(-loss * share), green * dark, blue * dark]);
    });
  }

  test("its width and the loss of red are known again, and a straight line hardly strays", () => {
    const picture = edged(0);
    const edge = edgeIn(picture, perMm, allOf(picture), "below");
    near(edge.width, width);
    near(edge.rise, loss);
    expect(edge.deviation).toBeLessThan(0.4);
  });

  test("a line that waves strays by as much as the density's smoothing leaves of it, whichever side is bare", () => {
    const left = 4 * Math.exp(-2 * ((Math.PI * 6.5) / 32) ** 2);
    const picture = edged(4);
    const edge = edgeIn(picture, perMm, allOf(picture), "below");
    expect(Math.abs(edge.deviation / (left / Math.SQRT2) - 1)).toBeLessThan(0.2);
    const aside = edged(4, (x, y) => [y, x]);
    expect(edgeIn(aside, perMm, allOf(aside), "right").deviation).toBeCloseTo(edge.deviation, 1);
  });

  test("a box without an edge is refused", () => {
    const bare = pictureOf(200, perMm, () => rgbOfLight(lightOfLab(SKIN)));
    expect(() => edgeIn(bare, perMm, allOf(bare), "below")).toThrow(RangeError);
    expect(() => edgeIn(bare, perMm, boxOf(100, 100, 101, 50), "below")).toThrow(RangeError);
  });
});
