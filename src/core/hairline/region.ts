/* How much of the asked density stands at each place: none outside the treated area, a part at the designed line rising
   to all over the transition zone (SOURCES hairline-7), a slow fade into the hair that is left elsewhere. Answers from
   a grid over the scalp's chart, so that a quarter of a million follicles can ask. */

import type { Millimetres } from "../units.ts";
import { length, subtract } from "../geometry/vector.ts";
import { scalpChart, scalpPoint } from "../head/scalp.ts";
import type { Vault } from "../head/vault.ts";
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
import { type Lattice, latticeOf, nodeAt, skinOf } from "./lattice.ts";
import { BAND, filled, nearestSegments } from "./nearest-edge.ts";
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

/** Along the edge one fade passes into the next over so much to either side. */
const BLEND: Millimetres = 10;

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
