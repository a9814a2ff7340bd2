/* The letters of captions: the ones that the font's own file has, and areas as they are. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createCoverage } from "../../../src/core/photo/typeface/coverage.ts";
import { canDraw, setLine } from "../../../src/core/photo/typeface/typeface.ts";
import { licenceText, typefaceText } from "../../setup/typeface.mjs";

const sum = (shares: Iterable<number>): number => Array.from(shares).reduce((all, one) => all + one, 0);

test("outlines.ts and the licence are what `npm run typeface` writes, and small", () => {
  const text = readFileSync("src/core/photo/typeface/outlines.ts", "utf8");
  expect(text === typefaceText(), "stale: `npm run typeface` makes it anew").toBe(true);
  expect(text.length).toBeLessThan(30_000);
  expect(readFileSync("public/licences/inter.txt", "utf8")).toBe(licenceText());
});

test("all letters of Latin-1 and Latin Extended-A can be drawn", () => {
  const codes = Array.from({ length: 0x180 }, (_, code) => code).filter((code) => code >= 0x20);
  const letters = codes.map((code) => String.fromCodePoint(code));
  expect(letters.filter((letter) => !canDraw(letter))).toEqual([]);
  // Marks alone: the typeface has none.
  expect(canDraw("\u0301")).toBe(false);
});

test("a part of a pixel counts as its share, to the edge and over it", () => {
  const rectangle = (x0: number, y0: number, x1: number, y1: number): Float64Array => {
    const coverage = createCoverage(4, 3);
    const line = (ax: number, ay: number, bx: number, by: number): void => coverage.curve(ax, ay, ax, ay, bx, by);
    line(x0, y0, x0, y1);
    line(x0, y1, x1, y1);
    line(x1, y1, x1, y0);
    line(x1, y0, x0, y0);
    return coverage.shares();
  };
  expect([...rectangle(0.5, 0.25, 2.25, 2)]).toEqual([0.375, 0.75, 0.1875, 0, 0.5, 1, 0.25, 0, 0, 0, 0, 0]);
  expect(sum(rectangle(-3, -3, 9, 9))).toBe(12);
});

test("a slanted and a round outline cover their area, whole pixels and parts", () => {
  const triangle = createCoverage(20, 20);
  const corners = [
    [1.3, 2.1],
    [18.7, 9.4],
    [4.2, 17.9],
  ] as const;
  corners.forEach(([x, y], i) => {
    const [toX, toY] = corners[(i + 1) % 3];
    triangle.curve(x, y, x, y, toX, toY);
  });
  const [[ax, ay], [bx, by], [cx, cy]] = corners;
  expect(sum(triangle.shares())).toBeCloseTo(((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2, 9);
  const arch = createCoverage(20, 20);
  arch.curve(2, 3, 10, 19, 18, 3);
  arch.curve(18, 3, 18, 3, 2, 3);
  // A parabola's piece is two thirds of its triangle.
  expect(sum(arch.shares())).toBeCloseTo(((2 / 3) * (16 * 16)) / 2, -1);
});

test("a line is as wide as its letters side by side, and a mark rests on its letter", () => {
  const wide = (text: string): number => setLine(text).width;
  expect(wide("Simulation")).toBeCloseTo(
    Array.from("Simulation", wide).reduce((all, one) => all + one, 0),
    12,
  );
  expect(wide("é")).toBe(wide("e"));
  expect(wide("")).toBe(0);
});
