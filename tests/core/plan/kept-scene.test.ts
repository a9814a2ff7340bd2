/* The scene that is kept comes back as it was; whatever else is found there is a reason, never a crash. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PhotoId } from "../../../src/core/head/view.ts";
import { moments } from "../../../src/core/pigment/healing.ts";
import { newDocument, withPhoto } from "../../../src/core/plan/document.ts";
import { keptScene, readKeptScene } from "../../../src/core/plan/kept-scene.ts";
import { usualPlan } from "../../../src/core/plan/plan.ts";
import { type Scene, sceneOf } from "../../../src/core/plan/scene.ts";
import { startView } from "../../../src/app/opening/start-view.ts";

const photo = (digit: string): PhotoId => `sha256:${digit.repeat(64)}`;
const view = (digit: string) => ({ ...startView(1200, 1600, 26), photo: photo(digit) });
const one = newDocument(view("a"));
const document = { ...withPhoto(one, view("b")), plans: [usualPlan(), { ...usualPlan(), density: 120 }] } as const;

/** As the device gives it back. */
const back = (scene: Scene) => readKeptScene(structuredClone(keptScene(scene)));

describe("a kept scene", () => {
  test("is the same scene, wherever it was looked at", () => {
    const cursor = fc.record({
      photo: fc.constantFrom(photo("a"), photo("b")),
      moment: fc.constantFrom(...moments),
      variant: fc.constantFrom(0, 1),
    });
    const law = fc.property(cursor, (looked) => {
      expect(back({ document, cursor: looked })).toEqual({ ok: true, value: { document, cursor: looked } });
    });
    expect(() => fc.assert(law)).not.toThrow();
  });

  test.each([
    { photo: photo("c"), moment: "healed", variant: 0 },
    { photo: photo("b"), moment: "someday", variant: 0 },
    { photo: photo("b"), moment: "healed", variant: -1 },
    "nowhere",
    null,
  ])("is looked at from the start where its cursor is %j", (cursor) => {
    const read = readKeptScene({ ...keptScene(sceneOf(document)), cursor });
    expect(read).toMatchObject({ ok: true, value: { document, cursor: { photo: photo("a"), variant: 0 } } });
  });

  test("of a variant that is not there is looked at in the first plan", () => {
    const read = back({ document, cursor: { photo: photo("b"), moment: "healed", variant: 7 } });
    expect(read).toMatchObject({ ok: true, value: { cursor: { photo: photo("b"), variant: 0 } } });
  });

  test.each([null, 7, "text", {}, { plan: 7 }, { plan: "{}" }, { plan: "" }])("that is %j has a reason", (content) => {
    expect(readKeptScene(content)).toEqual({ ok: false, reason: { fault: "not-a-plan" } });
  });

  test("whose plan is damaged has the reason of the plan file", () => {
    const { plan, ...rest } = keptScene(sceneOf(document));
    const read = readKeptScene({ ...rest, plan: plan.replace('"density": 120', '"density": 12000') });
    expect(read).toEqual({ ok: false, reason: { fault: "damaged-plan", where: "plans.1.density" } });
  });
});
