/* Skin read off the demo's photos, whose true colour the renderer knows. */
import { beforeAll, describe, expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { deltaE2000 } from "../../../src/core/colour/difference.ts";
import { labOfLight } from "../../../src/core/colour/lab.ts";
import { type Light, fromLight, lightOfRgb, toLight } from "../../../src/core/colour/linear.ts";
import { asMeasured } from "../../../src/core/colour/skin-locus.ts";
import { typologyAngle } from "../../../src/core/colour/typology.ts";
import { readPhoto } from "../../../src/cli/render.ts";
import { type PixelBuffer, pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { type SkinReading, readSkin, readSkinAt } from "../../../src/core/reading/skin.ts";
import { asTaken, balanced } from "../../../src/core/reading/white-balance.ts";
import { type DemoView, SHRINK, demoView, inLight, lamp, names, scalpAlbedo } from "../../first-demo/demo-skin.ts";

const views = new Map<string, DemoView>();
let albedo: Light = [0, 0, 0];

beforeAll(async () => {
  for (const name of names) views.set(name, await demoView(name));
  albedo = scalpAlbedo();
});

const viewOf = (name: string): DemoView => {
  const view = views.get(name);
  if (!view) throw new RangeError(`no view ${name}`);
  return view;
};

const read = (name: string, pixels: PixelBuffer): SkinReading => {
  const reading = readSkin(pixels, SHRINK, viewOf(name).surface);
  if (!reading) throw new RangeError(`no skin in ${name}`);
  return reading;
};

/** What the reading says that comes from under the surface. */
const under = ({ rgb, balance, exposure }: SkinReading): Light => {
  const [red, green, blue] = balanced(lightOfRgb(rgb), balance);
  return [red / exposure.times, green / exposure.times, blue / exposure.times];
};

const apartFromTruth = (reading: SkinReading): number => deltaE2000(labOfLight(under(reading)), labOfLight(albedo));

test("the true colour is the one that the demo's description gives, there as a mean", () => {
  const told = (JSON.parse(readFileSync("tests/first-demo/demo.json", "utf8")) as { albedo: number[] }).albedo;
  told.forEach((v, c) => expect(Math.abs(albedo[c] / v - 1)).toBeLessThan(0.01));
});

describe.each(names)("the demo's %s view", (name) => {
  test("in neutral light has its skin's colour within Delta E 3, and its angle within two standard deviations", () => {
    const reading = read(name, viewOf(name).pixels);
    expect(apartFromTruth(reading)).toBeLessThan(3);
    expect(deltaE2000(reading.lab, asMeasured(albedo))).toBeLessThan(3);
    expect(Math.abs(reading.ita - typologyAngle(asMeasured(albedo)))).toBeLessThan(2 * reading.spread);
    expect(reading.spread).toBeLessThan(15);
    expect(["intermediate", "light"]).toContain(reading.typology);
    expect(reading.count).toBeGreaterThan(300);
  });

  test.each([
    [3000, "kept"],
    [3000, "burnt"],
    [3500, "kept"],
    [4000, "kept"],
    [4500, "burnt"],
    [8000, "kept"],
    [10_000, "kept"],
  ] as const)("in the light of %i K, its brightest parts %s, within 6", (kelvin, exposed) => {
    const reading = read(name, inLight(viewOf(name).pixels, lamp(kelvin), exposed));
    expect(apartFromTruth(reading)).toBeLessThan(6);
    expect(Math.abs(reading.ita - typologyAngle(asMeasured(albedo)))).toBeLessThan(2 * reading.spread);
  });

  test("is read on the head's own skin", async () => {
    const { places } = read(name, viewOf(name).pixels);
    const mask = await readPhoto(`tests/first-demo/${name}-head.png`);
    expect(places.length).toBe(150);
    for (const { x, y } of places) expect(mask.data[4 * (Math.floor(y) * mask.width + Math.floor(x))]).toBe(255);
  });

  test("reads nearly the same in half the light", () => {
    const { pixels } = viewOf(name);
    const dim = pixelBuffer(
      pixels.width,
      pixels.height,
      pixels.data.map((v, i) => (i % 4 === 3 ? v : 0.74 * v)),
    );
    expect(deltaE2000(read(name, dim).lab, read(name, pixels).lab)).toBeLessThan(3);
  });

  test("reads the same with a highlight on the head and a shadow", () => {
    const { pixels, surface } = viewOf(name);
    const radius = (0.15 * surface.limbDistance(0, -1)) / SHRINK;
    const [cx, cy] = [surface.centre.x / SHRINK, surface.centre.y / SHRINK - 1.6 * radius];
    const marked = pixelBuffer(pixels.width, pixels.height, pixels.data.slice());
    const mark = (x0: number, light: (v: number) => number): void => {
      for (let y = Math.ceil(cy - radius); y < cy + radius; y++) {
        for (let x = Math.ceil(x0 - radius); x < x0 + radius; x++) {
          if (Math.hypot(x - x0, y - cy) > radius) continue;
          const i = 4 * (y * pixels.width + x);
          for (let c = i; c < i + 3; c++) marked.data[c] = 255 * fromLight(light(toLight(pixels.data[c] / 255)));
        }
      }
    };
    mark(cx - 1.2 * radius, (v) => v + 0.3);
    mark(cx + 1.2 * radius, (v) => 0.4 * v);
    expect(deltaE2000(read(name, marked).lab, read(name, pixels).lab)).toBeLessThan(1.5);
  });
});

test("the shade follows the angle", () => {
  expect(read("top", viewOf("top").pixels).shade.parts).toBe(20);
  expect(read("front", viewOf("front").pixels).shade.parts).toBe(25);
});

test("no skin is read off a black hat, nor off grey or fair hair, nor where all of it is cut out", () => {
  const { pixels, surface } = viewOf("front");
  for (const colour of [
    [22, 22, 30],
    [150, 146, 140],
    [153, 129, 90],
  ]) {
    const covered = pixelBuffer(pixels.width, pixels.height, pixels.data.slice());
    for (let i = 0; i < covered.data.length / 2; i += 4) covered.data.set(colour, i);
    expect(readSkin(covered, SHRINK, surface)).toBeNull();
  }
  const all = [
    { x: 0, y: 0 },
    { x: 1200, y: 0 },
    { x: 1200, y: 1600 },
    { x: 0, y: 1600 },
  ];
  expect(readSkin(pixels, SHRINK, { ...surface, cuts: [all] })).toBeNull();
});

describe("a touch", () => {
  const spot = (name: string) => {
    const { surface } = viewOf(name);
    return { x: surface.centre.x, y: surface.centre.y - 0.5 * surface.limbDistance(0, -1) };
  };

  test("on the scalp reads what the scalp's own reading does", () => {
    const { pixels } = viewOf("top");
    const touched = readSkinAt(pixels, SHRINK, spot("top"), 40, asTaken);
    expect(touched?.count).toBeGreaterThan(400);
    expect(touched && apartFromTruth(touched)).toBeLessThan(3);
    for (const { x, y } of touched?.places ?? [])
      expect(Math.hypot(x - spot("top").x, y - spot("top").y)).toBeLessThan(41);
  });

  test("takes the balance that it is given", () => {
    const warm = inLight(viewOf("top").pixels, lamp(3500), "kept");
    const balance = read("top", warm).balance;
    const given = readSkinAt(warm, SHRINK, spot("top"), 40, balance);
    const left = readSkinAt(warm, SHRINK, spot("top"), 40, asTaken);
    expect(given && apartFromTruth(given)).toBeLessThan(6);
    expect(left === null || apartFromTruth(left) > 10).toBe(true);
  });

  test("on black, or beside the photo, reads nothing", () => {
    const black = pixelBuffer(80, 80);
    expect(readSkinAt(black, 1, { x: 40, y: 40 }, 10, asTaken)).toBeNull();
    expect(readSkinAt(viewOf("top").pixels, SHRINK, { x: -50, y: -50 }, 10, asTaken)).toBeNull();
  });
});
