/* A person's strokes as odds: sure along the stroke, and so far about it as the picture goes on alike. */

import type { Point2 } from "../geometry/vector.ts";
import type { Pixels } from "../units.ts";
import type { HairPlanes } from "./hair-planes.ts";

/** A person's word: along these points there is hair, or skin. Photo px. */
export type HairStroke = {
  readonly kind: "hair" | "skin";
  readonly radius: Pixels;
  readonly points: readonly Point2[];
};

/** Odds, as logarithms, that nothing else outweighs. */
const SURE = 40;

/** By pixel the odds that strokes give for hair, negative for skin; 0 where nothing was said. The last stroke wins. */
export function strokesOn(
  { left, top, shrink, width, height }: HairPlanes,
  strokes: readonly HairStroke[],
): Float32Array {
  const said = new Float32Array(width * height);
  for (const { kind, radius, points } of strokes) {
    const reach = Math.max(0.7, radius / shrink);
    for (const [k, point] of points.entries()) {
      const next = points[Math.min(points.length - 1, k + 1)];
      const [ax, ay] = [(point.x - left) / shrink - 0.5, (point.y - top) / shrink - 0.5];
      const [bx, by] = [(next.x - left) / shrink - 0.5, (next.y - top) / shrink - 0.5];
      const [vx, vy] = [bx - ax, by - ay];
      const long = vx * vx + vy * vy;
      const [west, east] = [Math.max(0, Math.floor(Math.min(ax, bx) - reach)), Math.ceil(Math.max(ax, bx) + reach)];
      const [north, south] = [Math.max(0, Math.floor(Math.min(ay, by) - reach)), Math.ceil(Math.max(ay, by) + reach)];
      for (let y = north; y <= Math.min(height - 1, south); y++) {
        for (let x = west; x <= Math.min(width - 1, east); x++) {
          const t = long > 0 ? Math.max(0, Math.min(1, ((x - ax) * vx + (y - ay) * vy) / long)) : 0;
          const [dx, dy] = [x - ax - t * vx, y - ay - t * vy];
          if (dx * dx + dy * dy <= reach * reach) said[y * width + x] = kind === "hair" ? SURE : -SURE;
        }
      }
    }
  }
  return said;
}
