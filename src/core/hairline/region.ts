/* How much of the asked density stands at each place: none outside the treated area, a part at the designed line rising
   to all over the transition zone (SOURCES hairline-7), a slow fade into the hair that is left elsewhere. Answers from
   a grid over the scalp's chart, so that a quarter of a million follicles can ask. */

import type { Millimetres } from "../units.ts";
import { type Vec3, subtract, length } from "../geometry/vector.ts";
import { type ChartPoint, SCALP_RHO, scalpChart, scalpPoint } from "../head/scalp.ts";
import type { Vault } from "../head/vault.ts";
import { fraction2 } from "../random.ts";
import { type EdgePart, treatedEdge } from "./boundary.ts";
import type { Hairline, HairlineShape } from "./hairline.ts";

type Softness = {
  /** Edge density as a share of that behind. */
  readonly edge: number;
  /** Where the full density is reached, behind the line. */
  readonly transition: Millimetres;
  /** How far single dots stray before the line. */
  readonly stray: Millimetres;
  /** Swing of the line itself, to either side: mounds and small gaps. */
  readonly macro: Millimetres;
  readonly micro: Millimetres;
};

const softnessKeys = ["edge", "transition", "stray", "macro", "micro"] as const;

/** SOURCES hairline-7, hairline-8 and hairline-9; the defined shape is crisper ("edge-up"). Level L: illustration. */
const fronts: Record<HairlineShape, Softness> = {
  natural: { edge: 0.5, transition: 8, stray: 3, macro: 2, micro: 1 },
  straight: { edge: 0.8, transition: 4, stray: 1, macro: 0, micro: 0.4 },
  winged: { edge: 0.5, transition: 8, stray: 3, macro: 1.5, micro: 1 },
  "widows-peak": { edge: 0.5, transition: 7, stray: 2.5, macro: 1, micro: 0.8 },
};

/** From the fronto-temporal point down to the temporal peak hair is finer and sparser than in front. */
const temples: Record<HairlineShape, Softness> = {
  natural: { edge: 0.3, transition: 16, stray: 4, macro: 2, micro: 1 },
  straight: { edge: 0.7, transition: 5, stray: 1, macro: 0, micro: 0.4 },
  winged: { edge: 0.3, transition: 16, stray: 4, macro: 2, micro: 1 },
  "widows-peak": { edge: 0.3, transition: 16, stray: 4, macro: 1.5, micro: 1 },
};

/** Beside the ears and at the nape the scalp's own edge; at the fringe a wide blend into hair. */
const around: Softness = { edge: 0.35, transition: 12, stray: 4, macro: 1.5, micro: 0.5 };
const fringe: Softness = { edge: 0.25, transition: 22, stray: 14, macro: 2, micro: 1 };

export type Region = {
  /** Share of the plan's density at a chart point, 0..1. */
  share(u: number, v: number): number;
};

/** Nodes to a side of the grid, and its half side in the chart: a node every 1.2 mm or so. */
const NODES = 257;
const HALF = SCALP_RHO + 0.02;
const CELL = (2 * HALF) / (NODES - 1);

/** Farther from the edge than this nothing changes; more than any transition or stray and the swing of the line. */
const BAND: Millimetres = 28;
/** Along the edge one softness passes into the next over so much to either side. */
const BLEND: Millimetres = 10;

const chartAt = (i: number): number => i * CELL - HALF;
const nodeAt = (x: number): number => (x + HALF) / CELL;

/** What each node knows: how far inside the edge it lies, mm, and how soft the edge is that is nearest. */
type Grid = Readonly<Record<"inside" | keyof Reach, Float32Array>>;
type Reach = Pick<Softness, "edge" | "transition" | "stray">;

/**
 * Where the line's work lies on the head, and how dense. `seed`: whole number, 0..2^32-1; the pattern of the
 * irregularities depends on it alone.
 */
export function regionOf(vault: Vault, hairline: Hairline, seed: number): Region {
  const grid = gridOf(vault, hairline, seed);
  return {
    share(u, v) {
      const x = nodeAt(u);
      const y = nodeAt(v);
      if (!(x >= 0 && y >= 0 && x < NODES - 1 && y < NODES - 1)) return 0;
      const col = Math.floor(x);
      const row = Math.floor(y);
      const i = row * NODES + col;
      const fx = x - col;
      const fy = y - row;
      const read = (table: Float32Array): number => {
        const upper = table[i] + fx * (table[i + 1] - table[i]);
        const lower = table[i + NODES] + fx * (table[i + NODES + 1] - table[i + NODES]);
        return upper + fy * (lower - upper);
      };
      const inside = read(grid.inside);
      if (inside >= BAND) return 1;
      if (inside <= -BAND) return 0;
      return shareAt(inside, read(grid.edge), read(grid.transition), read(grid.stray));
    },
  };
}

function shareAt(inside: Millimetres, edge: number, transition: Millimetres, stray: Millimetres): number {
  if (inside >= transition) return 1;
  if (inside >= 0) {
    const t = inside / transition;
    return edge + (1 - edge) * t * t * (3 - 2 * t);
  }
  if (inside <= -stray) return 0;
  const t = 1 + inside / stray;
  return edge * t * t;
}

function gridOf(vault: Vault, hairline: Hairline, seed: number): Grid {
  const edge = treatedEdge(vault, hairline);
  const chart = edge.map(({ d }) => scalpChart(d));
  const places = chart.map(({ u, v }) => scalpPoint(vault, u, v));
  const lengths = places.map((p, i) => length(subtract(places[(i + 1) % places.length], p)));
  const round = lengths.reduce((sum, l) => sum + l, 0);
  const soft = blended(
    edge.map(({ part }) => softnessOf(hairline, part)),
    lengths,
  );

  const nearest = new Float32Array(NODES * NODES).fill(BAND);
  const grid: Grid = {
    inside: new Float32Array(NODES * NODES),
    edge: new Float32Array(NODES * NODES),
    transition: new Float32Array(NODES * NODES).fill(BAND),
    stray: new Float32Array(NODES * NODES).fill(BAND),
  };
  const swing = new Float32Array(NODES * NODES);
  const nodes = nodePlaces(vault);
  let before = 0;
  chart.forEach((a, k) => {
    const next = (k + 1) % chart.length;
    const { macro, micro, ...reach } = soft[k];
    eachNear(a, chart[next], (i) => {
      const { distance, t } = toSegment([nodes[3 * i], nodes[3 * i + 1], nodes[3 * i + 2]], places[k], places[next]);
      if (distance >= nearest[i]) return;
      nearest[i] = distance;
      grid.edge[i] = reach.edge;
      grid.transition[i] = reach.transition;
      grid.stray[i] = reach.stray;
      const along = before + t * lengths[k];
      swing[i] = macro * waves(seed, along, round, 28) + micro * waves(seed + 1, along, round, 5);
    });
    before += lengths[k];
  });
  const within = filled(chart);
  for (let i = 0; i < nearest.length; i++) {
    if (nearest[i] >= BAND) grid.inside[i] = within[i] ? BAND : -BAND;
    else grid.inside[i] = (within[i] ? nearest[i] : -nearest[i]) + swing[i];
  }
  return grid;
}

function softnessOf({ shape, cover }: Hairline, part: EdgePart): Softness {
  if (part === "rest") return cover === "top" ? fringe : around;
  return part === "front" ? fronts[shape] : temples[shape];
}

/** Each softness averaged with those within reach along the closed edge. */
function blended(soft: readonly Softness[], lengths: readonly Millimetres[]): Softness[] {
  const n = soft.length;
  return soft.map((_, i) => {
    const sum = { edge: 0, transition: 0, stray: 0, macro: 0, micro: 0 };
    let weight = 0;
    const take = (k: number, by: Millimetres): void => {
      weight += by;
      for (const key of softnessKeys) sum[key] += by * soft[k][key];
    };
    take(i, lengths[i] + 1e-6);
    for (const step of [1, n - 1]) {
      for (let k = (i + step) % n, far = 0; far < BLEND && k !== i; far += lengths[k], k = (k + step) % n)
        take(k, lengths[k]);
    }
    for (const key of softnessKeys) sum[key] /= weight;
    return sum;
  });
}

/** The skin's place under every node, mm, x, y, z; nodes beyond the chart repeat its rim. */
function nodePlaces(vault: Vault): Float64Array {
  const places = new Float64Array(3 * NODES * NODES);
  for (let row = 0; row < NODES; row++) {
    for (let col = 0; col < NODES; col++) {
      const u = chartAt(col);
      const v = chartAt(row);
      const shrink = Math.min(1, 1.9 / Math.max(1e-9, Math.sqrt(u * u + v * v)));
      places.set(scalpPoint(vault, u * shrink, v * shrink), 3 * (row * NODES + col));
    }
  }
  return places;
}

/**
 * The nodes that may lie within the band about the chart segment a-b:
 * the least head still has 50 mm to a unit of the chart.
 */
function eachNear(a: ChartPoint, b: ChartPoint, visit: (i: number) => void): void {
  const reach = BAND / 50;
  const clamped = (x: number): number => Math.max(0, Math.min(NODES - 1, x));
  const [left, right] = [Math.min(a.u, b.u) - reach, Math.max(a.u, b.u) + reach].map((u) =>
    clamped(Math.round(nodeAt(u))),
  );
  const [top, bottom] = [Math.min(a.v, b.v) - reach, Math.max(a.v, b.v) + reach].map((v) =>
    clamped(Math.round(nodeAt(v))),
  );
  for (let row = top; row <= bottom; row++) {
    for (let col = left; col <= right; col++) visit(row * NODES + col);
  }
}

function toSegment(p: Vec3, a: Vec3, b: Vec3): { distance: Millimetres; t: number } {
  const [x, y, z] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const size2 = x * x + y * y + z * z;
  const dot = (p[0] - a[0]) * x + (p[1] - a[1]) * y + (p[2] - a[2]) * z;
  const t = size2 > 0 ? Math.max(0, Math.min(1, dot / size2)) : 0;
  const [dx, dy, dz] = [p[0] - a[0] - t * x, p[1] - a[1] - t * y, p[2] - a[2] - t * z];
  return { distance: Math.sqrt(dx * dx + dy * dy + dz * dz), t };
}

/** 1 at nodes within the closed edge, by even and odd crossings along each row. */
function filled(chart: readonly ChartPoint[]): Uint8Array {
  const within = new Uint8Array(NODES * NODES);
  for (let row = 0; row < NODES; row++) {
    const v = chartAt(row);
    const crossings: number[] = [];
    chart.forEach((a, i) => {
      const b = chart[(i + 1) % chart.length];
      if (a.v <= v !== b.v <= v) crossings.push(nodeAt(a.u + ((v - a.v) / (b.v - a.v)) * (b.u - a.u)));
    });
    crossings.sort((p, q) => p - q);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = Math.max(0, Math.ceil(crossings[k]));
      within.fill(1, row * NODES + from, row * NODES + Math.max(from, Math.min(NODES, Math.ceil(crossings[k + 1]))));
    }
  }
  return within;
}

/** Smooth noise along a closed edge `round` mm long, -1..1, with one free value about every `wavelength` mm. */
function waves(seed: number, along: Millimetres, round: Millimetres, wavelength: Millimetres): number {
  const count = Math.max(1, Math.round(round / wavelength));
  const place = (along / round) * count;
  const i = Math.floor(place);
  const f = place - i;
  const a = fraction2(seed, i % count) * 2 - 1;
  const b = fraction2(seed, (i + 1) % count) * 2 - 1;
  return a + (b - a) * f * f * (3 - 2 * f);
}
