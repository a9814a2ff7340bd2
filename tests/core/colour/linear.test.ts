import { expect, test } from "vitest";
import { labOf } from "../../../src/core/colour/lab.ts";
import { CODE, LIGHT } from "../../../src/core/colour/linear.ts";

test("every sRGB byte survives the way to light and back", () => {
  for (let v = 0; v < 256; v++) expect(CODE[LIGHT[v]]).toBe(v);
});

test("Monk's swatches have their published L*, a*, b* within 0.3 (domain.md 3.1)", () => {
  const table = [
    [0xf6, 0xed, 0xe4, 94.2, 1.5, 5.4],
    [0xd7, 0xbd, 0x96, 77.9, 3.5, 23.1],
    [0xa0, 0x7e, 0x56, 55.1, 7.8, 26.7],
    [0x60, 0x41, 0x34, 30.7, 11.7, 13.3],
    [0x29, 0x24, 0x20, 14.6, 1.5, 3.5],
  ];
  for (const [r, g, b, l, a, bb] of table) {
    const lab = labOf([r, g, b]);
    expect(Math.abs(lab.l - l)).toBeLessThan(0.3);
    expect(Math.abs(lab.a - a)).toBeLessThan(0.3);
    expect(Math.abs(lab.b - bb)).toBeLessThan(0.3);
  }
});
