/* The demo's pictures of edition 2 as the blind detector sees them, against the figures that it was first stated with.
   That it finds what is known to be there: tests/report. */

import path from "node:path";
import { describe, expect, test } from "vitest";
import { demoScene } from "../../../src/cli/render.ts";
import type { Lab } from "../../../src/core/colour/lab.ts";
import type { PixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { renderPicture } from "../../../src/core/picture/picture.ts";
import type { Plan } from "../../../src/core/plan/plan.ts";
import { lookingAt, planOf, withPlan } from "../../../src/core/plan/scene.ts";
import { headFolliclesOf } from "../../pictures/head-follicles.ts";
import { type Colours, detected, recoloured } from "../../report/detector.ts";
import { edgeIn } from "../../report/edge.ts";
import type { Box } from "../../report/planes.ts";

/** The demo that the figures were measured on. */
const DEMO = path.resolve(import.meta.dirname, "../../first-demo");
const PER_MM = 4.1;

const boxOf = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const labOf = (l: number, a: number, b: number): Lab => ({ l, a, b });

const painted = new Map<string, Promise<{ readonly before: PixelBuffer; readonly after: PixelBuffer }>>();

const SHADE = { parts: 20, name: "" };
/** What a plan began with when the figures were stated. */
const AS_STATED: Partial<Plan> = {
  density: 195,
  shades: [SHADE, SHADE, SHADE],
  undertone: "neutral",
  dot: { diameter: 0.4, strength: 1, variation: 1, needleDepth: 0.5, along: 1 },
  edition: 2,
};

/** The demo's photo and that plan painted on it, once for all tests. */
function demo(name: string) {
  const paint = async () => {
    const { pixels, scene: opened } = await demoScene(name, DEMO);
    // The shape alone said how the edge fades.
    const hairline = { ...planOf(opened).hairline, finish: null };
    const stated = { ...opened, document: { ...opened.document, growth: null } };
    const document = withPlan(stated, { ...AS_STATED, hairline });
    const scene = lookingAt({ ...opened, document }, { moment: "healed" });
    return { before: pixels, after: renderPicture(pixels, scene, headFolliclesOf(scene.document)).picture };
  };
  const picture = painted.get(name) ?? paint();
  painted.set(name, picture);
  return picture;
}

/** What is farther from what was stated than 5 %, and half of the last digit that it was stated with. */
const missed = (measured: readonly number[], stated: readonly number[], digits: readonly number[]): string[] =>
  measured.flatMap((value, i) =>
    Math.abs(value - stated[i]) <= 0.05 * Math.abs(stated[i]) + digits[i] / 2 ? [] : [`${value} of ${stated[i]}`],
  );

const missedLab = (measured: Lab, stated: Lab): string[] =>
  missed([measured.l, measured.a, measured.b], [stated.l, stated.a, stated.b], [0.1, 0.1, 0.1]);

type Stated = { readonly box: Box; readonly dots: readonly number[] } & Colours;

const stated: Record<string, Stated> = {
  top: {
    box: boxOf(450, 650, 300, 300),
    dots: [125, 0.667, 0.208, 5.73, 3.5, 8.4, 0.323, 0.3],
    patch: labOf(-6.2, -2.5, -3.1),
    ground: labOf(-3.4, -1, -1.5),
  },
  back: {
    box: boxOf(400, 400, 350, 250),
    dots: [126, 0.669, 0.206, 6.05, 3.7, 9, 0.324, 0.29],
    patch: labOf(-6.5, -2.5, -3.2),
    ground: labOf(-3.7, -1, -1.5),
  },
};
const DIGITS = [1, 0.001, 0.001, 0.01, 0.1, 0.1, 0.001, 0.01];

describe.each(Object.entries(stated))("the demo's %s view", (name, { box, dots, patch, ground }) => {
  test("has the dots that were stated", async () => {
    const { after } = await demo(name);
    const found = detected(after, PER_MM, box);
    const { density, nearest, nearestCv, contrast, contrastLow, contrastHigh, contrastCv, clumping } = found;
    const measured = [density, nearest, nearestCv, contrast, contrastLow, contrastHigh, contrastCv, clumping];
    expect(missed(measured, dots, DIGITS)).toEqual([]);
  });

  test("has lost the colour that was stated, in all and between dots", async () => {
    const { after, before } = await demo(name);
    const found = recoloured(after, before, PER_MM, box);
    expect(missedLab(found.patch, patch)).toEqual([]);
    expect(missedLab(found.ground, ground)).toEqual([]);
  });
});

test("the demo's front edge, seen from above and held against the photo, is about 9 mm wide", async () => {
  const { after, before } = await demo("top");
  const { width, stray } = edgeIn(after, PER_MM, boxOf(450, 850, 300, 250), "below", before);
  expect(Math.abs(width - 9)).toBeLessThan(1);
  expect(Math.abs(stray - 2.6)).toBeLessThan(0.5);
});
