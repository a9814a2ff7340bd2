/* What hair colour makes of the shade that suits the skin (SOURCES pigment-7). */
import { expect, test } from "vitest";
import { hairColours, proposalFor } from "../../../src/core/pigment/hair-colour.ts";
import { PARTS, tradeShades } from "../../../src/core/pigment/shades.ts";

const bySkin = (parts: number) => ({ parts, name: "" });

test("hair that nobody has said proposes the skin's shade and nothing else", () => {
  expect(proposalFor(bySkin(20), null)).toEqual({ shade: bySkin(20), undertone: null, strength: null });
});

test("black asks for a step darker, blond and grey for one fairer, white for two and the weakest", () => {
  const parts = (hair: (typeof hairColours)[number]): number => proposalFor(bySkin(20), hair).shade.parts;
  expect(hairColours.map(parts)).toEqual([15, 20, 20, 20, 25, 20, 25, 30]);
  const strengths = hairColours.map((hair) => proposalFor(bySkin(20), hair).strength ?? 0);
  expect(Math.min(...strengths)).toBe(proposalFor(bySkin(20), "white").strength);
  const undertones = hairColours.map((hair) => proposalFor(bySkin(20), hair).undertone);
  expect(undertones.join(" ")).toBe("neutral neutral neutral neutral warm warm cool cool");
});

test("every proposal can be set, on every skin, and darker skin never asks for a fairer shade", () => {
  for (const hair of hairColours) {
    const all = tradeShades.map((shade) => proposalFor(shade, hair).shade.parts);
    expect(all).toEqual(all.toSorted((a, b) => a - b));
    expect(Math.min(...all)).toBeGreaterThanOrEqual(PARTS.least);
    expect(Math.max(...all)).toBeLessThanOrEqual(PARTS.most);
  }
});
