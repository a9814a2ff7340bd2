import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sincos } from "../../../src/core/geometry/exact.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { UNNAMED_PHOTO, type View, contentName, plainView } from "../../../src/core/head/view.ts";
import { newArea } from "../../../src/core/hairline/areas.ts";
import { hairlinePoints, hairlineShapes, withShape } from "../../../src/core/hairline/hairline.ts";
import { withPoint } from "../../../src/core/hairline/moved-point.ts";
import { canBeDrawn } from "../../../src/core/hairline/boundary.ts";
import { type Document, MOST_VIEWS, newDocument } from "../../../src/core/plan/document.ts";
import { planFile, readPlanFile } from "../../../src/core/plan/plan-file.ts";
import { usualPlan } from "../../../src/core/plan/plan.ts";
import { anyDocument } from "./any-document.ts";

const settings = { numRuns: 60, seed: 12, endOnFailure: true } as const;
const camera = { width: 10, height: 10, focal: 12 };
const view: View = plainView("front", camera, { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 900 }, "guess");
const usual = newDocument(view);

function written(document: Document): string {
  const file = planFile(document);
  if (!file.ok) throw new Error(file.reason.where);
  return file.value;
}
const plan = written(usual);

const reasonOf = (text: string): unknown => {
  const read = readPlanFile(text);
  return read.ok ? "read" : read.reason;
};
/** Where a document is refused by the writer; and where by the reader, when somebody writes it all the same. */
const refused = (document: unknown): readonly unknown[] => {
  const file = planFile(document as Document);
  const forced = reasonOf(JSON.stringify({ format: "stubble-plan", version: 10, ...(document as Document) }));
  return [file.ok ? "written" : file.reason.where, (forced as { readonly where?: string }).where ?? forced];
};
const inView = (changed: object): unknown => ({ ...usual, views: [{ ...view, ...changed }] });
const inPlan = (changed: object): unknown => ({ ...usual, plans: [{ ...usual.plans[0], ...changed }] });
const withMid = (mid: readonly number[]): unknown => {
  const { hairline } = usual.plans[0];
  return inPlan({ hairline: { ...hairline, points: { ...hairline.points, mid } } });
};

test("a plan comes back as it was written, and says nothing of where it was looked at", () => {
  const read = readPlanFile(plan);
  expect(read.ok && read.value).toEqual({ document: usual, look: null });
  const looking = readPlanFile(plan.replace('"seed"', '"look": { "photo": "unnamed", "moment": "fresh" }, "seed"'));
  expect(looking.ok && looking.value.look).toBeNull();
});

test("a line of version 7 comes up with strays that nobody counted, and dots at it as those behind", () => {
  const { finish } = usual.plans[0].hairline;
  const seventh = (fade: object | undefined) => ({ ...fade, strays: undefined, finer: undefined, fainter: undefined });
  const hairline = {
    ...usual.plans[0].hairline,
    finish: { front: seventh(finish?.front), sides: seventh(finish?.sides) },
  };
  const text = JSON.stringify({ format: "stubble-plan", version: 7, ...(inPlan({ hairline }) as Document) });
  const read = readPlanFile(text);
  const even = { strays: null, finer: 1, fainter: 1 };
  const expected = { front: { ...finish?.front, ...even }, sides: { ...finish?.sides, ...even } };
  expect(read.ok && read.value.document.plans[0].hairline.finish).toEqual(expected);
});

test("what a plan of before version 9 was painted in counts as chosen, and no hair colour as said", () => {
  const read = readPlanFile(readFileSync("tests/core/plan/frozen/v8.json", "utf8"));
  expect(read.ok && read.value.document.hair).toBeNull();
  expect(read.ok && read.value.document.plans.map(({ shadeBy }) => shadeBy)).toEqual(["person", "person"]);
});

test("no hair was told from skin in the photos of a plan of before version 10", () => {
  const read = readPlanFile(readFileSync("tests/core/plan/frozen/v8.json", "utf8"));
  expect(read.ok && read.value.document.views.map(({ hair }) => hair)).toEqual([null, null]);
});

test("any document within the limits comes back", () => {
  const law = fc.property(anyDocument, (document) => {
    const text = written(document);
    const { format, version, ...content } = JSON.parse(text);
    expect([format, version]).toEqual(["stubble-plan", 10]);
    // As text has it: without negative zeros.
    expect(content).toEqual(JSON.parse(JSON.stringify(document)));
    const read = readPlanFile(text);
    expect(read.ok && written(read.value.document)).toBe(text);
  });
  fc.assert(law, settings);
});

test("other texts, newer versions and damaged plans are told apart", () => {
  expect(reasonOf("not json")).toEqual({ fault: "not-a-plan" });
  expect(reasonOf('{"a":1}')).toEqual({ fault: "not-a-plan" });
  for (const version of [0, -1, 1.5])
    expect(reasonOf(plan.replace('"version": 10', `"version": ${version}`))).toEqual({ fault: "not-a-plan" });
  expect(reasonOf(plan.replace('"version": 10', '"version": 11'))).toEqual({ fault: "newer-version", version: 11 });
  expect(reasonOf(plan.replace('"density": 160', '"density": 9999'))).toEqual({
    fault: "damaged-plan",
    where: "plans.0.density",
  });
});

test("any text gives a plan or a reason", () => {
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .tuple(fc.nat(8), fc.dictionary(fc.constantFrom("view", "others", "plan", "scale", "views"), fc.jsonValue()))
      .map(([version, content]) => JSON.stringify({ format: "stubble-plan", version, ...content })),
  );
  const law = fc.property(texts, (text) => {
    expect(readPlanFile(text).ok).toBe(false);
  });
  fc.assert(law, { ...settings, numRuns: 500 });
});

test("a document beyond the limits is refused by writer and reader alike, at the same place", () => {
  const views = Array.from({ length: MOST_VIEWS + 1 }, (_, i) => ({
    ...view,
    photo: contentName(i.toString(16).padStart(64, "0")),
  }));
  expect(refused({ ...usual, views: views.slice(1) })).toEqual(["written", "read"]);
  expect(refused({ ...usual, views })).toEqual(["views", "views"]);
  expect(refused({ ...usual, views: [] })).toEqual(["views", "views"]);
  expect(refused({ ...usual, plans: [] })).toEqual(["plans.0", "plans.0"]);
  expect(refused(inPlan({ density: 321 }))).toEqual(["plans.0.density", "plans.0.density"]);
  expect(refused(inPlan({ density: Number.NaN }))).toEqual(["plans.0.density", "plans.0.density"]);
  const cut = [0, 1, 2].map((i) => ({ x: i, y: i * i }));
  const cuts = Array.from({ length: 7 }, () => cut);
  expect(refused(inView({ cuts: cuts.slice(1) }))).toEqual(["written", "read"]);
  expect(refused(inView({ cuts }))).toEqual(["views.0.cuts", "views.0.cuts"]);
  const nudges = Array.from({ length: 13 }, () => ({ at: [0, 0.6, 0.8], to: [0, 0.8, 0.6] }));
  expect(refused(inView({ nudges }))).toEqual(["views.0.nudges", "views.0.nudges"]);
});

test("areas are refused that no hand could have drawn", () => {
  const area = newArea("1", "area", "Crown", false);
  const where = (changed: object): unknown => refused(inPlan({ areas: [{ ...area, ...changed }] }))[0];
  const at = (key: string): string => `plans.0.areas.0.${key}`;
  expect(where({})).toBe("written");
  // A row of no run first, a run beyond the chart, one without an end, and one that could be written shorter.
  for (const added of ["AAAB", "AB-////", "ABA", "gAABAB"]) expect(where({ added })).toBe(at("added"));
  expect(where({ sessions: [0.5, 0.4, 1] })).toBe(at("sessions"));
  expect(where({ sessions: [0.5] })).toBe(at("sessions"));
  expect(where({ density: 1.6 })).toBe(at("density"));
  expect(refused(inPlan({ areas: [area, area] }))).toEqual(["plans.0.areas", "plans.0.areas"]);
  expect(where({ kind: "scar", added: "ABAB" })).toBe("plans.0.areas.0");
});

test("a plan in which a photo stands twice is refused", () => {
  expect(view.photo).toBe(UNNAMED_PHOTO);
  expect(refused({ ...usual, views: [view, view] })).toEqual(["views.1.photo", "views.1.photo"]);
});

test("no geometry, no plan: directions without length, lines that go nowhere, cameras in the head", () => {
  const line = "plans.0.hairline";
  expect(refused(withMid([0, 0, 0]))).toEqual([line, line]);
  expect(refused(withMid([0, 3, 4]))).toEqual([line, line]);
  expect(refused(withMid([77, 0, 0]))).toEqual([line, line]);
  expect(refused(withMid(usual.plans[0].hairline.points.templeLeft))).toEqual([line, line]);
  const nowhere = [{ at: [0, 0, 0], to: [0, 0, 1] }];
  expect(refused(inView({ nudges: nowhere }))).toEqual(["views.0.nudges.0.at", "views.0.nudges.0.at"]);
  expect(refused(inView({ pose: { ...view.pose, z: 110 } }))).toEqual(["views.0.pose", "views.0.pose"]);
  expect(refused({ ...usual, vault: { ...maleVault, height: 240 } })).toEqual(["vault", "vault"]);
});

test("every line that can be drawn by hand can be kept, and in every shape", () => {
  const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const drag = fc.record({
    point: fc.constantFrom(...hairlinePoints),
    up: degrees(-20, 120),
    aside: degrees(-100, 100),
    mirror: fc.boolean(),
    shape: fc.option(fc.constantFrom(...hairlineShapes), { freq: 2 }),
  });
  const law = fc.property(fc.array(drag, { maxLength: 8 }), (drags) => {
    let { hairline } = usualPlan();
    for (const { point, up, aside, mirror, shape } of drags) {
      const [[sin, cos], [across, ahead]] = [sincos(up), sincos(aside)];
      ({ hairline } = withPoint(maleVault, hairline, point, [cos * across, sin, cos * ahead], mirror));
      if (shape) hairline = withShape(maleVault, hairline, shape);
      expect(canBeDrawn(maleVault, hairline)).toBe(true);
    }
  });
  fc.assert(law, settings);
});
