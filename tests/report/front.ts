/* The front line as a picture alone shows it: how wide and how ragged it is, its strays, and how its dots stand against
   those behind. It knows the picture, the bare picture and the scale, and nothing of a plan. */
import type { PixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import type { Millimetres } from "../../src/core/units.ts";
import { dotsAtEdge, edgeIn } from "./edge.ts";
import { type Box, quantile } from "./planes.ts";

/** What is asked of a line and found of it. */
export type Look = {
  /** From a tenth to nine tenths of the darkness, mm. */
  readonly width: Millimetres;
  /** How far the edge strays off its own smoothed line, 5th to 95th percentile. */
  readonly irregularity: Millimetres;
  /** Dots farther than BEFORE before the line, to a cm of it. */
  readonly strays: number;
  /** Contrast of dots at the line against those behind. */
  readonly lineContrast: number;
};

export const measures = ["width", "irregularity", "strays", "lineContrast"] as const satisfies readonly (keyof Look)[];

/** A dot farther than so much before the contour of half the density strays. */
export const BEFORE: Millimetres = 3;
/** Where dots count as of the line, and as of what lies behind it: mm before the contour, from and to. */
export const ZONES = { line: [-2, 4], behind: [-20, -10] } as const;

/** In a box that is bare below. Throws RangeError as edgeIn does. */
export function frontIn(picture: PixelBuffer, bare: PixelBuffer, perMm: number, box: Box): Look {
  const { width, stray } = edgeIn(picture, perMm, box, "below", bare);
  const { dots, length } = dotsAtEdge(picture, perMm, box, "below");
  const median = ([from, to]: readonly [number, number]): number =>
    quantile(
      Float64Array.from(
        dots.filter(({ before }) => before > from && before <= to),
        ({ contrast }) => contrast,
      ).toSorted(),
      0.5,
    );
  return {
    width,
    irregularity: stray,
    strays: (10 * dots.filter(({ before }) => before > BEFORE).length) / length,
    lineContrast: median(ZONES.line) / median(ZONES.behind),
  };
}
