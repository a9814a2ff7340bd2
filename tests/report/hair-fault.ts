/* Where a reading of hair is most at fault, and the one stroke that a person would draw there. */

import type { Point2 } from "../../src/core/geometry/vector.ts";
import type { Hair } from "../../src/core/reading/hair.ts";
import type { HairStroke } from "../../src/core/head/hair-strokes.ts";
import type { Millimetres } from "../../src/core/units.ts";

/** A region of one kind that was read as the other: its middle in pixels, along which way it runs, and what it is. */
export type Fault = { readonly middle: Point2; readonly along: Point2; readonly isHair: boolean };

/** Smaller ones nobody would mend, pixels. */
const LEAST = 30;

/** `truth`: true for hair, null for not known; `read` likewise, by rows of `width` pixels. Null where none is large. */
export function largestFault(
  { truth, read }: { readonly truth: readonly (boolean | null)[]; readonly read: readonly boolean[] },
  width: number,
): Fault | null {
  const isFault = (i: number, hair: boolean): boolean => truth[i] === hair && read[i] !== hair;
  const seen = new Uint8Array(truth.length);
  let largest: readonly number[] = [];
  for (let from = 0; from < truth.length; from++) {
    const kind = truth[from];
    if (seen[from] === 1 || kind === null || !isFault(from, kind)) continue;
    const region = [from];
    seen[from] = 1;
    for (let k = 0; k < region.length; k++) {
      const x = region[k] % width;
      for (const [j, next] of [
        [region[k] - 1, x > 0],
        [region[k] + 1, x + 1 < width],
        [region[k] - width, true],
        [region[k] + width, true],
      ] as const) {
        if (!next || j < 0 || j >= truth.length || seen[j] === 1 || !isFault(j, kind)) continue;
        seen[j] = 1;
        region.push(j);
      }
    }
    if (region.length > largest.length) largest = region;
  }
  return largest.length < LEAST ? null : { ...middleOf(largest, width), isHair: truth[largest[0]] === true };
}

/** The pixel that lies deepest in the region, and the way in which the region is longest. */
function middleOf(region: readonly number[], width: number): Pick<Fault, "middle" | "along"> {
  const within = new Set(region);
  let layer = region;
  let deepest = region[0];
  while (layer.length > 0) {
    deepest = layer[Math.floor(layer.length / 2)];
    const inner = layer.filter((i) => [i - 1, i + 1, i - width, i + width].every((j) => within.has(j)));
    for (const i of layer) within.delete(i);
    for (const i of inner) within.add(i);
    layer = inner;
  }
  let [x, y, xx, xy, yy] = [0, 0, 0, 0, 0];
  for (const i of region) {
    x += (i % width) / region.length;
    y += Math.floor(i / width) / region.length;
  }
  for (const i of region) {
    const [dx, dy] = [(i % width) - x, Math.floor(i / width) - y];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  return {
    middle: { x: deepest % width, y: Math.floor(deepest / width) },
    along: { x: Math.cos(angle), y: Math.sin(angle) },
  };
}

const RADIUS: Millimetres = 4;
const LENGTH: Millimetres = 20;

/** The stroke over a fault. `perMm`: photo px to a millimetre. */
export function strokeOver({ middle, along, isHair }: Fault, hair: Hair, perMm: number): HairStroke {
  const { shrink } = hair.coarse;
  const [x, y] = [hair.left + (middle.x + 0.5) * shrink, hair.top + (middle.y + 0.5) * shrink];
  const point = (t: Millimetres): Point2 => ({ x: x + t * perMm * along.x, y: y + t * perMm * along.y });
  const half = LENGTH / 2 - RADIUS;
  return { kind: isHair ? "hair" : "skin", radius: RADIUS * perMm, points: [point(-half), point(0), point(half)] };
}
