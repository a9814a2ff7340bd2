/* Hairs one by one: rooted in the skin as the style has it, grown along it, and laid over the picture from the farthest
   to the nearest, with how much of each pixel they cover. */
import type { Camera } from "../demo/camera.ts";
import type { Field } from "../demo/grid.ts";
import { stream } from "../demo/noise.ts";
import { clamp, mix } from "../demo/sdf.ts";
import type { Layers } from "../demo/trace.ts";
import { type Hair, growthAt } from "./hair-styles.ts";

/** Hairs per mm^2 where all grow, and on a thinned top. */
const DENSE = 1.75;
const THIN = 0.3;
/** Places of a hair: the root and one for each piece. */
const KNOTS = 9;

export type Strands = {
  readonly count: number;
  /** x, y, z of each knot, hair after hair; `knots` to a hair. */
  readonly places: Float32Array;
  readonly knots: number;
  readonly thick: Float32Array;
  readonly colour: Float32Array;
};

const NONE: Strands = {
  count: 0,
  places: new Float32Array(0),
  knots: 2,
  thick: new Float32Array(0),
  colour: new Float32Array(0),
};

/** The farthest that skin lies from the middle of the vault, mm, and the slant at which it is looked for. */
const FAR = 128;
const SLANT = 0.45;

type Root = { readonly place: Float64Array; readonly normal: Float64Array; readonly thin: boolean };

/** All roots, spread evenly over the skin; by chance, from a seed. */
function rootsOf(field: Field, hair: Hair, next: () => number): Root[] {
  const roots: Root[] = [];
  const candidates = Math.round((DENSE * 4 * Math.PI * FAR * FAR) / SLANT);
  const model = new Float64Array(3);
  for (let i = 0; i < candidates; i++) {
    const uy = 1 - (2 * (i + next())) / candidates;
    if (uy < -0.8) break;
    const around = i * 2.399963229728653;
    const level = Math.sqrt(1 - uy * uy);
    const [ux, uz] = [level * Math.sin(around), level * Math.cos(around)];
    const chance = next();
    // The rest is dear: first whether anything could grow about here at all.
    if (chance > 0.75) continue;
    const r = skinAlong(field, ux, uy, uz);
    const place = Float64Array.of(ux * r, uy * r, uz * r);
    field.shape.proportions.toModel(place[0], place[1], place[2], model);
    const { dense, thin } = growthAt(hair, model[0], model[1], model[2]);
    const isThin = thin > dense;
    const wanted = isThin ? (thin * THIN) / DENSE : dense;
    if (wanted <= 0) continue;
    const normal = outwardAt(field, place);
    const facing = Math.max(SLANT, normal[0] * ux + normal[1] * uy + normal[2] * uz);
    if (chance > (wanted * r * r * SLANT) / (facing * FAR * FAR)) continue;
    roots.push({ place, normal, thin: isThin });
  }
  return roots;
}

/** How far from the middle of the vault the skin lies in a direction, mm. */
function skinAlong(field: Field, ux: number, uy: number, uz: number): number {
  let [low, high] = [55, 135];
  for (let i = 0; i < 18; i++) {
    const middle = (low + high) / 2;
    if (field.at(ux * middle, uy * middle, uz * middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function outwardAt(field: Field, [x, y, z]: Float64Array): Float64Array {
  const out = new Float64Array(3);
  field.outward(x, y, z, 1.2, out);
  return out;
}

/** Where hair wants to lie at a root: forward on front and top, down at sides and back; combed back, or parted. */
function lay({ style }: Hair, thin: boolean, [x, y, z]: Float64Array): readonly [number, number, number] {
  const up = clamp((y - 30) / 40, 0, 1);
  if (thin) return [0.15 * Math.sin(z / 9), 0, -1];
  if (style === "parting" || style === "long") {
    const side = style === "parting" ? x + 28 : x;
    return [Math.sign(side) * mix(0.25, 1, up), mix(-1, 0.1, up), z > 40 ? 0.25 : -0.35];
  }
  return [0, mix(-1, 0, up), mix(-0.15, 1, up)];
}

/** Grows all hairs of a head. `seed`: whole number. */
export function growHair(field: Field, hair: Hair, seed: number): Strands {
  if (hair.style === "bald") return NONE;
  const next = stream(seed * 31 + 7);
  const roots = rootsOf(field, hair, next);
  const short = hair.length[1] < 10;
  const knots = short ? 3 : KNOTS;
  const strands: Strands = {
    count: roots.length,
    places: new Float32Array(3 * knots * roots.length),
    knots,
    thick: new Float32Array(roots.length),
    colour: new Float32Array(3 * roots.length),
  };
  for (const [i, root] of roots.entries()) {
    const sides = !root.thin && hair.style === "thinning";
    const [least, most] = sides ? [5, 7.5] : hair.length;
    grow(field, hair, root, mix(least, most, next()), strands, i, next);
    strands.thick[i] = hair.thick * mix(0.82, 1.18, next()) * (root.thin ? 0.85 : 1);
    const light = mix(0.65, 1.35, next()) * (hair.colour[0] > 0.3 && next() < 0.3 ? 0.25 : 1);
    for (let q = 0; q < 3; q++) strands.colour[3 * i + q] = light * hair.colour[q];
  }
  return strands;
}

function grow(
  field: Field,
  hair: Hair,
  { place, normal, thin }: Root,
  length: number,
  { places, knots }: Strands,
  i: number,
  next: () => number,
): void {
  const wanted = lay(hair, thin, place);
  const across = wanted[0] * normal[0] + wanted[1] * normal[1] + wanted[2] * normal[2];
  const lift = length < 10 ? mix(0.5, 1.1, next()) : 0.15;
  const dir = new Float64Array(3);
  for (let q = 0; q < 3; q++) dir[q] = wanted[q] - across * normal[q] + lift * normal[q] + 0.5 * (next() - 0.5);
  const at = Float64Array.from(place);
  const step = length / (knots - 1);
  const above = length < 10 ? 0 : 0.3 + next() * Math.min(9, length / 14);
  for (let k = 0; k < knots; k++) {
    places.set(at, 3 * (i * knots + k));
    const l = 1 / Math.hypot(dir[0], dir[1], dir[2]);
    for (let q = 0; q < 3; q++) {
      dir[q] *= l;
      at[q] += dir[q] * step;
    }
    if (length < 10) continue;
    // It hangs, and lies on the skin or on the hair under it.
    dir[1] -= Math.min(0.5, step / 22);
    const free = field.at(at[0], at[1], at[2]) - above * Math.min(1, (k + 1) / 3);
    const out = outwardAt(field, at);
    if (free < 0) for (let q = 0; q < 3; q++) at[q] -= out[q] * free;
    const into = dir[0] * out[0] + dir[1] * out[1] + dir[2] * out[2];
    if (free < 2) for (let q = 0; q < 3; q++) dir[q] -= Math.min(0, into) * out[q] + 0.12 * out[q] * Math.max(0, into);
  }
}

/** Lays hairs into a picture of light; gives how much of each pixel they cover, 0..1. */
export function layHair(
  { count, places, knots, thick, colour }: Strands,
  camera: Camera,
  layers: Layers,
  light: Float32Array,
  rgb: Float32Array,
): Float32Array {
  const { w, h, what, pos } = layers;
  const cover = new Float32Array(w * h);
  const [ex, ey, ez] = camera.eye;
  const around = meanLight(layers, light);
  const order = nearestLast(places, knots, count, camera);
  for (const i of order) {
    for (let k = 0; k + 1 < knots; k++) {
      const a = 3 * (i * knots + k);
      const [ua, va, da] = camera.project(places[a], places[a + 1], places[a + 2]);
      const [ub, vb, db] = camera.project(places[a + 3], places[a + 4], places[a + 5]);
      if (da < 1 || db < 1) continue;
      const far = Math.hypot(ub - ua, vb - va);
      const steps = Math.max(1, Math.ceil(1.5 * far));
      const thin = thick[i] * (k + 2 === knots && knots > 3 ? 0.6 : 1);
      // Its area on the sensor, shared out over its steps; a hair seen from its end is a dot as thick as it is.
      const scale = camera.view.focalPx / da;
      const area = (thin * scale * Math.max(far, 0.6 * thin * scale)) / steps;
      const shade = 0.6 + 0.4 * Math.min(1, far / (scale * Math.hypot(...knotStep(places, a)) + 1e-6));
      for (let s = 0; s < steps; s++) {
        const t = (s + 0.5) / steps;
        const [u, v] = [ua + (ub - ua) * t - 0.5, va + (vb - va) * t - 0.5];
        const [iu, iv] = [Math.floor(u), Math.floor(v)];
        if (iu < 0 || iv < 0 || iu >= w - 1 || iv >= h - 1) continue;
        const x = places[a] + (places[a + 3] - places[a]) * t - ex;
        const y = places[a + 1] + (places[a + 4] - places[a + 1]) * t - ey;
        const z = places[a + 2] + (places[a + 5] - places[a + 2]) * t - ez;
        const depth = Math.sqrt(x * x + y * y + z * z);
        for (let q = 0; q < 4; q++) {
          const p = (iv + (q >> 1)) * w + iu + (q & 1);
          const o = 3 * p;
          let lit = around;
          if (what[p] > 0) {
            const [px, py, pz] = [pos[o] - ex, pos[o + 1] - ey, pos[o + 2] - ez];
            if (depth > Math.sqrt(px * px + py * py + pz * pz) + 0.9) continue;
            lit = (light[o] + light[o + 1] + light[o + 2]) / 3;
          }
          const part = Math.min(0.95, area * (q & 1 ? u - iu : 1 - u + iu) * (q >> 1 ? v - iv : 1 - v + iv));
          for (let c = 0; c < 3; c++) {
            const own = (lit / Math.PI) * (shade * colour[3 * i + c] + 0.012 * shade * shade);
            rgb[o + c] += (own - rgb[o + c]) * part;
          }
          cover[p] += (1 - cover[p]) * part;
        }
      }
    }
  }
  return cover;
}

const knotStep = (places: Float32Array, a: number): readonly [number, number, number] => [
  places[a + 3] - places[a],
  places[a + 4] - places[a + 1],
  places[a + 5] - places[a + 2],
];

/** The light that falls on the sitter in the mean. */
function meanLight({ what }: Layers, light: Float32Array): number {
  let [sum, count] = [0, 0];
  for (let p = 0; p < what.length; p += 7) {
    if (what[p] === 0) continue;
    sum += (light[3 * p] + light[3 * p + 1] + light[3 * p + 2]) / 3;
    count++;
  }
  return sum / Math.max(1, count);
}

/** The hairs' numbers, from the farthest to the nearest to the camera. */
function nearestLast(places: Float32Array, knots: number, count: number, camera: Camera): Uint32Array {
  const depth = Float32Array.from({ length: count }, (_, i) => {
    const a = 3 * (i * knots + (knots >> 1));
    return camera.project(places[a], places[a + 1], places[a + 2])[2];
  });
  return Uint32Array.from(depth.keys()).toSorted((a, b) => depth[b] - depth[a]);
}
