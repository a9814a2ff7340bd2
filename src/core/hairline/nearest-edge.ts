/* For every node of a lattice how far it lies from a closed edge, which stretch of it is nearest, and on which side the
   node lies. */

import { clamp } from "../geometry/interpolate.ts";
import { type Vec3, length, subtract } from "../geometry/vector.ts";
import type { ChartPoint } from "../head/scalp.ts";
import type { Millimetres } from "../units.ts";
import { type Lattice, type Skin, blockOf, chartAt, nodeAt } from "./lattice.ts";

/** Farther from the edge than this nothing is told; more than any transition or stray and the swing of the line. */
export const BAND: Millimetres = 28;

/** For each node the nearest segment of the edge, -1 where none is within the band; how far, and where on it. */
export type Nearest = { readonly segment: Int16Array; readonly distance: Float32Array; readonly t: Float64Array };

/** A segment of the edge: where it begins and how it goes on, mm; columns and rows of nodes that it is asked for. */
type Segment = {
  readonly from: Vec3;
  readonly along: Vec3;
  readonly half: Millimetres;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Of the closed edge through `places`, whose chart points are `chart`. */
export function nearestSegments(
  on: Lattice,
  skin: Skin,
  chart: readonly ChartPoint[],
  places: readonly Vec3[],
): Nearest {
  const count = on.nodes * on.nodes;
  const nearest: Nearest = {
    segment: new Int16Array(count).fill(-1),
    distance: new Float32Array(count).fill(BAND),
    t: new Float64Array(count),
  };
  const segments = places.map((from, k): Segment => {
    const next = (k + 1) % places.length;
    const along = subtract(places[next], from);
    const [left, right] = nodesAbout(on, chart[k].u, chart[next].u);
    const [top, bottom] = nodesAbout(on, chart[k].v, chart[next].v);
    return { from, along, half: length(along) / 2, left, right, top, bottom };
  });
  for (let b = 0; b < skin.middles.length; b++) {
    const block = blockOf(on, b);
    for (const k of inReach(skin, b, block, segments)) takeNearer(nearest, on, skin.places, block, k, segments[k]);
  }
  return nearest;
}

/** More than rounding makes of a distance, mm. */
const SPARE = 0.01;

/** The segments that may be nearest to a node of a block, in their order. */
function inReach(
  { places, middles, reaches }: Skin,
  b: number,
  { left, right, top, bottom }: ReturnType<typeof blockOf>,
  segments: readonly Segment[],
): readonly number[] {
  const m = 3 * middles[b];
  const off = new Float64Array(segments.length).fill(Infinity);
  let most: Millimetres = BAND + SPARE;
  for (let k = 0; k < segments.length; k++) {
    const one = segments[k];
    if (one.left > right || one.right < left || one.top > bottom || one.bottom < top) continue;
    const x = one.from[0] + one.along[0] / 2 - places[m];
    const y = one.from[1] + one.along[1] / 2 - places[m + 1];
    const z = one.from[2] + one.along[2] / 2 - places[m + 2];
    off[k] = Math.sqrt(x * x + y * y + z * z);
    // What all of the block is asked for, none of it lies farther from than so.
    if (one.left <= left && one.right >= right && one.top <= top && one.bottom >= bottom)
      most = Math.min(most, off[k] + reaches[b] + SPARE);
  }
  const near: number[] = [];
  for (let k = 0; k < segments.length; k++) if (off[k] - segments[k].half - reaches[b] <= most) near.push(k);
  return near;
}

/**
 * The first and last column or row of nodes that may lie within the band about a chart segment from p to q: the least
 * head still has 50 mm to a unit of the chart.
 */
function nodesAbout(on: Lattice, p: number, q: number): readonly [number, number] {
  const reach = BAND / 50;
  const node = (x: number): number => clamp(Math.round(nodeAt(on, x)), 0, on.nodes - 1);
  return [node(Math.min(p, q) - reach), node(Math.max(p, q) + reach)];
}

/** Takes segment k for those nodes of a block that it is nearer to than any before. */
function takeNearer(
  { segment, distance, t: at }: Nearest,
  { nodes }: Lattice,
  places: Float64Array,
  block: ReturnType<typeof blockOf>,
  k: number,
  { from: [ax, ay, az], along: [x, y, z], left, right, top, bottom }: Segment,
): void {
  const size2 = x * x + y * y + z * z;
  const [first, last] = [Math.max(left, block.left), Math.min(right, block.right)];
  const end = Math.min(bottom, block.bottom);
  for (let row = Math.max(top, block.top); row <= end; row++) {
    for (let i = row * nodes + first; i <= row * nodes + last; i++) {
      const px = places[3 * i] - ax;
      const py = places[3 * i + 1] - ay;
      const pz = places[3 * i + 2] - az;
      const dot = px * x + py * y + pz * z;
      const t = size2 > 0 ? Math.max(0, Math.min(1, dot / size2)) : 0;
      const dx = px - t * x;
      const dy = py - t * y;
      const dz = pz - t * z;
      const far = Math.sqrt(dx * dx + dy * dy + dz * dz);
      if (far >= distance[i]) continue;
      distance[i] = far;
      segment[i] = k;
      at[i] = t;
    }
  }
}

/** 1 at nodes within the closed edge, by even and odd crossings along each row. */
export function filled(on: Lattice, chart: readonly ChartPoint[]): Uint8Array {
  const { nodes } = on;
  const within = new Uint8Array(nodes * nodes);
  for (let row = 0; row < nodes; row++) {
    const v = chartAt(on, row);
    const crossings: number[] = [];
    chart.forEach((a, i) => {
      const b = chart[(i + 1) % chart.length];
      if (a.v <= v !== b.v <= v) crossings.push(nodeAt(on, a.u + ((v - a.v) / (b.v - a.v)) * (b.u - a.u)));
    });
    crossings.sort((p, q) => p - q);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = Math.max(0, Math.ceil(crossings[k]));
      within.fill(1, row * nodes + from, row * nodes + Math.max(from, Math.min(nodes, Math.ceil(crossings[k + 1]))));
    }
  }
  return within;
}
