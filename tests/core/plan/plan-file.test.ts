import { expect, test } from "vitest";
import { averageHead } from "../../../src/core/head/scale.ts";
import { NO_PHOTO, type View, plainView } from "../../../src/core/head/view.ts";
import { usualDot } from "../../../src/core/pigment/dot.ts";
import { newConsultation } from "../../../src/core/plan/consultation.ts";
import { planFile, readPlanFile } from "../../../src/core/plan/plan-file.ts";

const camera = { width: 10, height: 10, focal: 12 };
const view: View = plainView("front", camera, { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 900 }, "guess");
const plan = planFile(newConsultation(view));

/** As the third version wrote it: one shade by its trade name, and of the dot its diameter. */
function asThird(): { [key: string]: unknown; view: object } {
  const { moment: _m, view: seen, ...content } = JSON.parse(plan);
  const { softness: _s, ...old } = seen;
  const { hairline, density } = content.plan;
  return { ...content, view: old, plan: { hairline, density, shade: "1:20", dotDiameter: usualDot.diameter } };
}

/** As it reads today: painted as it was. */
const asItWas = JSON.parse(plan.replace('"edition": 2', '"edition": 1'));
const reasonOf = (text: string): unknown => {
  const read = readPlanFile(text);
  return read.ok ? "read" : read.reason;
};

test("a plan comes back as it was written", () => {
  const read = readPlanFile(plan);
  expect(read.ok && planFile(read.value)).toBe(plan);
});

test("other texts, newer versions and damaged plans are told apart", () => {
  expect(reasonOf("not json")).toEqual({ fault: "not-a-plan" });
  expect(reasonOf('{"a":1}')).toEqual({ fault: "not-a-plan" });
  expect(reasonOf(plan.replace('"version": 5', '"version": 9'))).toEqual({ fault: "newer-version", version: 9 });
  expect(reasonOf(plan.replace('"density": 195', '"density": 9999'))).toEqual({
    fault: "damaged-plan",
    where: "plan.density",
  });
});

test("nudges come back, and one that points nowhere is refused", () => {
  const { view, ...content } = JSON.parse(plan);
  const nudges = [{ at: [0, 0.6, 0.8], to: [0, 0.8, 0.6] }];
  const written = (changed: object): string => JSON.stringify({ ...content, view: { ...view, ...changed } });
  const read = readPlanFile(written({ nudges }));
  expect(read.ok && read.value.view.nudges).toEqual(nudges);
  expect(reasonOf(written({ nudges: [{ at: [0, 0, 0], to: [0, 0, 1] }] }))).toEqual({
    fault: "damaged-plan",
    where: "view.nudges.0.at",
  });
  expect(reasonOf(written({ nudges: Array.from({ length: 13 }, () => nudges[0]) }))).toMatchObject({
    where: "view.nudges",
  });
});

test("a plan of the third version comes back with its shade in all sessions, healed", () => {
  const read = readPlanFile(JSON.stringify({ ...asThird(), version: 3 }));
  expect(read.ok && JSON.parse(planFile(read.value))).toEqual(asItWas);
});

test("a plan of the fourth version is painted as it was: sharp, and in the first shades", () => {
  const { view: seen, plan: of, ...content } = JSON.parse(plan);
  const { softness: _s, ...old } = seen;
  const { edition: _e, ...first } = of;
  const read = readPlanFile(JSON.stringify({ ...content, version: 4, view: old, plan: first }));
  expect(read.ok && JSON.parse(planFile(read.value))).toEqual(asItWas);
});

test("a plan of the second version comes back with its one photo, whichever that is", () => {
  const { others: _others, ...content } = asThird();
  const { photo: _photo, nudges: _nudges, patch: _patch, ...old } = view;
  const scale = { source: "pupils", mm: 61 };
  const read = readPlanFile(JSON.stringify({ ...content, version: 2, scale, view: old }));
  expect(read.ok && read.value).toMatchObject({
    scale: { ...scale, photo: NO_PHOTO },
    view: { photo: NO_PHOTO },
    others: [],
  });
});

test("a plan of the first version comes back on the average head", () => {
  const { scale: _, others: _others, ...content } = asThird();
  const { photo: _p, eyes: _e, ruler: _r, cuts: _c, nudges: _n, patch: _q, softness: _s, ...old } = view;
  const read = readPlanFile(JSON.stringify({ ...content, version: 1, view: old }));
  expect(read.ok && read.value.scale).toEqual(averageHead);
  expect(read.ok && JSON.parse(planFile(read.value))).toEqual(asItWas);
});

test("a plan in which a photo stands twice is damaged", () => {
  const content = JSON.parse(plan);
  expect(reasonOf(JSON.stringify({ ...content, others: [content.view] }))).toEqual({
    fault: "damaged-plan",
    where: "others",
  });
});
