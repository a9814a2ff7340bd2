/* How much of the asked density stands at each place: none outside the treated area, half at the designed line rising to all over the transition
   zone (domain.md 4.2), a slow fade into the hair that is left elsewhere. Answers by two look-ups, so that a quarter of
   a million follicles can ask. */

import type { Millimetres } from "../units.ts";
import { type Vec3, dot, scale, subtract } from "../geometry/vector.ts";
import { diamond } from "../head/surface.ts";
import { scalpChart, scalpPoint } from "../head/scalp.ts";
import type { Vault } from "../head/vault.ts";
import { fraction2 } from "../random.ts";
import { treatedEdge } from "./boundary.ts";
import type { Hairline, HairlineShape } from "./hairline.ts";

/** Sectors about the scalp's pole. */
const SECTORS = 2048;

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

/** domain.md 7 rows 7, 27 and 28; the defined shape is crisper ("edge-up"). Level L: illustration. */
const fronts: Record<HairlineShape, Softness> = {
  natural: { edge: 0.5, transition: 8, stray: 3, macro: 2, micro: 1 },
  straight: { edge: 0.8, transition: 4, stray: 1, macro: 0, micro: 0.4 },
  winged: { edge: 0.5, transition: 8, stray: 3, macro: 1.5, micro: 1 },
  "widows-peak": { edge: 0.5, transition: 7, stray: 2.5, macro: 1, micro: 0.8 },
};

/** Beside the ears and at the nape the scalp's own edge; at the fringe a wide blend into hair. */
const around: Softness = { edge: 0.35, transition: 12, stray: 4, macro: 1.5, micro: 0.5 };
const fringe: Softness = { edge: 0.25, transition: 22, stray: 14, macro: 2, micro: 1 };

export type Region = {
  /** Share of the plan's density at a chart point, 0..1. */
  share(u: number, v: number): number;
};

/** The pattern of the irregularities depends on the seed alone. Throws RangeError for an edge that does not go once round the pole. */
export function regionOf(vault: Vault, hairline: Hairline, seed: number): Region {
  const edge = treatedEdge(vault, hairline);
  const rest = hairline.cover === "top" ? fringe : around;
  const rho = new Float64Array(SECTORS + 1);
  const perRho = new Float64Array(SECTORS + 1);
  const soft: Softness[] = Array.from({ length: SECTORS + 1 }, () => rest);
  const chart = edge.map(({ d }) => scalpChart(d));
  const stretches = chart.map((a, i) => segmentStretch(vault, a, chart[(i + 1) % chart.length]));
  const round = stretches.reduce((sum, { length }) => sum + length, 0);
  let along = 0;
  edge.forEach(({ part }, i) => {
    const a = chart[i];
    const b = chart[(i + 1) % chart.length];
    const softness = part === "front" ? fronts[hairline.shape] : rest;
    const stretch = stretches[i];
    const from = (diamond(a.u, -a.v) / 4) * SECTORS;
    const to = (diamond(b.u, -b.v) / 4) * SECTORS;
    let span = to - from;
    if (span < -SECTORS / 2) span += SECTORS;
    if (span > SECTORS / 2) span -= SECTORS;
    const first = Math.min(from, from + span);
    for (let s = Math.ceil(first); s <= first + Math.abs(span); s++) {
      const sector = ((s % SECTORS) + SECTORS) % SECTORS;
      const t = span === 0 ? 0 : (s - from) / span;
      const u = a.u + t * (b.u - a.u);
      const v = a.v + t * (b.v - a.v);
      const distance = Math.sqrt(u * u + v * v);
      if (distance < rho[sector]) continue;
      const here = along + t * stretch.length;
      const swing = softness.macro * waves(seed, here, round, 28) + softness.micro * waves(seed + 1, here, round, 5);
      rho[sector] = distance + swing / stretch.perRho;
      perRho[sector] = stretch.perRho;
      soft[sector] = softness;
    }
    along += stretch.length;
  });
  rho[SECTORS] = rho[0];
  perRho[SECTORS] = perRho[0];
  soft[SECTORS] = soft[0];
  if (rho.some((r) => r === 0)) throw new RangeError("the treated area's edge does not go once round the scalp");

  return {
    share(u, v) {
      const place = (diamond(u, -v) / 4) * SECTORS;
      const i = Math.min(SECTORS - 1, Math.floor(place));
      const limit = rho[i] + (place - i) * (rho[i + 1] - rho[i]);
      const inside = (limit - Math.sqrt(u * u + v * v)) * perRho[i];
      const { edge: least, transition, stray } = soft[i];
      if (inside >= transition) return 1;
      if (inside >= 0) {
        const t = inside / transition;
        return least + (1 - least) * t * t * (3 - 2 * t);
      }
      if (inside <= -stray) return 0;
      const t = 1 + inside / stray;
      return least * t * t;
    },
  };
}

/** Skin length of the chart segment a-b, and how many mm straight off the edge one unit of rho makes there. */
function segmentStretch(
  vault: Vault,
  a: { u: number; v: number },
  b: { u: number; v: number },
): { length: Millimetres; perRho: number } {
  const p = scalpPoint(vault, a.u, a.v);
  const q = scalpPoint(vault, b.u, b.v);
  const tangent: Vec3 = subtract(q, p);
  const size2 = dot(tangent, tangent);
  const inner = scale(
    subtract(p, scalpPoint(vault, a.u * 0.999, a.v * 0.999)),
    1000 / Math.sqrt(a.u * a.u + a.v * a.v),
  );
  const off = size2 > 0 ? subtract(inner, scale(tangent, dot(inner, tangent) / size2)) : inner;
  return { length: Math.sqrt(size2), perRho: Math.max(5, Math.sqrt(dot(off, off))) };
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
