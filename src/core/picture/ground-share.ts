/* Where in a photo the ground tone lies, and how much of it: on the head as far as dots do, or on a close-up's flat
   skin. */

import { cutAway } from "../head/cut.ts";
import type { Surface } from "../head/surface.ts";
import { type GroundShare, erf } from "../stipple/stipple.ts";
import type { Pixels } from "../units.ts";
import { type Ground, isFlat } from "./visible-marks.ts";

/** Squares to the distance between two nodes, and to a side at most. */
const TO_A_STEP = 3;
const MOST = 640;

/** The byte that says all of the tone. */
const ALL = 128;

/** Share of the way to the outline where half of the dots' ink is left, and from where to where the tone ends. */
const HALF_OF_DOTS = 0.988;
const ENDS = [0.99, 1] as const;

/** The share of each square of a photo of this size, `step` px from node to node. */
export function groundShare(
  ground: Ground,
  { width, height }: { readonly width: number; readonly height: number },
  step: Pixels,
): GroundShare {
  const box = boxOf(ground);
  const left = Math.max(0, box.left);
  const top = Math.max(0, box.top);
  const [wide, tall] = [Math.min(width, box.right) - left, Math.min(height, box.bottom) - top];
  const shrink = Math.max(step / TO_A_STEP, Math.max(wide, tall) / MOST);
  const across = Math.max(1, Math.ceil(wide / shrink));
  const high = Math.max(1, Math.ceil(tall / shrink));
  const within = withinOf(ground, step / Math.SQRT2);
  const share = new Uint8Array(across * high);
  for (let row = 0, i = 0; row < high; row++) {
    for (let col = 0; col < across; col++, i++) {
      const [x, y] = [left + (col + 0.5) * shrink, top + (row + 0.5) * shrink];
      const seen = within(x, y);
      if (seen === 0 || (ground.cuts.length > 0 && cutAway(ground.cuts, x, y))) continue;
      share[i] = Math.min(255, Math.floor(ALL * seen + 0.5));
    }
  }
  return { left, top, width: across, height: high, shrink, share };
}

type Edges = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** About all that can bear dots, px. */
function boxOf(ground: Ground): Edges {
  const points = isFlat(ground) ? ground.area : outlineOf(ground);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Rays on which the outline is asked for. */
const RAYS = 64;

function outlineOf({ centre, limbDistance, outlineRatio }: Surface): readonly { x: number; y: number }[] {
  return Array.from({ length: RAYS }, (_, k) => {
    // Round a square: directions need not be evenly spread.
    const side = (4 * k) / RAYS;
    const t = 2 * (side - Math.floor(side)) - 1;
    const [dx, dy] = [
      [1, t],
      [-t, 1],
      [-1, -t],
      [t, -1],
    ][Math.floor(side)];
    const reach = (limbDistance(dx, dy) * outlineRatio(dx, dy)) / Math.sqrt(dx * dx + dy * dy);
    return { x: centre.x + dx * reach, y: centre.y + dy * reach };
  });
}

/**
 * How much of the tone a photo point has by its place, 0..2: at the outline more than what is spread there, since
 * beyond it there is no ink to be spread. `reach`: the spread's deviation, px.
 */
function withinOf(ground: Ground, reach: Pixels): (x: number, y: number) => number {
  if (isFlat(ground)) return () => 1;
  const { centre, limbDistance, outlineRatio } = ground;
  const [whole, gone] = ENDS;
  return (x, y) => {
    const [dx, dy] = [x - centre.x, y - centre.y];
    const outline = limbDistance(dx, dy) * outlineRatio(dx, dy);
    const out = Math.sqrt(dx * dx + dy * dy) / outline;
    if (out >= gone) return 0;
    const spread = 0.5 + 0.5 * erf(((HALF_OF_DOTS - out) * outline) / (reach * Math.SQRT2));
    return Math.min(2, 1 / spread) * Math.min(1, (gone - out) / (gone - whole));
  };
}
