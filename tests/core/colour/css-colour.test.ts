/* Colours as people write them: what is read, what is refused, and what is said of them. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Hex, edgeOf, hexOf, nameOf, parseColour, textOn } from "../../../src/core/colour/css-colour.ts";
import { lightOfRgb } from "../../../src/core/colour/linear.ts";

const colour = (text: string): Hex => {
  const read = parseColour(text);
  if (!read.ok) throw new RangeError(`${text}: ${read.reason}`);
  return read.value;
};

const byte = fc.integer({ min: 0, max: 255 });
const rgb = fc.tuple(byte, byte, byte);

/** Luminance by WCAG 2, reckoned from our own light. */
function luminance(hex: Hex): number {
  const code = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  const [red, green, blue] = lightOfRgb([code(1), code(3), code(5)]);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (a: Hex, b: Hex): number => {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
};

describe("a colour is read", () => {
  test.each([
    ["#1a2B3c", "#1a2b3c"],
    ["1a2b3c", "#1a2b3c"],
    ["#fA0", "#ffaa00"],
    ["fa0", "#ffaa00"],
    ["  SaddleBrown ", "#8b4513"],
    ["grey", "#808080"],
    ["rgb(26, 43, 60)", "#1a2b3c"],
    ["rgb(26 43 60 / 100%)", "#1a2b3c"],
    ["hsl(0deg 0% 20%)", "#333333"],
    ["hwb(0 0% 100%)", "#000000"],
    ["lab(0 0 0)", "#000000"],
    ["oklch(1 0 0)", "#ffffff"],
  ])("from %j", (text, hex) => {
    expect(parseColour(text)).toEqual({ ok: true, value: hex });
  });

  test("from the hex that it was written as, whatever the colour", () => {
    const law = fc.property(rgb, (codes) => colour(hexOf(codes)) === hexOf(codes));
    expect(() => fc.assert(law)).not.toThrow();
  });
});

describe("no colour is read", () => {
  test.each([
    ["", "blank"],
    ["   ", "blank"],
    ["brownish", "not-a-colour"],
    ["#12345", "not-a-colour"],
    ["12345", "not-a-colour"],
    ["currentcolor", "not-a-colour"],
    ["__proto__", "not-a-colour"],
    ["rgb(1 2)", "not-a-colour"],
    ["url(http://example.com)", "not-a-colour"],
    ["transparent", "see-through"],
    ["#00000080", "see-through"],
    ["rgb(0 0 0 / 50%)", "see-through"],
  ])("from %j, which is %s", (text, reason) => {
    expect(parseColour(text)).toEqual({ ok: false, reason });
  });

  test("from any text there is a colour in small hex, or a reason", () => {
    const law = fc.property(fc.string(), (text) => {
      const read = parseColour(text);
      return read.ok ? /^#[\da-f]{6}$/.test(read.value) : read.reason.length > 0;
    });
    expect(() => fc.assert(law, { numRuns: 1000 })).not.toThrow();
  });
});

test("light outside of sRGB is written as its edge", () => {
  expect(hexOf([300.2, -4, 12.6])).toBe("#ff000d");
});

test("a name belongs to the colour nearest to it, and a keyword is its own", () => {
  expect(nameOf(colour("#2e4f50"))).toBe("darkslategray");
  expect(nameOf(colour("#010203"))).toBe("black");
  for (const keyword of ["sienna", "maroon", "rebeccapurple"]) expect(nameOf(colour(keyword))).toBe(keyword);
});

test("text on any colour is the one of black and white that stands out more, and never by less than 4.5", () => {
  const law = fc.property(rgb, (codes) => {
    const ground = hexOf(codes);
    const text = textOn(ground);
    const other = text === "#000000" ? colour("white") : colour("black");
    return contrast(text, ground) >= 4.5 && contrast(text, ground) >= contrast(other, ground) - 0.02;
  });
  expect(() => fc.assert(law, { numRuns: 1000 })).not.toThrow();
});

test("an edge is lighter than what is dark and darker than what is light", () => {
  for (const dark of ["black", "#1a1a1a", "darkslategray"]) {
    expect(luminance(edgeOf(colour(dark)))).toBeGreaterThan(luminance(colour(dark)));
  }
  for (const light of ["white", "tan", "#e0d0c0"]) {
    expect(luminance(edgeOf(colour(light)))).toBeLessThan(luminance(colour(light)));
  }
});
