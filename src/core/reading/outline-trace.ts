/* The skull's outline, traced in the photo: along each ray from the head's centre the place where the picture changes
   most, the whole ring chosen at once so that it is smooth (dynamic programming). Only where the limb is scalp;
   elsewhere the model stays. */

import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { sincos } from "../geometry/exact.ts";
import { type Vec3, add } from "../geometry/vector.ts";
import { scalpEnds } from "../head/scalp-extent.ts";
import { type Surface, surfaceOf } from "../head/surface.ts";
import type { Vault } from "../head/vault.ts";
import { OUTLINE_RAYS, type Outline, type View, bareOutline, keptRatio } from "../head/view.ts";

/** Candidates per ray: multiples of the limb's distance from 1 - BAND to 1 + BAND. */
const CANDIDATES = 61;
/** Weight of staying near the model, and of neighbours agreeing, against an edge of full contrast. */
const NEAR = 0.35;
const SMOOTH = 900;
/**
 * Weight of a change in the ratio of the colours against any change: shadow, gloss and the light along a rim make skin
 * darker or brighter, but keep it skin.
 */
const HUE = 2;
/**
 * Reaches to either side within which the crossing is sought, and sought again from there: the farther look leans to a
 * bright rim before the edge.
 */
const LOOKS = [2.5, 1.2];
/** Rays over which a traced outline goes back to the model's. */
const CARRY = 9;

/**
 * The view with its outline traced in `pixels`, the photo at 1/shrink; `band`: how far the edge may lie from the model,
 * a share of the limb, 0.05..0.3. `about`: an outline to look about instead of the model's own.
 */
export function tracedView(
  vault: Vault,
  view: View,
  pixels: PixelBuffer,
  shrink: number,
  band = 0.14,
  about: Outline = bareOutline,
): View {
  const bare = { ...view, outline: bareOutline };
  const surface = surfaceOf(vault, bare);
  const rays = Array.from({ length: OUTLINE_RAYS }, (_, i) =>
    rayAt(surface, (i * 360) / OUTLINE_RAYS, shrink, about[i]),
  );
  const ring = cheapestRing(
    rays.map((ray) => rayCosts(surface, pixels, shrink, ray, band)),
    band,
  );
  const traced = ring.map(
    (first, i) =>
      about[i] * LOOKS.reduce((k, look) => crossing(surface, pixels, shrink, rays[i], k, look * rays[i].reach), first),
  );
  const outline = carriedOn(traced, rays).map(keptRatio);
  return { ...view, outline };
}

/**
 * Where no scalp ends, the model's outline stays; but beside scalp it goes over from the traced one by and by: a head
 * traced narrower than the model at the temple is no wider an ear's breadth below. As many ratios as rays.
 */
export function carriedOn(traced: readonly number[], rays: readonly Pick<Ray, "scalp">[]): number[] {
  const n = traced.length;
  return traced.map((k, ray) => {
    if (rays[ray].scalp) return k;
    for (let away = 1; away < CARRY; away++) {
      for (const beside of [(ray + away) % n, (ray - away + n) % n]) {
        if (rays[beside].scalp) return 1 + (traced[beside] - 1) * (1 - away / CARRY);
      }
    }
    return 1;
  });
}

const ratioAt = (candidate: number, band: number): number => 1 + band * ((2 * candidate) / (CANDIDATES - 1) - 1);

type Ray = {
  readonly sin: number;
  readonly cos: number;
  readonly limb: number;
  readonly scalp: boolean;
  readonly reach: number;
};

/**
 * A ray from the head's centre: the limb's distance in px of the photo, whether scalp ends there, and how far apart
 * colours are compared, px of `pixels`.
 */
function rayAt(surface: Surface, degrees: number, shrink: number, about: number): Ray {
  const [sin, cos] = sincos(degrees);
  const limb = about * surface.limbDistance(sin, -cos);
  return { sin, cos, limb, scalp: scalpEnds(surface, degrees), reach: Math.max(1.5, (limb / shrink) * 0.012) };
}

/**
 * The ring's ratio k on one ray, moved to where the colour is half way between those `look` px of `pixels` to either
 * side; where they hardly differ, k itself.
 */
function crossing(surface: Surface, pixels: PixelBuffer, shrink: number, ray: Ray, k: number, look: number): number {
  const { sin, cos, limb, scalp } = ray;
  if (!scalp) return k;
  const { centre } = surface;
  const at = (offset: number): Vec3 => {
    const r = (k * limb) / shrink + offset;
    return sample(pixels, centre.x / shrink + r * sin, centre.y / shrink - r * cos);
  };
  const inner = at(-look);
  const outer = at(look);
  const away = outer.map((value, channel) => value - inner[channel]);
  const contrast = away.reduce((sum, d) => sum + d * d, 0);
  if (contrast < 30 * 30) return k;
  // How far the ray runs on the inner colour: the area under the
  // change, so that grain and a soft edge both average out.
  const steps = 40;
  let on = 0;
  for (let i = 0; i < steps; i++) {
    const share = at(((i + 0.5) / steps - 0.5) * 2 * look).reduce(
      (sum, value, channel) => sum + (value - inner[channel]) * away[channel],
      0,
    );
    on += 1 - Math.max(0, Math.min(1, share / contrast));
  }
  return k + ((on / steps - 0.5) * 2 * look * shrink) / limb;
}

/** What each candidate of a ray costs: little where a strong edge runs across the ray. */
function rayCosts(surface: Surface, pixels: PixelBuffer, shrink: number, ray: Ray, band: number): Float64Array {
  const { sin: s, cos: c, limb, scalp, reach } = ray;
  const { centre } = surface;
  const costs = new Float64Array(CANDIDATES);
  for (let i = 0; i < CANDIDATES; i++) {
    const k = ratioAt(i, band);
    const off = (k - 1) / band;
    costs[i] = (scalp ? NEAR : 40) * off * off;
    if (!scalp) continue;
    const at = (offset: number, side: number): Vec3 => {
      const r = (k * limb) / shrink + offset;
      return sample(pixels, centre.x / shrink + r * s - side * c, centre.y / shrink - r * c - side * s);
    };
    let change = 0;
    for (const side of [-reach, 0, reach]) {
      const inner = add(at(-reach, side), at(-2.2 * reach, side));
      const outer = add(at(reach, side), at(2.2 * reach, side));
      change += difference(inner, outer);
    }
    // Beyond a clear edge more contrast says nothing more.
    costs[i] -= Math.min(1, change / (2 * 3 * 3 * 45));
  }
  return costs;
}

/** How unlike two colours are: their difference, and what is left of it when the one is made as bright as the other. */
function difference([ar, ag, ab]: Vec3, [br, bg, bb]: Vec3): number {
  const brighter = (ar * br + ag * bg + ab * bb) / (ar * ar + ag * ag + ab * ab + 1);
  const plain = Math.abs(ar - br) + Math.abs(ag - bg) + Math.abs(ab - bb);
  const hue = Math.abs(brighter * ar - br) + Math.abs(brighter * ag - bg) + Math.abs(brighter * ab - bb);
  return plain + HUE * hue;
}

/** Colour at a point, kept within the picture. */
function sample(pixels: PixelBuffer, x: number, y: number): Vec3 {
  const col = Math.max(0, Math.min(pixels.width - 1, Math.floor(x)));
  const row = Math.max(0, Math.min(pixels.height - 1, Math.floor(y)));
  const i = (row * pixels.width + col) * 4;
  return [pixels.data[i], pixels.data[i + 1], pixels.data[i + 2]];
}

/**
 * The closed ring of least cost: opened at a ray and run twice around, the second round kept, so that its ends agree.
 */
function cheapestRing(costs: readonly Float64Array[], band: number): number[] {
  const n = costs.length;
  let total = new Float64Array(CANDIDATES);
  const back: Uint8Array[] = [];
  const unitCost = SMOOTH * ((2 * band) / (CANDIDATES - 1)) * ((2 * band) / (CANDIDATES - 1));
  for (let step = 0; step < 3 * n; step++) {
    const cost = costs[step % n];
    const next = new Float64Array(CANDIDATES);
    const from = new Uint8Array(CANDIDATES);
    for (let to = 0; to < CANDIDATES; to++) {
      let best = Infinity;
      for (let i = 0; i < CANDIDATES; i++) {
        const sum = total[i] + unitCost * (i - to) * (i - to);
        if (sum < best) {
          best = sum;
          from[to] = i;
        }
      }
      next[to] = best + cost[to];
    }
    total = next;
    back.push(from);
  }
  let at = total.indexOf(Math.min(...total));
  const ring: number[] = [];
  for (let step = 3 * n - 1; step >= n; step--) {
    if (step < 2 * n) ring[step - n] = ratioAt(at, band);
    at = back[step][at];
  }
  return ring;
}
