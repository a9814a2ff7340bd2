/* What a person has brushed on a photo: that there is hair, or that there is none. A reading of the hair begins with
   it. */

import type { Point2 } from "../geometry/vector.ts";
import type { Pixels } from "../units.ts";

/** "skin": without hair that hides it; stubble counts as skin. */
export const hairKinds = ["hair", "skin"] as const;
export type HairKind = (typeof hairKinds)[number];

/** The brush's middle and half of its breadth, in pixels of the photo. */
export type HairStroke = { readonly kind: HairKind; readonly radius: Pixels; readonly points: readonly Point2[] };

/** Strokes on one photo, the points of one, and its radius, px. */
export const MOST_STROKES = 60;
export const MOST_STROKE_POINTS = 200;
export const STROKE_RADIUS = { least: 0.25, most: 4000 } as const;

/** Points nearer than this to the last one kept, of the radius, say nothing more. */
const APART = 0.5;

/** A way of the brush with no more points than it needs, to a tenth of a pixel. `way`: one point at least. */
export function hairStroke(kind: HairKind, radius: Pixels, way: readonly Point2[]): HairStroke {
  const kept: Point2[] = [];
  const far = (a: Point2, b: Point2): number => Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
  const step = Math.max(1, Math.ceil(way.length / MOST_STROKE_POINTS));
  way.forEach((p, i) => {
    const last = kept.at(-1);
    const isEnd = i === way.length - 1;
    if (!last || isEnd || (i % step === 0 && far(p, last) >= APART * radius)) kept.push(rounded(p));
  });
  const within = Math.max(STROKE_RADIUS.least, Math.min(STROKE_RADIUS.most, radius));
  return { kind, radius: Math.round(100 * within) / 100, points: kept.slice(-MOST_STROKE_POINTS) };
}

const rounded = ({ x, y }: Point2): Point2 => ({ x: Math.round(10 * x) / 10, y: Math.round(10 * y) / 10 });

/** The strokes with one more; the oldest goes where there are as many as there may be. */
export const withStroke = (strokes: readonly HairStroke[], stroke: HairStroke): readonly HairStroke[] =>
  [...strokes, stroke].slice(-MOST_STROKES);
