/* What must hold whatever the numbers are: more time, more water and shallower work never make anything darker, and no
   session takes a dot away. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labOf } from "../../../src/core/colour/lab.ts";
import { rgbOfLight } from "../../../src/core/colour/linear.ts";
import { DOT, type Dot, RIGHT_DEPTH, underSkin, usualDot } from "../../../src/core/pigment/dot.ts";
import { PRESENT } from "../../../src/core/pigment/edition.ts";
import { type Moment, SESSIONS, healingAt, moments, touchUpDue, yearsAt } from "../../../src/core/pigment/healing.ts";
import { PARTS, depthOfShade, usualShade } from "../../../src/core/pigment/shades.ts";
import { pigmentAbsorbance, undertones } from "../../../src/core/pigment/undertone.ts";

const inRange = ({ least, most }: { readonly least: number; readonly most: number }) =>
  fc.double({ min: least, max: most, noNaN: true });
const settings = { numRuns: 200, seed: 3, endOnFailure: true } as const;

/**
 * What a dot takes from light over its whole area, at red, as if it
 * were alone: optical depth by area, and by what it covers.
 */
const ink = ({ wider, denser }: { readonly wider: number; readonly denser: number }): number => wider * wider * denser;
const taken = (dot: Dot, moment: Moment, channel: 0 | 1 | 2): number => {
  const healing = healingAt(moment, dot.diameter, true);
  const under = underSkin(dot);
  const area = (dot.diameter * under.wider * healing.wider) ** 2;
  const depth = 1.75 * under.denser * healing.denser * pigmentAbsorbance("neutral", healing.cold, PRESENT)[channel];
  return area * (1 - Math.exp(-depth));
};

describe("over time", () => {
  const years = moments.filter((moment) => yearsAt(moment) !== null);

  test("every year there is less ink than the year before, and wider dots", () => {
    fc.assert(
      fc.property(inRange(DOT.diameter), fc.boolean(), (diameter, turns) => {
        const states = years.map((moment) => healingAt(moment, diameter, turns));
        for (const [i, state] of states.entries()) {
          if (i === 0) continue;
          expect(ink(state)).toBeLessThan(ink(states[i - 1]));
          expect(state.wider).toBeGreaterThan(states[i - 1].wider);
          expect(state.cold).toBeGreaterThanOrEqual(states[i - 1].cold);
        }
      }),
      settings,
    );
  });

  test("no channel of any usual dot grows darker from one year to the next", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.25, max: 0.6, noNaN: true }), (diameter) => {
        const dot = { ...usualDot, diameter };
        for (const channel of [0, 1, 2] as const) {
          const each = years.map((moment) => taken(dot, moment, channel));
          expect(each).toEqual(each.toSorted((a, b) => b - a));
        }
      }),
      settings,
    );
  });

  test("fresh work is darker, wider and redder than healed; the redness goes by half every 18 hours", () => {
    const [fresh, third, healed] = (["fresh", "day-3", "healed"] as const).map((m) => healingAt(m, 0.38, false));
    expect(fresh.denser * (1 - 0.3)).toBeCloseTo(healed.denser, 12);
    expect(fresh.wider).toBeGreaterThan(third.wider);
    expect(third.wider).toBeGreaterThan(healed.wider);
    expect([fresh.redness, third.redness, healed.redness]).toEqual([1, expect.closeTo(1 / 16, 12), 0]);
  });

  test("dots spread as slowly as tattoos do (SOURCES healing-4): 0.35 mm to 0.37 in five years", () => {
    expect(0.35 * healingAt("year-5", 0.35, false).wider).toBeCloseTo(0.37, 2);
  });

  test("a touch-up is due from the fourth year on", () => {
    expect(moments.filter(touchUpDue)).toEqual(["year-4", "year-5", "year-6"]);
  });

  test("each session adds to the one before, to all in the end", () => {
    expect(SESSIONS).toEqual([0.3, 0.7, 1]);
    expect((["session-1", "session-2", "healed"] as const).map((m) => healingAt(m, 0.38, false).sessions)).toEqual([
      1, 2, 3,
    ]);
  });
});

test("more water is never darker", () => {
  for (let parts = PARTS.least; parts < PARTS.most; parts++) {
    expect(depthOfShade({ parts: parts + 1, name: "" }, PRESENT)).toBeLessThan(
      depthOfShade({ parts, name: "" }, PRESENT),
    );
  }
});

describe("the needle's depth", () => {
  const at = (needleDepth: number) => underSkin({ ...usualDot, needleDepth });

  test("right leaves the dot as it is asked for", () => {
    expect(at(RIGHT_DEPTH)).toEqual({ wider: 1, denser: 1, soft: expect.closeTo(0.06, 12), cold: 0 });
  });

  test("deeper makes it wider, paler in its middle and colder, with no more ink", () => {
    for (let depth = RIGHT_DEPTH; depth < DOT.needleDepth.most - 0.05; depth += 0.05) {
      const [here, below] = [at(depth), at(depth + 0.05)];
      expect(below.wider).toBeGreaterThan(here.wider);
      expect(below.denser).toBeLessThan(here.denser);
      expect(below.cold).toBeGreaterThanOrEqual(here.cold);
      expect(ink(below)).toBeCloseTo(ink(here), 9);
    }
  });

  test("shallower leaves less", () => {
    expect(ink(at(0.2))).toBeLessThan(ink(at(0.35)));
    expect(ink(at(0.35))).toBeLessThan(1);
  });
});

test("a colder pigment takes more red against blue, from undertone to undertone and with every step", () => {
  const coldness = undertones.map((undertone) => pigmentAbsorbance(undertone, 0, PRESENT)[2]);
  expect(coldness).toEqual(coldness.toSorted((a, b) => b - a));
  for (const undertone of undertones) {
    expect(pigmentAbsorbance(undertone, 0.6, PRESENT)[2]).toBeLessThan(pigmentAbsorbance(undertone, 0.2, PRESENT)[2]);
    expect(pigmentAbsorbance(undertone, 1, PRESENT)[0]).toBe(1);
  }
});

test("the middle of a dot of 1:20 on light skin is half as colourful; warmer and cooler pigments show", () => {
  // Typology angle 50 (SOURCES skin-3).
  const skin = [0.468, 0.286, 0.215];
  const middle = (undertone: (typeof undertones)[number]) => {
    const absorbance = pigmentAbsorbance(undertone, 0, PRESENT);
    const depth = depthOfShade(usualShade, PRESENT);
    const [red, green, blue] = skin.map((light, c) => light * Math.exp(-depth * absorbance[c]));
    return labOf(rgbOfLight([red, green, blue]));
  };
  const chroma = ({ a, b }: { a: number; b: number }): number => Math.hypot(a, b);
  const bare = labOf(rgbOfLight([skin[0], skin[1], skin[2]]));
  expect(chroma(middle("neutral"))).toBeLessThan(0.5 * chroma(bare));
  expect(chroma(middle("warm"))).toBeGreaterThan(chroma(middle("neutral")) + 1);
  expect(middle("cool").b).toBeLessThan(middle("neutral").b - 2);
});
