/* A painted patch of skin against the closed form: what is reckoned is what is seen (SOURCES dot-6 and skin-3). */
import { describe, expect, test } from "vitest";
import { deltaE2000 } from "../../../src/core/colour/difference.ts";
import { type Moment, moments, yearsAt } from "../../../src/core/pigment/healing.ts";
import { tradeShades } from "../../../src/core/pigment/shades.ts";
import { type Plan, inShade, usualPlan } from "../../../src/core/plan/plan.ts";
import { type Colour, labIn, paintedMean, patchOf } from "../../pictures/painted-patch.ts";
import { reckoned, through } from "../../pictures/reckoned-patch.ts";

/** Skins of ITA 50, 12 and -60. */
const skins: readonly Colour[] = [
  [0xb6, 0x92, 0x80],
  [0x9a, 0x70, 0x56],
  [0x56, 0x39, 0x2b],
];
const apart = (a: Colour, b: Colour): number => deltaE2000(labIn(a), labIn(b));

describe.each([
  [tradeShades[0], "healed"],
  [tradeShades[0], "fresh"],
  [tradeShades[3], "fresh"],
  [tradeShades[4], "session-1"],
  [tradeShades[5], "year-6"],
] as const)("%o, %s", (shade, moment) => {
  test("painted and reckoned differ by less than 0.5", () => {
    const patch = patchOf(inShade(usualPlan(), shade), moment);
    const light = reckoned(patch);
    for (const skin of skins) expect(apart(paintedMean(patch, skin), through(light, skin))).toBeLessThan(0.5);
  });
});

test("a plan is as dark in a small photo as in a large one, and in a soft one as in a sharp one", () => {
  for (const shade of [tradeShades[0], tradeShades[2], tradeShades[5]]) {
    const plan = inShade(usualPlan(), shade);
    const light = reckoned(patchOf(plan, "healed"));
    for (const [perMm, softness] of [
      [2, 0.5],
      [4, 0.5],
      [4, 2],
      [8, 1],
      [12, 4],
      [24, 3],
    ]) {
      const patch = patchOf(plan, "healed", perMm, softness);
      for (const skin of skins) expect(apart(paintedMean(patch, skin), through(light, skin))).toBeLessThan(0.5);
    }
  }
});

test("no channel of treated skin is darker a year later, or with more water in the pigment", () => {
  const years = moments.filter((moment) => yearsAt(moment) !== null);
  const lights = (plan: Plan, moment: Moment): readonly number[] => through(reckoned(patchOf(plan, moment)), skins[0]);
  for (const turns of [false, true]) {
    for (const shade of [tradeShades[0], tradeShades[4]]) {
      const each = years.map((moment) => lights({ ...inShade(usualPlan(), shade), turns }, moment));
      each.slice(1).forEach((light, i) => light.forEach((c, k) => expect(c).toBeGreaterThanOrEqual(each[i][k])));
    }
  }
  const ladder = tradeShades.map((shade) => lights(inShade(usualPlan(), shade), "healed"));
  ladder.slice(1).forEach((light, i) => light.forEach((c, k) => expect(c).toBeGreaterThan(ladder[i][k])));
});

test("every session adds dots and takes none away", () => {
  const places = (["session-1", "session-2", "healed"] as const).map((moment) => {
    return new Set(patchOf({ ...usualPlan(), density: 60 }, moment).list);
  });
  expect([...places[0]].every((dot) => places[1].has(dot))).toBe(true);
  expect([...places[1]].every((dot) => places[2].has(dot))).toBe(true);
  expect(places[0].size / places[2].size).toBeCloseTo(0.3, 1);
  expect(places[1].size / places[2].size).toBeCloseTo(0.7, 1);
});

test("sessions in shades of their own: the dots of the first are paler, those of the last as they were", () => {
  const plan = { ...usualPlan(), density: 60, dot: { ...usualPlan().dot, variation: 0 } };
  const [light, usual] = [tradeShades[5], tradeShades[3]];
  const { shown, list } = patchOf({ ...plan, shades: [light, usual, usual] }, "healed");
  const first = patchOf(plan, "session-1");
  const among = new Set(first.list);
  for (const dot of list) {
    expect(shown.marks.at[7 * dot + 6]).toBeCloseTo(among.has(dot) ? 21 / 31 : 1, 9);
  }
});

test("treated skin in the suggested shade is neither untouched nor a helmet", () => {
  // By typology angle: suggested parts of water (SOURCES pigment-2).
  const suggested = [25, 15, 6];
  for (const [i, skin] of skins.entries()) {
    const patch = patchOf(inShade(usualPlan(), { parts: suggested[i], name: "" }), "healed");
    const darker = labIn(skin).l - labIn(paintedMean(patch, skin)).l;
    expect(darker).toBeGreaterThan(2.3);
    expect(darker).toBeLessThan(9);
  }
});

test("moments are in the order of time", () => {
  expect(moments[0]).toBe("session-1");
  expect(moments.at(-1)).toBe("year-6");
});
