/* How much of the asked density stands at each place: none outside the treated area, a part at the designed line rising
   to all over the transition zone (SOURCES hairline-7), a slow fade into the hair that is left elsewhere. Answers from
   a grid over the scalp's chart, so that a quarter of a million follicles can ask. */

import type { Millimetres } from "../units.ts";
import { clamp } from "../geometry/interpolate.ts";
import { type Vec3, subtract, length } from "../geometry/vector.ts";
import { type ChartPoint, scalpChart, scalpPoint } from "../head/scalp.ts";
import { discScalp, scalpOf, wholeScalp } from "../head/scalp-chart.ts";
import type { Vault } from "../head/vault.ts";
import { memoised } from "../memo.ts";
import { fraction2 } from "../random.ts";
import { treatedEdge } from "./boundary.ts";
import type { EdgePart } from "./edge.ts";
import {
  type Fade,
  type Finish,
  earFade,
  GROWN,
  fringeFade,
  lookAt,
  napeFade,
  shareAt,
  sideburnFade,
  tailOf,
  templeFade,
  thinnedFade,
} from "./finish.ts";
import { type Hairline, type HairlineShape, finishOf } from "./hairline.ts";
import { type Rest, aroundOf } from "./rest.ts";
import { swingOf } from "./swing.ts";

/** What no fade said at first: strays were not counted, and dots at the edge were as those behind. */
const asEver = { strays: null, finer: 1, fainter: 1 } as const;

/**
 * Of plans whose shape alone said how its edge fades: SOURCES hairline-7, hairline-8 and hairline-9; the defined shape
 * is crisper ("edge-up"). Level L: illustration.
 */
const byShape: Record<HairlineShape, Fade> = {
  natural: { edge: 0.5, transition: 8, stray: 3, macro: 2, micro: 1, ...asEver },
  straight: { edge: 0.8, transition: 4, stray: 1, macro: 0, micro: 0.4, ...asEver },
  winged: { edge: 0.5, transition: 8, stray: 3, macro: 1.5, micro: 1, ...asEver },
  "widows-peak": { edge: 0.5, transition: 7, stray: 2.5, macro: 1, micro: 0.8, ...asEver },
  mature: { edge: 0.5, transition: 8, stray: 3, macro: 2, micro: 1, ...asEver },
};

/** Of the same plans, from the fronto-temporal point down to the temporal peak. */
const templesByShape: Record<HairlineShape, Fade> = {
  natural: { edge: 0.3, transition: 16, stray: 4, macro: 2, micro: 1, ...asEver },
  straight: { edge: 0.7, transition: 5, stray: 1, macro: 0, micro: 0.4, ...asEver },
  winged: { edge: 0.3, transition: 16, stray: 4, macro: 2, micro: 1, ...asEver },
  "widows-peak": { edge: 0.3, transition: 16, stray: 4, macro: 1.5, micro: 1, ...asEver },
  mature: { edge: 0.3, transition: 16, stray: 4, macro: 2, micro: 1, ...asEver },
};

/** Of the same plans, beside the ears and at the nape. */
const sidesByShape: Fade = { edge: 0.35, transition: 12, stray: 4, macro: 1.5, micro: 0.5, ...asEver };

/** Towards the fringe a wide blend into hair. */
const fringe: Fade = { edge: 0.25, transition: 22, stray: 14, macro: 2, micro: 1, ...asEver };

export type Region = {
  /** Share of the plan's density at a chart point, 0..1. */
  share(u: number, v: number): number;
  /** Size and strength of the dots there, as shares of what they are behind the edge; null where all are as those. */
  readonly looks: Looks | null;
};

export type Looks = { finer(u: number, v: number): number; fainter(u: number, v: number): number };

/** A grid over a scalp's chart, `nodes` to a side of twice `half`: a node every 1.2 mm or so. */
type Lattice = { readonly nodes: number; readonly half: number; readonly cell: number };

const lattice = (nodes: number, rho: number): Lattice => ({
  nodes,
  half: rho + 0.02,
  cell: (2 * (rho + 0.02)) / (nodes - 1),
});

const discLattice = lattice(257, discScalp.rho);
const wholeLattice = lattice(289, wholeScalp.rho);
const latticeOf = (vault: Vault): Lattice => (scalpOf(vault) === wholeScalp ? wholeLattice : discLattice);

/** Farther from the edge than this nothing changes; more than any transition or stray and the swing of the line. */
const BAND: Millimetres = 28;
/** Along the edge one fade passes into the next over so much to either side. */
const BLEND: Millimetres = 10;

const chartAt = ({ half, cell }: Lattice, i: number): number => i * cell - half;
const nodeAt = ({ half, cell }: Lattice, x: number): number => (x + half) / cell;

/** What each node knows: how far inside the edge it lies, mm, and how soft the edge is that is nearest. */
type Grid = Readonly<Record<"inside" | Reach, Float32Array>> & { readonly looks: Record<Look, Float32Array> | null };
/** `tail`: share of the density right before the edge; null where the edge's own is that too. */
const reaches = ["edge", "transition", "stray", "tail"] as const;
type Reach = (typeof reaches)[number];
const looks = ["finer", "fainter"] as const;
type Look = (typeof looks)[number];
/** How the edge fades out at a place of it. */
type Soft = Readonly<Record<Reach | Look | "macro" | "micro", number>>;
const softKeys = [...reaches, ...looks, "macro", "micro"] as const satisfies readonly (keyof Soft)[];

/**
 * Where the line's work lies on the head, and how dense. `seed`: whole number, 0..2^32-1; the pattern of the
 * irregularities depends on it alone.
 */
export function regionOf(vault: Vault, hairline: Hairline, seed: number): Region {
  const grid = gridOf(vault, hairline, seed);
  const on = latticeOf(vault);
  const earlier = isEarlier(hairline);
  const { looks: tables } = grid;
  return {
    share(u, v) {
      const { nodes } = on;
      const x = nodeAt(on, u);
      const y = nodeAt(on, v);
      if (!(x >= 0 && y >= 0 && x < nodes - 1 && y < nodes - 1)) return 0;
      const col = Math.floor(x);
      const row = Math.floor(y);
      const i = row * nodes + col;
      const fx = x - col;
      const fy = y - row;
      const inside = between(on, grid.inside, i, fx, fy);
      if (inside >= BAND) return 1;
      if (inside <= -BAND) return 0;
      const [edge, stray] = [between(on, grid.edge, i, fx, fy), between(on, grid.stray, i, fx, fy)];
      const tail = earlier ? null : between(on, grid.tail, i, fx, fy);
      return shareAt(inside, edge, between(on, grid.transition, i, fx, fy), stray, tail);
    },
    looks: tables && {
      finer: (u, v) => readAt(on, tables.finer, u, v),
      fainter: (u, v) => readAt(on, tables.fainter, u, v),
    },
  };
}

/** A table's value in the cell whose first node is i, so far across it and down. */
function between({ nodes }: Lattice, table: Float32Array, i: number, fx: number, fy: number): number {
  const upper = table[i] + fx * (table[i + 1] - table[i]);
  const lower = table[i + nodes] + fx * (table[i + nodes + 1] - table[i + nodes]);
  return upper + fy * (lower - upper);
}

/** What dots at a chart point have of those behind the edge; beyond the grid all. */
function readAt(on: Lattice, table: Float32Array, u: number, v: number): number {
  const x = nodeAt(on, u);
  const y = nodeAt(on, v);
  if (!(x >= 0 && y >= 0 && x < on.nodes - 1 && y < on.nodes - 1)) return 1;
  const [col, row] = [Math.floor(x), Math.floor(y)];
  return between(on, table, row * on.nodes + col, x - col, y - row);
}

/** Its strays are not counted: it fades and swings as it did before they could be. */
const isEarlier = ({ finish }: Hairline): boolean => !finish || finish.front.strays === null;

function gridOf(vault: Vault, hairline: Hairline, seed: number): Grid {
  const edge = treatedEdge(vault, hairline);
  const chart = edge.map(({ d }) => scalpChart(d));
  const places = chart.map(({ u, v }) => scalpPoint(vault, u, v));
  const lengths = places.map((p, i) => length(subtract(places[(i + 1) % places.length], p)));
  const soft = blended(
    edge.map(({ part }) => softOf(fadeOf(vault, hairline, part))),
    lengths,
  );
  const swingAt = swingAlong(soft, lengths, seed, hairline);
  const on = latticeOf(vault);
  const count = on.nodes * on.nodes;
  const within = filled(on, chart);
  const nearest = nearestSegments(on, skinOf(vault), chart, places);
  const table = (beyond: number): Float32Array => new Float32Array(count).fill(beyond);
  const varied = soft.some(({ finer, fainter }) => finer !== 1 || fainter !== 1);
  const grid: Grid = {
    inside: table(0),
    edge: table(0),
    transition: table(BAND),
    stray: table(BAND),
    tail: table(0),
    looks: varied ? { finer: table(1), fainter: table(1) } : null,
  };
  const near: number[] = [];
  for (let i = 0; i < count; i++) {
    const distance = nearest.distance[i];
    const inside = within[i] > 0 ? distance : -distance;
    const k = nearest.segment[i];
    grid.inside[i] = inside + (distance < BAND ? swingAt(k, nearest.t[i], inside) : 0);
    if (k >= 0) near.push(i);
  }
  // Each number by itself: a table at a time is several times as quick.
  for (const key of reaches) {
    const [to, of] = [grid[key], soft.map((each) => each[key])];
    for (const i of near) to[i] = of[nearest.segment[i]];
  }
  for (const key of grid.looks ? looks : []) {
    const [to, of] = [grid.looks?.[key] ?? grid.inside, soft.map((each) => each[key])];
    for (const i of near) to[i] = lookAt(grid.inside[i], of[nearest.segment[i]]);
  }
  return grid;
}

/** Of lines whose strays are not counted: a mound and a gap about every so many mm; and before there was a finish. */
const SWINGS = { macro: 28, micro: 8 } as const;
const EARLIER_SWINGS = { macro: 28, micro: 5 } as const;

/** How far the line swings outwards at a part t of its segment k, for a place so far inside of it. */
function swingAlong(
  soft: readonly Soft[],
  lengths: readonly Millimetres[],
  seed: number,
  hairline: Hairline,
): (k: number, t: number, inside: Millimetres) => Millimetres {
  const round = lengths.reduce((sum, l) => sum + l, 0);
  const before: Millimetres[] = [0];
  for (const each of lengths) before.push(before[before.length - 1] + each);
  const alongAt = (k: number, t: number): Millimetres => before[k] + t * lengths[k];
  if (!isEarlier(hairline)) {
    const { mounds, clusters } = swingOf(seed, round, BAND);
    return (k, t, inside) => {
      const { stray, transition, macro, micro } = soft[k];
      // Farther out and farther in nothing fades that could swing.
      if (inside < -(stray + macro + micro) || inside > Math.max(transition, GROWN) + macro + micro) return 0;
      const along = alongAt(k, t);
      return macro * mounds(along) + micro * clusters(along, inside);
    };
  }
  const every = hairline.finish ? SWINGS : EARLIER_SWINGS;
  return (k, t) => {
    const along = alongAt(k, t);
    // Rounded as it was when the first plans were painted.
    return Math.fround(
      soft[k].macro * waves(seed, along, round, every.macro) +
        soft[k].micro * waves(seed + 1, along, round, every.micro),
    );
  };
}

/** What the grid keeps of a fade, whose strays may be counted or not. */
const softOf = ({ strays, ...fade }: Fade): Soft => ({ ...fade, tail: tailOf({ strays, ...fade }) });

function fadeOf(vault: Vault, hairline: Hairline, part: EdgePart): Fade {
  const { shape, cover, finish, rest } = hairline;
  if (rest) return withinBand(fadeWith(vault, rest, finishOf(hairline), part));
  if (part === "rest" && cover === "top") return fringe;
  if (!finish) return part === "rest" ? sidesByShape : (part === "front" ? byShape : templesByShape)[shape];
  if (part === "rest") return withinBand(finish.sides);
  return withinBand(part === "front" ? finish.front : templeFade(finish.front));
}

/** Of a line whose rest has points of its own. */
function fadeWith(vault: Vault, rest: Rest, { front, sides }: Finish, part: EdgePart): Fade {
  if (part === "front") return front;
  if (part === "temple") return rest.temples === "thinned" ? thinnedFade(templeFade(front)) : templeFade(front);
  if (part === "nape") return napeFade(sides);
  if (part === "ear") return earFade(sides, aroundOf(vault, rest).overEar);
  return part === "fringe" ? fringeFade(rest.blend) : sideburnFade(sides);
}

/** The full density is reached within the band, however far the line swings. */
const withinBand = (fade: Fade): Fade => ({
  ...fade,
  transition: Math.min(fade.transition, BAND - 1 - fade.macro - fade.micro),
});

/** Each fade averaged with those within reach along the closed edge. */
function blended(soft: readonly Soft[], lengths: readonly Millimetres[]): Soft[] {
  const n = soft.length;
  return soft.map((_, i) => {
    const sum = { edge: 0, transition: 0, stray: 0, tail: 0, finer: 0, fainter: 0, macro: 0, micro: 0 };
    let weight = 0;
    const take = (k: number, by: Millimetres): void => {
      weight += by;
      for (const key of softKeys) sum[key] += by * soft[k][key];
    };
    take(i, lengths[i] + 1e-6);
    for (const step of [1, n - 1]) {
      for (let k = (i + step) % n, far = 0; far < BLEND && k !== i; far += lengths[k], k = (k + step) % n)
        take(k, lengths[k]);
    }
    for (const key of softKeys) sum[key] /= weight;
    return sum;
  });
}

/** Nodes to a side of a block: all of one are asked about the same stretches of the edge. */
const BLOCK = 16;

/** The skin's place under every node, mm, x, y, z; and of each block its middle node and how far others lie from it. */
type Skin = { readonly places: Float64Array; readonly middles: Int32Array; readonly reaches: Float64Array };

/** Of a head's nodes; those beyond the chart repeat its rim. The last heads' are kept. */
const skinOf = memoised((vault: Vault): Skin => {
  const on = latticeOf(vault);
  const { nodes } = on;
  const places = new Float64Array(3 * nodes * nodes);
  for (let row = 0; row < nodes; row++) {
    for (let col = 0; col < nodes; col++) {
      const u = chartAt(on, col);
      const v = chartAt(on, row);
      const shrink = Math.min(1, 1.9 / Math.max(1e-9, Math.sqrt(u * u + v * v)));
      places.set(scalpPoint(vault, u * shrink, v * shrink), 3 * (row * nodes + col));
    }
  }
  const across = Math.ceil(nodes / BLOCK);
  const [middles, reaches] = [new Int32Array(across * across), new Float64Array(across * across)];
  for (let b = 0; b < across * across; b++) {
    const { left, right, top, bottom } = blockOf(on, b);
    middles[b] = ((top + bottom) >> 1) * nodes + ((left + right) >> 1);
    for (let row = top; row <= bottom; row++) {
      for (let col = left; col <= right; col++)
        reaches[b] = Math.max(reaches[b], apart(places, middles[b], row * nodes + col));
    }
  }
  return { places, middles, reaches };
}, 2);

/** Columns and rows of a block, its last ones among them. */
function blockOf({ nodes }: Lattice, b: number): Readonly<Record<"left" | "right" | "top" | "bottom", number>> {
  const across = Math.ceil(nodes / BLOCK);
  const [left, top] = [BLOCK * (b % across), BLOCK * Math.floor(b / across)];
  return { left, right: Math.min(nodes, left + BLOCK) - 1, top, bottom: Math.min(nodes, top + BLOCK) - 1 };
}

function apart(places: Float64Array, i: number, k: number): Millimetres {
  const x = places[3 * i] - places[3 * k];
  const y = places[3 * i + 1] - places[3 * k + 1];
  const z = places[3 * i + 2] - places[3 * k + 2];
  return Math.sqrt(x * x + y * y + z * z);
}

/** For each node the nearest segment of the edge, -1 where none is within the band; how far, and where on it. */
type Nearest = { readonly segment: Int16Array; readonly distance: Float32Array; readonly t: Float64Array };

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
function nearestSegments(on: Lattice, skin: Skin, chart: readonly ChartPoint[], places: readonly Vec3[]): Nearest {
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
function filled(on: Lattice, chart: readonly ChartPoint[]): Uint8Array {
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
