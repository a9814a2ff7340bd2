/* Stubble read beside bare skin: on a bald head, with stubble painted over it whose share of light is known; and on the
   demo's man, whose sides are shaved. */
import { describe, expect, test } from "vitest";
import { demoScene } from "../../../src/cli/render.ts";
import { labOf } from "../../../src/core/colour/lab.ts";
import { type Light, fromLight, toLight } from "../../../src/core/colour/linear.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { vaultPoint } from "../../../src/core/head/vault.ts";
import { pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { headOf } from "../../../src/core/plan/scene.ts";
import { fraction2 } from "../../../src/core/random.ts";
import { pixelsPerMmIn } from "../../../src/core/head/patch.ts";
import { readShavedSides, sidesLevel } from "../../../src/core/reading/shaved-sides.ts";

type Seen = Awaited<ReturnType<typeof demoScene>>;

const read = ({ pixels, scene }: Seen) => {
  const { vault, view } = headOf(scene);
  return readShavedSides(pixels, 1, surfaceOf(vault, view), pixelsPerMmIn(view));
};

/** Sides less bare skin. */
const taken = (seen: Seen) => {
  const reading = read(seen);
  if (!reading) return null;
  const [bare, sides] = [labOf(reading.skin), labOf(reading.sides)];
  return { l: sides.l - bare.l, a: sides.a - bare.a, b: sides.b - bare.b };
};

/** Of the light, what is left where stubble stands, and how many places of two pixels square have some. */
const LEFT: Light = [0.1, 0.15, 0.2];
const SHARE = 0.25;
/** What it leaves of each code, by channel. */
const left = LEFT.map((share) =>
  Array.from({ length: 256 }, (_, code) => 255 * fromLight(share * toLight(code / 255))),
);
/** Where it ends above, mm, growing thin over so much. */
const [SEAM, FADE] = [48, 14];
const through = (channel: 0 | 1 | 2): number => 1 - SHARE * (1 - LEFT[channel]);

/** How far it grows at a place of the head, 0..1. */
const growth = (y: number): number => Math.max(0, Math.min(1, 0.5 + (SEAM - y) / FADE));

function shaved({ pixels, scene }: Seen): Seen {
  const { vault, view } = headOf(scene);
  const surface = surfaceOf(vault, view);
  const { width, height } = pixels;
  const painted = pixelBuffer(width, height, pixels.data.slice());
  for (let top = 0; top + 8 <= height; top += 8) {
    for (let west = 0; west + 8 <= width; west += 8) {
      const grown = growth(vaultPoint(vault, surface.fromImage({ x: west + 4, y: top + 4 }))[1]);
      for (let place = 0; place < 16; place++) {
        const [x, y] = [west + 2 * (place % 4), top + 2 * (place >> 2)];
        if (fraction2(x, y) >= SHARE * grown) continue;
        for (const p of [y * width + x, y * width + x + 1, (y + 1) * width + x, (y + 1) * width + x + 1]) {
          for (let c = 0; c < 3; c++) painted.data[4 * p + c] = left[c][pixels.data[4 * p + c]];
        }
      }
    }
  }
  return { pixels: painted, scene };
}

describe.each(["left", "back"] as const)("the bald head's %s view", (name) => {
  test("has no stubble, and of what is painted over it tells L*, a* and b* within 2", async () => {
    const bald = await demoScene(name, "tests/first-demo");
    expect(read(bald)).toBeNull();
    const reading = read(shaved(bald));
    expect(reading?.count).toBeGreaterThan(60);
    const skin = reading?.skin ?? [0, 0, 0];
    const lit = ([0, 1, 2] as const).map((c) => 255 * fromLight(through(c) * toLight(skin[c] / 255)));
    const [truth, found] = [labOf([lit[0], lit[1], lit[2]]), labOf(reading?.sides ?? [0, 0, 0])];
    const apart = [found.l - truth.l, found.a - truth.a, found.b - truth.b];
    expect(Math.max(...apart.map(Math.abs))).toBeLessThan(2);
  });
});

describe("the demo's man", () => {
  test.each(["three-quarter", "left", "crown"])(
    "in the %s view has sides darker than his bare skin, as shaved sides are",
    async (name) => {
      const darker = taken(await demoScene(name, "public/demo"));
      expect(darker?.l).toBeLessThan(-5);
      expect(darker?.l).toBeGreaterThan(-9);
      expect(Math.max(Math.abs(darker?.a ?? 99), Math.abs(darker?.b ?? 99))).toBeLessThan(3);
    },
  );

  test("shows no sides from before", async () => {
    expect(read(await demoScene("front", "public/demo"))).toBeNull();
  });
});

test("the coarsest picture that still shows stubble is read", () => {
  const view = (focal: number) => ({
    camera: { width: 3000, height: 4000, focal },
    pose: { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 1000 },
    patch: null,
  });
  expect([2000, 4300, 4500, 9000].map((focal) => sidesLevel(view(focal), 4))).toEqual([0, 0, 1, 2]);
  expect(sidesLevel(view(90_000), 3)).toBe(2);
});
