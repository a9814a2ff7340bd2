/* Frozen plans with one entry changed for another: such a file is refused
   in words, or all that the app makes of a plan can be made of it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { withEqualParts } from "../../../src/core/equal-parts.ts";
import { treatedEdge } from "../../../src/core/hairline/boundary.ts";
import { hairlineHeight, hairlineShapes, withShape } from "../../../src/core/hairline/hairline.ts";
import { fitHandlePoints } from "../../../src/core/head/fit.ts";
import { landmarkDirection, landmarks } from "../../../src/core/head/nudge.ts";
import { outlinePoint, outlineRays } from "../../../src/core/head/outline.ts";
import { eyesOnHead, rulerLength } from "../../../src/core/head/scale.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import type { View } from "../../../src/core/head/view.ts";
import { wireOf } from "../../../src/core/head/wire.ts";
import { createHeadFollicles, folliclesOf } from "../../../src/core/picture/head-follicles.ts";
import { planInView, renderPicture } from "../../../src/core/picture/picture.ts";
import { type Document, withScale } from "../../../src/core/plan/document.ts";
import { type PlanFile, planFile, readPlanFile } from "../../../src/core/plan/plan-file.ts";
import { type Scene, lookingAt, sceneOf } from "../../../src/core/plan/scene.ts";
import { MARK } from "../../../src/core/stipple/stipple.ts";
import { skinPhoto } from "./frozen/photo.ts";

type Entry = Readonly<Record<string, unknown>>;

/** Few dots, so that much can be tried. */
const contents = ["v1", "v2", "v3", "v3-close-up", "v4", "v5", "v5-close-up"].map((name) => {
  const content = JSON.parse(readFileSync(path.join(import.meta.dirname, `frozen/${name}.json`), "utf8"));
  return { ...content, plan: { ...content.plan, density: 30 } };
});
const opened = contents.map((content) => opening(JSON.stringify(content)) as PlanFile);
const head = createHeadFollicles(folliclesOf(opened[0].document));
const photo = skinPhoto(90, 120);

function opening(text: string): PlanFile | null {
  const read = readPlanFile(text);
  return read.ok ? read.value : null;
}

/**
 * Paths of all numbers, texts and switches of a content; those of an outline, which are many and alike, by every ninth.
 */
function leaves(entry: unknown, at: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof entry !== "object" || entry === null) return [at];
  const keys = Object.keys(entry).filter((_, i) => at.at(-1) !== "outline" || i % 9 === 0);
  return keys.flatMap((key) => leaves((entry as Entry)[key], [...at, key]));
}

function withEntry(entry: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(entry)) return entry.map((one, i) => (String(i) === key ? withEntry(one, rest, value) : one));
  return { ...(entry as Entry), [key]: withEntry((entry as Entry)[key], rest, value) };
}

const odd = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(0, -0, 1e-9, 0.001, 0.5, 1, -1, 2, 60, 77, 100, -100, 150, 360, 2e4, -2e4) },
  { weight: 3, arbitrary: fc.double({ min: -400, max: 400, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false, "", "front", [], {}) },
);

/**
 * One entry changed, or all numbers that stand together with it, so that points fall on one another and on the centre.
 */
const damaged = fc.nat(contents.length - 1).chain((which) => {
  const content = contents[which];
  const paths = leaves(content);
  return fc.tuple(fc.constantFrom(...paths), odd, fc.nat(3)).map(([at, value, together]) => {
    const parent = at.slice(0, -1);
    const holder = parent.reduce<unknown>((entry, key) => (entry as Entry)[key], content);
    const alike = together === 0 ? leaves(holder).filter(({ length }) => length === 1) : [at.slice(-1)];
    const changed = alike.reduce((entry, key) => withEntry(entry, key, value), holder);
    return { which, at: at.join("."), value, content: withEntry(content, parent, changed) };
  });
});

const finite = (...numbers: readonly number[]): void => {
  for (const number of numbers) if (!Number.isFinite(number)) throw new Error(`${number} is no place and no length`);
};

function placeAndMeasure(document: Document, view: View): void {
  const { vault } = document;
  const surface = surfaceOf(vault, view);
  const { outline, midline, browLine } = wireOf(vault, view);
  const edges = document.plans.flatMap(({ hairline }) =>
    treatedEdge(vault, hairline).map(({ d }) => surface.toImage(d)),
  );
  const marks = landmarks.map((landmark) => surface.toImage(landmarkDirection(vault, landmark)));
  const rays = outlineRays(surface, view).map((ray) => outlinePoint(surface, view, ray));
  for (const { x, y } of [...outline, ...midline, ...browLine, ...edges, ...marks, ...rays]) finite(x, y);
  for (const { x, y } of Object.values(fitHandlePoints(vault, view))) finite(x, y);
  finite(...surface.fromImage({ x: 20, y: 30 }));
  if (view.ruler) finite(rulerLength(surface, view, view.ruler));
  const eyes = eyesOnHead(vault, view);
  if (eyes) finite(eyes.pupils, eyes.iris);
}

/** What the app makes of a plan. Throws where something cannot be made. */
function useAll(scene: Scene): void {
  const { document } = scene;
  const { marks } = planInView(head, scene);
  for (let i = 0; i < MARK * marks.count; i++) finite(marks.at[i]);
  renderPicture(photo, lookingAt(scene, { moment: "fresh" }), head);
  for (const view of document.views) placeAndMeasure(document, view);
  for (const { hairline } of document.plans) {
    finite(hairlineHeight(document.vault, hairline));
    for (const shape of hairlineShapes) treatedEdge(document.vault, withShape(document.vault, hairline, shape));
  }
  const sized = planFile(withScale(document, document.scale));
  if (!sized.ok) throw new Error(`cannot be saved: ${sized.reason.where}`);
}

/** `DAMAGE_RUNS` and `DAMAGE_SEED` look longer and elsewhere. */
const runs = Number(process.env["DAMAGE_RUNS"] ?? 40);
const seed = Number(process.env["DAMAGE_SEED"] ?? 21);

test(
  "a plan with any one entry changed is refused, or can be painted, placed, measured and saved",
  () => {
    const law = fc.property(damaged, ({ which, content }) => {
      const file = opening(JSON.stringify(content));
      if (!file) return;
      // Equal parts keep what was derived from them.
      const document = withEqualParts(opened[which].document, file.document);
      expect(() => useAll(lookingAt(sceneOf(document), file.look ?? {}))).not.toThrow();
    });
    fc.assert(law, { numRuns: runs, seed, endOnFailure: true });
  },
  60_000 + 3000 * runs,
);
