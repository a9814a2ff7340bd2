/* How an edge swings: never as a wave. Mounds of uneven length along it, and small clusters and gaps that go as deep as
   they are wide, so that each row of hair behind the edge swings by itself (SOURCES hairline-9). */

import { smoothstep } from "../geometry/interpolate.ts";
import { fraction2 } from "../random.ts";
import type { Millimetres } from "../units.ts";

/** About how far apart mounds stand, a long one and a short one on it, and how much of the swing each is. */
const MOUNDS = [
  { every: 22, share: 0.75 },
  { every: 9, share: 0.25 },
] as const;
/** Clusters and gaps: about how wide along the edge, and how deep. */
const CLUSTER = { wide: 7, deep: 5 } as const;
/** Of the way between two of them each may stand so much out of its place, to both sides together. */
const UNEVEN = 0.7;

/** Places of noise along a closed edge: where it has free values, mm, rising; the last is the first, once round. */
function unevenPlaces(seed: number, round: Millimetres, every: Millimetres): Float64Array {
  // Even, so that mounds and bays take turns all round.
  const count = 2 * Math.max(1, Math.round(round / every / 2));
  const places = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) places[i] = ((i + UNEVEN * (fraction2(seed, i) - 0.5)) * round) / count;
  places[count] = places[0] + round;
  return places;
}

/** The stretch of `places` that `at` lies in, 0 upwards; `at` lies once round from the first on. */
function stretchOf(places: Float64Array, at: Millimetres): number {
  const count = places.length - 1;
  let i = Math.max(0, Math.min(count - 1, Math.floor(((at - places[0]) / (places[count] - places[0])) * count)));
  while (i > 0 && at < places[i]) i--;
  while (i < count - 1 && at >= places[i + 1]) i++;
  return i;
}

/** What noise has at its places, -1..1: anything, or by turns a mound and a bay, each as large as chance has it. */
const valuesOf = {
  any: (seed: number, i: number): number => 2 * fraction2(seed, i) - 1,
  byTurns: (seed: number, i: number): number => (i % 2 === 0 ? 1 : -1) * (0.3 + 0.7 * fraction2(seed, i)),
} as const;

/** Smooth noise along a closed edge `round` mm long, -1..1, with values of this kind about `every` mm apart. */
function noiseAlong(
  seed: number,
  round: Millimetres,
  every: Millimetres,
  kind: keyof typeof valuesOf = "any",
): (along: Millimetres) => number {
  const places = unevenPlaces(seed, round, every);
  const value = valuesOf[kind];
  // Else every head had a mound at the middle of its line, where edges begin.
  const begin = round * fraction2(seed, -1);
  const values = Float64Array.from(places, (_, i) => value(seed ^ 0x5bd1e995, i % (places.length - 1)));
  return (along) => {
    let at = (along + begin) % round;
    if (at < places[0]) at += round;
    else if (at >= places[0] + round) at -= round;
    const i = stretchOf(places, at);
    return values[i] + (values[i + 1] - values[i]) * smoothstep((at - places[i]) / (places[i + 1] - places[i]));
  };
}

/** Rows of noise along the edge, one behind the other; between two of them it passes over smoothly. */
function noiseOver(
  seed: number,
  round: Millimetres,
  reach: Millimetres,
): (along: Millimetres, inside: Millimetres) => number {
  const first = Math.floor(-reach / CLUSTER.deep) - 1;
  const rows = Array.from({ length: 2 - 2 * first }, (_, row) =>
    noiseAlong(seed + 977 * (row + first), round, CLUSTER.wide),
  );
  return (along, inside) => {
    const place = Math.max(0, Math.min(rows.length - 1.001, inside / CLUSTER.deep - first));
    const row = Math.floor(place);
    const [a, b] = [rows[row](along), rows[row + 1](along)];
    return a + (b - a) * smoothstep(place - row);
  };
}

/** What an edge swings by, each -1..1, at a place so far along it and so far inside. */
export type Swing = {
  readonly mounds: (along: Millimetres) => number;
  readonly clusters: (along: Millimetres, inside: Millimetres) => number;
};

/** Of a closed edge `round` mm long, for places up to `reach` mm from it. `seed`: whole number, 0..2^32-1. */
export function swingOf(seed: number, round: Millimetres, reach: Millimetres): Swing {
  const long = noiseAlong(seed + 2, round, MOUNDS[0].every, "byTurns");
  const short = noiseAlong(seed + 3, round, MOUNDS[1].every);
  return {
    mounds: (along) => MOUNDS[0].share * long(along) + MOUNDS[1].share * short(along),
    clusters: noiseOver(seed + 4, round, reach),
  };
}
