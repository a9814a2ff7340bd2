import { expect, test } from "vitest";
import { UNNAMED_PHOTO, type View, plainView } from "../../../src/core/head/view.ts";
import { newDocument } from "../../../src/core/plan/document.ts";
import { planFile, readPlanFile } from "../../../src/core/plan/plan-file.ts";

const camera = { width: 10, height: 10, focal: 12 };
const view: View = plainView("front", camera, { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 900 }, "guess");
const plan = planFile(newDocument(view));

const reasonOf = (text: string): unknown => {
  const read = readPlanFile(text);
  return read.ok ? "read" : read.reason;
};
/** The plan with its view changed. */
const withView = (changed: object): string => JSON.stringify({ ...JSON.parse(plan), views: [{ ...view, ...changed }] });

test("a plan comes back as it was written, and says nothing of where it was looked at", () => {
  const read = readPlanFile(plan);
  expect(read.ok && planFile(read.value.document)).toBe(plan);
  expect(read.ok && read.value.look).toBeNull();
});

test("other texts, newer versions and damaged plans are told apart", () => {
  expect(reasonOf("not json")).toEqual({ fault: "not-a-plan" });
  expect(reasonOf('{"a":1}')).toEqual({ fault: "not-a-plan" });
  expect(reasonOf(plan.replace('"version": 6', '"version": 9'))).toEqual({ fault: "newer-version", version: 9 });
  expect(reasonOf(plan.replace('"density": 195', '"density": 9999'))).toEqual({
    fault: "damaged-plan",
    where: "plans.0.density",
  });
});

test("nudges come back, and one that points nowhere is refused", () => {
  const nudges = [{ at: [0, 0.6, 0.8], to: [0, 0.8, 0.6] }];
  const read = readPlanFile(withView({ nudges }));
  expect(read.ok && read.value.document.views[0].nudges).toEqual(nudges);
  expect(reasonOf(withView({ nudges: [{ at: [0, 0, 0], to: [0, 0, 1] }] }))).toEqual({
    fault: "damaged-plan",
    where: "views.0.nudges.0.at",
  });
  expect(reasonOf(withView({ nudges: Array.from({ length: 13 }, () => nudges[0]) }))).toMatchObject({
    where: "views.0.nudges",
  });
});

test("a plan in which a photo stands twice is damaged", () => {
  const content = JSON.parse(plan);
  expect(content.views[0].photo).toBe(UNNAMED_PHOTO);
  expect(reasonOf(JSON.stringify({ ...content, views: [view, view] }))).toEqual({
    fault: "damaged-plan",
    where: "views",
  });
});
