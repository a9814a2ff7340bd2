/* A head from a face: the model finds its own pose again, the demo's faces give the demo's heads, and what is no face
   is not taken for one. */
import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPhoto } from "../../../src/cli/render.ts";
import { type Pose, eyeOf, focalPixels, project, rotation } from "../../../src/core/head/camera.ts";
import { faceDoubt } from "../../../src/core/reading/face-doubt.ts";
import { viewOfFace } from "../../../src/core/reading/face-view.ts";
import { UNNAMED_PHOTO } from "../../../src/core/head/view.ts";
import { type Face, FACE_POINTS, enlarged, fitFace } from "../../../src/core/reading/face.ts";
import { sizeBy } from "../../../src/core/head/scale.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { heightByThirds } from "../../../src/core/reading/hairline-height.ts";
import { pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { halved } from "../../../src/core/photo/pyramid.ts";

type Known = { width: number; height: number; focalPx: number; pose: Pose };
const demo = JSON.parse(readFileSync("tests/first-demo/demo.json", "utf8")) as { views: Record<string, Known> };
/** What the app's face worker finds on the demo's photos: the points that are used, by number. */
const found = JSON.parse(readFileSync("tests/first-demo/faces.json", "utf8")) as Record<
  string,
  Record<string, [number, number]>
>;

/** All points; those that are not used lie at the nose. */
const faceOf = (name: string): Face =>
  Array.from({ length: FACE_POINTS }, (_, i) => {
    const [x, y] = found[name][i] ?? found[name][1];
    return { x, y };
  });

const turnBetween = (a: Pose, b: Pose): number => {
  const [p, q] = [rotation(a), rotation(b)];
  const trace = p.reduce((sum, value, i) => sum + value * q[i], 0);
  return (Math.acos(Math.min(1, (trace - 1) / 2)) * 180) / Math.PI;
};

describe.each(["front", "three-quarter"])("the demo's %s view", (name) => {
  const { width, height, focalPx, pose } = demo.views[name];
  const lens = focalPx / focalPixels(width, height, 1);

  test.each([
    ["with the lens that the file names", lens],
    ["through an unknown lens", null],
  ])("is fitted by its face %s: turn within 4 degrees, scale within 5 %%", async (_, known) => {
    const pixels = halved(await readPhoto(`tests/first-demo/${name}.jpg`));
    const { view, doubt } = viewOfFace(maleVault, { width, height, lens: known }, faceOf(name), pixels, 2);
    expect(doubt).toBeNull();
    expect(view.fittedBy).toBe("face");
    expect(turnBetween(view.pose, pose)).toBeLessThan(4);
    expect(Math.abs(view.camera.focal / view.pose.z / (focalPx / pose.z) - 1)).toBeLessThan(0.05);
    expect(Math.abs(heightByThirds(maleVault, view, faceOf(name)) - 65)).toBeLessThan(8);
  });
});

test("the demo's eyes say that its head is of average size, to 8 %", async () => {
  const { width, height } = demo.views.front;
  const pixels = halved(await readPhoto("tests/first-demo/front.jpg"));
  const { view } = viewOfFace(maleVault, { width, height, lens: null }, faceOf("front"), pixels, 2);
  for (const scale of [
    { source: "pupils", photo: UNNAMED_PHOTO, mm: 64 },
    { source: "iris", photo: UNNAMED_PHOTO },
    { source: "face", photo: UNNAMED_PHOTO },
  ] as const) {
    expect(Math.abs((sizeBy(maleVault, [view], scale) ?? 9) - 1)).toBeLessThan(0.08);
  }
});

test("a pose is found again from its own points, and points that say nothing give no broken numbers", () => {
  const camera = { width: 1200, height: 1600, focal: 2000 };
  const angle = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
  fc.assert(
    fc.property(
      angle(40),
      angle(30),
      angle(25),
      fc.double({ min: 500, max: 2000, noNaN: true }),
      (yaw, pitch, roll, z) => {
        const pose = { yaw, pitch, roll, x: 12, y: -30, z };
        const eye = eyeOf(camera, pose);
        // The canonical face again, from the fit's own idea of where its
        // points are: glabella and the places that a demo's face has.
        const face = modelFace(eye);
        const fit = fitFace(maleVault, camera, face);
        expect(turnBetween(fit.pose, pose)).toBeLessThan(0.5);
        expect(fit.miss).toBeLessThan(0.1);
      },
    ),
    { numRuns: 40, seed: 11 },
  );
  const nowhere = Array.from({ length: FACE_POINTS }, () => ({ x: 600, y: 800 }));
  expect(Object.values(fitFace(maleVault, camera, nowhere).pose).every(Number.isFinite)).toBe(true);
});

/** Some of the canonical face's points, mm about the glabella; the rest is left where those of the fit are. */
function modelFace(eye: ReturnType<typeof eyeOf>): Face {
  const at = new Map<number, readonly [number, number, number]>();
  const both = (right: number, left: number, x: number, y: number, z: number): void => {
    at.set(right, [x, y, z]);
    at.set(left, [-x, y, z]);
  };
  const middle: readonly (readonly [number, number, number])[] = [
    [10, 33.76, -9.03],
    [151, 16.59, -3.58],
    [9, 0, 0],
    [8, -8.67, -1],
    [168, -16.15, -1.49],
    [6, -24.13, 4.04],
    [197, -31.58, 9.32],
    [195, -38.27, 13.9],
    [5, -45.2, 18.58],
    [4, -53.49, 22.02],
    [1, -60.13, 20.91],
    [2, -69.75, 6.73],
    [152, -142.89, -11.21],
  ];
  for (const [number, y, z] of middle) at.set(number, [0, y, z]);
  both(263, 33, 44.46, -22.22, -22.12);
  both(362, 133, 18.56, -23.01, -16.27);
  both(291, 61, 24.56, -92.29, -11.01);
  both(454, 234, 76.64, -42.13, -78.21);
  both(356, 127, 77.43, -25.21, -73.9);
  both(300, 70, 57.21, -6.31, -25.54);
  both(334, 105, 39.87, 2.23, -9.19);
  both(336, 107, 13.96, 1.26, -0.69);
  both(299, 69, 30.64, 16.8, -8.55);
  both(333, 104, 45.39, 14.34, -17.02);
  return Array.from({ length: FACE_POINTS }, (_, i) => {
    const [x, y, z] = at.get(i) ?? [0, 0, 0];
    return project(eye, [x, y, z + maleVault.halfLength]);
  });
}

test("a head seen twice as large keeps its glabella where it is", () => {
  const camera = { width: 1200, height: 1600, focal: 2000 };
  const pose = { yaw: 12, pitch: -8, roll: 4, x: 20, y: -40, z: 1100 };
  const glabella = [0, 0, maleVault.halfLength] as const;
  const before = project(eyeOf(camera, pose), glabella);
  const after = project(eyeOf(camera, enlarged(maleVault, pose, 2)), glabella);
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(1e-6);
});

describe("a face is doubted", () => {
  const { width, height, focalPx } = demo.views.front;
  const camera = { width, height, focal: focalPx };
  const photo = async () => halved(await readPhoto("tests/first-demo/front.jpg"));
  const doubtOf = async (
    face: Face,
    change: (x: number, y: number, data: Uint8ClampedArray, i: number) => void = () => {},
  ) => {
    const pixels = await photo();
    for (let i = 0; i < pixels.data.length; i += 4)
      change((i / 4) % pixels.width, Math.floor(i / 4 / pixels.width), pixels.data, i);
    return faceDoubt(face, fitFace(maleVault, camera, face), pixels, 2);
  };

  test("not when all is as it should be", async () => {
    expect(await doubtOf(faceOf("front"))).toBeNull();
  });

  test("when it stands on its head", async () => {
    expect(await doubtOf(faceOf("front").map(({ x, y }) => ({ x: width - x, y: height - y })))).toBe("not-a-face");
  });

  test("when its points are strewn about", async () => {
    expect(
      await doubtOf(faceOf("front").map(({ x, y }, i) => ({ x: x + ((i * 97) % 200), y: y + ((i * 61) % 200) }))),
    ).toBe("not-a-face");
  });

  test("when it lies half outside the photo", async () => {
    expect(await doubtOf(faceOf("front").map(({ x, y }) => ({ x: x - 620, y })))).toBe("cut");
  });

  test("when dark glasses are before the eyes: the skin under them is then as dark as irises", async () => {
    const photo = halved(await readPhoto("tests/first-demo/front.jpg"));
    const face = faceOf("front");
    const camera = { width: 2 * photo.width, height: 2 * photo.height, focal: 3000 };
    const [left, right] = [face[468], face[473]];
    const span = Math.hypot(left.x - right.x, left.y - right.y);
    const doubt = (): unknown => faceDoubt(face, fitFace(maleVault, camera, face), photo, 2);
    expect(doubt()).toBeNull();
    for (let i = 0; i < photo.width * photo.height; i++) {
      const [x, y] = [2 * (i % photo.width), 2 * Math.floor(i / photo.width)];
      const isGlass = [left, right].some((eye) => Math.hypot(x - eye.x, y - eye.y) < 0.4 * span);
      if (isGlass) photo.data.fill(20, 4 * i, 4 * i + 3);
    }
    expect(doubt()).toBe("eyes");
  });

  test("when the eyes are no darker than the skin about them, as lids and glasses are", async () => {
    const skinAt = faceOf("front")[117];
    const pixels = await photo();
    const from = 4 * (Math.floor(skinAt.y / 2) * pixels.width + Math.floor(skinAt.x / 2));
    const lid = pixels.data.slice(from, from + 4);
    const [right, left] = [faceOf("front")[468], faceOf("front")[473]];
    const shut = await doubtOf(faceOf("front"), (x, y, data, i) => {
      if (Math.min(Math.hypot(2 * x - right.x, 2 * y - right.y), Math.hypot(2 * x - left.x, 2 * y - left.y)) < 60)
        data.set(lid, i);
    });
    expect(shut).toBe("eyes");
  });

  test("when there is no edge of a head about it", () => {
    const flat = pixelBuffer(600, 800, new Uint8ClampedArray(4 * 600 * 800).fill(150));
    const { doubt, view } = viewOfFace(maleVault, { width, height, lens: null }, faceOf("three-quarter"), flat, 2);
    expect(doubt).toBe("no-rim");
    expect(view.fittedBy).toBe("guess");
  });
});
