/* The colour of a dot, close to. */
import { describe, expect, test } from "vitest";
import { lightOfRgb } from "../../../src/core/colour/linear.ts";
import { dotColour } from "../../../src/core/pigment/dot-colour.ts";
import { tradeShades, usualShade } from "../../../src/core/pigment/shades.ts";

const skin = [201, 164, 138] as const;

describe("a dot's colour", () => {
  test("grows fairer from each shade to the next, and is darker than the skin", () => {
    const reds = tradeShades.map((shade) => dotColour(skin, shade, { undertone: "neutral", edition: 2 })[0]);
    expect(reds).toEqual(reds.toSorted((a, b) => a - b));
    expect(reds.at(-1)).toBeLessThan(skin[0]);
  });

  test("is that of the plan's own edition: the share of red light that passes is exp(-depth) in each", () => {
    const passing = (edition: 1 | 2): number =>
      lightOfRgb(dotColour(skin, usualShade, { undertone: "neutral", edition }))[0] / lightOfRgb(skin)[0];
    expect(passing(1)).toBeCloseTo(Math.exp(-1.2), 9);
    expect(passing(2)).toBeCloseTo(Math.exp(-1.75), 9);
  });

  test("is bluer in a cool undertone than in a warm one", () => {
    const blue = (undertone: "warm" | "cool"): number => dotColour(skin, usualShade, { undertone, edition: 2 })[2];
    expect(blue("cool")).toBeGreaterThan(blue("warm"));
  });
});
