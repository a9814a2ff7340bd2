/* Whether a canvas tells the truth: the judgement, on pictures as
   guards against fingerprinting are known to alter them. */
import { expect, it } from "vitest";
import { compareReadBack, knownPicture } from "../../src/intake/canvas.ts";

const altered = (change: (level: number, i: number) => number): Uint8ClampedArray => knownPicture().map(change);

it("calls the very bytes exact", () => {
  expect(compareReadBack(knownPicture(), knownPicture())).toBe("exact");
});

it("calls a single flipped last bit noisy", () => {
  expect(
    compareReadBack(
      knownPicture(),
      altered((level, i) => (i === 1234 ? level ^ 1 : level)),
    ),
  ).toBe("noisy");
});

it.each([
  ["random bytes", (_: number, i: number) => (i * 7919) & 255],
  ["plain white", () => 255],
  ["nothing", () => 0],
] as const)("calls %s blocked", (_, change) => {
  expect(compareReadBack(knownPicture(), altered(change))).toBe("blocked");
});

it("shows a picture without plain areas, which guards would leave alone", () => {
  const words = new Uint32Array(knownPicture().buffer);
  const repeats = words.slice(1).filter((word, i) => word === words[i]);
  expect(repeats).toHaveLength(0);
});
