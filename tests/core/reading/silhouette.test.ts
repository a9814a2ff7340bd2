/* The head in a person's silhouette: on the demo's pictures, whose masks the app's own network made (people/), and on
   masks of the vault itself. */
import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { readPhoto } from "../../../src/cli/render.ts";
import { eyeOf, project } from "../../../src/core/head/camera.ts";
import { aspectTurns } from "../../../src/core/head/fit.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type Aspect, type View, bareOutline, plainView } from "../../../src/core/head/view.ts";
import { type PixelBuffer, pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { halved } from "../../../src/core/photo/pyramid.ts";
import { type Mask, silhouetteOf, skullArc } from "../../../src/core/reading/silhouette.ts";
import { showsOthers } from "../../../src/core/reading/silhouette-others.ts";
import { viewOfSilhouette } from "../../../src/core/reading/silhouette-fit.ts";
import { headSilhouette, likeliest, proposedHead } from "../../../src/core/reading/silhouette-head.ts";

type Known = Pick<View, "aspect" | "pose"> & { width: number; height: number; focalPx: number };
const demo = JSON.parse(readFileSync("public/demo/demo.json", "utf8")) as { views: Record<string, Known> };

async function maskOf(name: string): Promise<Mask> {
  const file = `tests/core/reading/people/${name}.png`;
  const { data, info } = await sharp(file).toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: Uint8Array.from(data) };
}
const small = async (name: string): Promise<PixelBuffer> => halved(halved(await readPhoto(`public/demo/${name}.jpg`)));

function mirroredMask({ width, height, data }: Mask): Mask {
  const out = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) out[i] = data[i - (i % width) + width - 1 - (i % width)];
  return { width, height, data: out };
}

function mirroredPicture({ width, height, data }: PixelBuffer): PixelBuffer {
  const out = pixelBuffer(width, height);
  for (let i = 0; i < width * height; i++) {
    const from = i - (i % width) + width - 1 - (i % width);
    out.data.set(data.subarray(4 * from, 4 * from + 4), 4 * i);
  }
  return out;
}

const scaleOf = ({ camera, pose }: View): number => camera.focal / pose.z;

/** Each side of a head once. */
const shown = ["bowed", "three-quarter-left", "right", "top", "crown", "back"];

describe.each(Object.entries(demo.views).filter(([name]) => shown.includes(name)))(
  "the demo's %s",
  (name, { aspect, pose, width, height, focalPx }) => {
    test("is seen to be what it is, and the head laid where it is, within 12 % of its size", async () => {
      const pixels = await small(name);
      const found = headSilhouette(await maskOf(name), pixels);
      if (!found) throw new Error("no head was found");
      expect(likeliest(found.likely)).toBe(aspect);
      const { view } = proposedHead(maleVault, { width, height, lens: null }, found, { pixels, shrink: 4 });
      const truth = { ...view, camera: { width, height, focal: focalPx }, pose, outline: bareOutline };
      expect(Math.abs(scaleOf(view) / scaleOf(truth) - 1)).toBeLessThan(0.12);
      const [here, there] = [view, truth].map((one) => surfaceOf(maleVault, one).centre);
      expect(Math.hypot(here.x - there.x, here.y - there.y)).toBeLessThan(0.14 * 154 * scaleOf(truth));
    });
  },
);

/** The masks of two photos side by side, the second `over` pixels over the first. */
function sideBySide(a: Mask, b: Mask, over = 0): Mask {
  const width = a.width + b.width - over;
  const data = Uint8Array.from({ length: width * a.height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const left = x < a.width ? a.data[y * a.width + x] : 0;
    const right = x >= a.width - over && y < b.height ? b.data[y * b.width + x - a.width + over] : 0;
    return Math.max(left, right);
  });
  return { width, height: a.height, data };
}

describe("of more heads than one", () => {
  const othersIn = (mask: Mask): boolean => {
    const silhouette = silhouetteOf(mask);
    if (!silhouette) throw new Error("nobody is seen");
    return showsOthers(mask, silhouette, skullArc(silhouette));
  };

  test.each(["back", "bowed", "crown", "left", "right", "three-quarter-left", "top"])(
    "nothing is said on the demo’s %s",
    async (name) => {
      expect(othersIn(await maskOf(name))).toBe(false);
    },
  );

  test("it is said where two stand beside each other, apart or shoulder to shoulder", async () => {
    const [back, other] = [await maskOf("back"), await maskOf("three-quarter-left")];
    expect(othersIn(sideBySide(back, other))).toBe(true);
    expect(othersIn(sideBySide(back, other, Math.round(0.15 * back.width)))).toBe(true);
  });
});

test("a mirrored picture shows the other side, as surely", async () => {
  const [mask, pixels] = [await maskOf("left"), await small("left")];
  const one = headSilhouette(mask, pixels);
  const other = headSilhouette(mirroredMask(mask), mirroredPicture(pixels));
  if (!one || !other) throw new Error("no head was found");
  expect(likeliest(other.likely)).toBe("right");
  expect(Math.abs(other.likely.right - one.likely.left)).toBeLessThan(0.15);
});

/** A photo's mask with nothing but the bare vault in it, and a neck below. */
function maskOfVault(view: View): Mask {
  const { width, height } = view.camera;
  const { centre, limbDistance } = surfaceOf(maleVault, view);
  const foot = project(eyeOf(view.camera, view.pose), [0, -60, 0]);
  const data = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [(i % width) + 0.5, Math.floor(i / width) + 0.5];
    const [dx, dy] = [x - centre.x, y - centre.y];
    const isNeck = y > foot.y && Math.abs(x - foot.x) < 50 * scaleOf(view);
    return isNeck || Math.hypot(dx, dy) < limbDistance(dx, dy) ? 255 : 0;
  });
  return { width, height, data };
}

test("a vault's own silhouette gives its size and place back, from any side", () => {
  const turned = fc.record({
    aspect: fc.constantFrom<Aspect>("front", "front-bowed", "left", "three-quarter-right", "crown", "back"),
    pitch: fc.integer({ min: -3, max: 3 }),
    x: fc.integer({ min: -40, max: 40 }),
    z: fc.integer({ min: 750, max: 1500 }),
  });
  fc.assert(
    fc.property(turned, ({ aspect, pitch, x, z }) => {
      const turn = aspectTurns[aspect];
      const camera = { width: 240, height: 320, focal: 600 };
      const view = plainView(aspect, camera, { ...turn, pitch: turn.pitch + pitch, x, y: -40, z }, "known");
      const silhouette = silhouetteOf(maskOfVault(view));
      if (!silhouette) throw new Error("no person was found");
      const arc = skullArc(silhouette);
      expect(arc.share).toBeGreaterThan(0.85);
      const lens = (600 / 400) * 43.2666;
      const fit = viewOfSilhouette(maleVault, aspect, { width: 240, height: 320, lens }, silhouette, arc);
      expect(fit.rim).toBeGreaterThan(0.85);
      expect(Math.abs(scaleOf(fit.view) / scaleOf(view) - 1)).toBeLessThan(0.05);
    }),
    { seed: 7, numRuns: 8 },
  );
});

describe("where there is no person there is no head", () => {
  const picture = pixelBuffer(120, 160);
  const mask = (grey: (i: number) => number): Mask => ({
    width: 120,
    height: 160,
    data: Uint8Array.from({ length: 120 * 160 }, (_, i) => grey(i)),
  });
  test.each([
    ["nothing", mask(() => 0)],
    ["specks", mask((i) => (i % 37 === 0 ? 255 : 0))],
    ["all of the picture", mask(() => 255)],
    ["half of it, cut straight", mask((i) => (i % 120 < 60 ? 255 : 0))],
  ])("in a mask of %s", (_, it) => {
    expect(headSilhouette(it, picture)).toBeNull();
  });
});
