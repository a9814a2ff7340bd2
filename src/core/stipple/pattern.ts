/* How evenly follicles lie: what a pattern does with the void that was found for it. */

/**
 * `fine`: blue noise, nearest-neighbour CV 0.10. `natural`: looser, CV about 0.17, an estimate for human scalps
 * (SOURCES follicles-1). `clustered`: groups of two to four with gaps between them, as coiled hair grows. Of the last
 * two no measurement of human skin is known: illustration.
 */
export type Pattern = "fine" | "natural" | "clustered";

/**
 * How far from the middle of its void a follicle stands at most, in mean spacings. Even `fine` needs some: dots that
 * sit where the grid would have them lock into its rows, which shows as direction and as uneven counts.
 */
const MOST_OFFSET = { fine: 0.08, natural: 0.33 };
/** Distance of a group's follicles from its middle, mm: they stand about as close as the dots of a full scalp. */
const GROUP_RADIUS = 0.34;

export type Offset = readonly [x: number, y: number];

/**
 * Follicles that go into void number i of a seed's field, as offsets from its middle, mm. `spacing`: mean distance of
 * follicles at this moment, mm.
 */
export function offsetsOf(pattern: Pattern, seed: number, i: number, spacing: number): readonly Offset[] {
  const chance = mixed(seed, i);
  if (pattern === "clustered") return groupOf(chance);
  const [x, y] = withinDisc(chance);
  return [[x * MOST_OFFSET[pattern] * spacing, y * MOST_OFFSET[pattern] * spacing]];
}

/** A point of the unit disc, evenly: of a square's points the first within it. */
function withinDisc(chance: number): Offset {
  for (let at = chance; ; at = mixed(at, 1)) {
    const x = (at & 0xffff) / 0x8000 - 1;
    const y = (at >>> 16) / 0x8000 - 1;
    if (x * x + y * y <= 1) return [x, y];
  }
}

/** A group about its middle, mm: two, three or four, turned at random. */
function groupOf(chance: number): readonly Offset[] {
  const share = chance & 0xff;
  const shape = GROUPS[share < 90 ? 0 : share < 190 ? 1 : 2];
  // A turn without sine and cosine, by the half angle's tangent; and
  // each group is a little tighter or wider than the next.
  const t = ((chance >>> 8) & 0xfff) / 0x800 - 1;
  const size = GROUP_RADIUS * (0.85 + (0.3 * (chance >>> 20)) / 0x1000);
  const c = (size * (1 - t * t)) / (1 + t * t);
  const s = (size * 2 * t) / (1 + t * t);
  return shape.map(([x, y]) => [c * x - s * y, s * x + c * y]);
}

const GROUPS: readonly (readonly Offset[])[] = [
  [
    [-0.8, 0],
    [0.8, 0],
  ],
  [
    [0, 1],
    [-0.87, -0.5],
    [0.87, -0.5],
  ],
  [
    [-1.1, 0],
    [0, -0.8],
    [1.1, 0],
    [0, 0.8],
  ],
];

/** Thirty-two bits that look random (the finaliser of splitmix32). */
function mixed(seed: number, i: number): number {
  let h = Math.imul(seed, 0x9e3779b1) + i;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}
