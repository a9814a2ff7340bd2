/* What is true of a generated picture: points in mm and pixels, the outline of the skull, and masks. */
import type { Camera, Vec } from "../demo/camera.ts";
import { type Field, hit } from "../demo/grid.ts";
import { EAR, Shape, SKIN } from "../demo/shape.ts";
import { hairBoundary } from "../demo/skin.ts";
import type { Layers } from "../demo/trace.ts";
import type { Sampled } from "./render.ts";

export type SeenPoint = {
  readonly mm: readonly [number, number, number];
  readonly px: readonly [number, number];
  /** Whether the camera sees the skin there, whatever hair lies over it. */
  readonly visible: boolean;
};

const rounded = (v: number): number => Math.round(v * 100) / 100;

/** Where named points fall in a picture. */
export function seenPoints(field: Field, camera: Camera, points: Record<string, Vec>): Record<string, SeenPoint> {
  const out: Record<string, SeenPoint> = {};
  const { width, height } = camera.view;
  for (const [name, [x, y, z]] of Object.entries(points)) {
    const [u, v] = camera.project(x, y, z);
    const [dx, dy, dz] = [x - camera.eye[0], y - camera.eye[1], z - camera.eye[2]];
    const far = Math.hypot(dx, dy, dz);
    const t = hit(field, ...camera.eye, dx / far, dy / far, dz / far);
    const inside = u >= 0 && v >= 0 && u < width && v < height;
    out[name] = {
      mm: [rounded(x), rounded(y), rounded(z)],
      px: [rounded(u), rounded(v)],
      visible: inside && t > 0 && t > far - 1.2,
    };
  }
  return out;
}

/** Directions about the middle of the vault in which the outline is told, the first to the right, then downwards. */
const DIRECTIONS = 120;

/** The least distance that a ray keeps from the surface, mm, and the place where it does. */
function closest(shape: Shape, [ex, ey, ez]: Vec, [dx, dy, dz]: Vec, from: number, to: number): [number, Vec] {
  let [best, place]: [number, Vec] = [1e9, [0, 0, 0]];
  for (let t = from; t < to;) {
    const at: Vec = [ex + dx * t, ey + dy * t, ez + dz * t];
    const d = shape.distance(...at);
    if (d < best) [best, place] = [d, at];
    if (d < 0) break;
    t += Math.max(0.25, 0.75 * d);
  }
  return [best, place];
}

/**
 * The outline of the skull as the camera sees it, px, without ears, hair, face and neck: null in directions where it is
 * not the skull's.
 */
export function skullOutline(build: Shape["build"], camera: Camera): (readonly [number, number] | null)[] {
  const shape = new Shape({ ...build, nod: 0, earless: true });
  const [cu, cv, depth] = camera.project(0, 0, 0);
  const most = (camera.view.focalPx * 175) / depth;
  const model = new Float64Array(3);
  return Array.from({ length: DIRECTIONS }, (_, i) => {
    const a = (2 * Math.PI * i) / DIRECTIONS;
    let [inner, outer] = [0, most];
    let place: Vec = [0, 0, 0];
    for (let k = 0; k < 15; k++) {
      const r = (inner + outer) / 2;
      const ray = camera.ray(cu + r * Math.cos(a), cv + r * Math.sin(a));
      const [d, at] = closest(shape, camera.eye, ray, depth - 190, depth + 190);
      if (d < 0) inner = r;
      else [outer, place] = [r, at];
    }
    shape.proportions.toModel(...place, model);
    const [mx, my, mz] = model;
    const onSkull = my > Math.max(hairBoundary(mx, mz), mz > 0 ? 15 : -25);
    return onSkull ? [rounded(cu + outer * Math.cos(a)), rounded(cv + outer * Math.sin(a))] : null;
  });
}

/** What a camera sees of a sitter and where, without light on it. */
export function sighted(field: Field, camera: Camera): Layers {
  const { width: w, height: h } = camera.view;
  const none = new Float32Array(0);
  const what = new Uint8Array(w * h);
  const pos = new Float32Array(3 * w * h);
  for (let p = 0; p < w * h; p++) {
    const d = camera.ray((p % w) + 0.5, Math.floor(p / w) + 0.5);
    const t = hit(field, ...camera.eye, ...d);
    if (t < 0) continue;
    for (let q = 0; q < 3; q++) pos[3 * p + q] = camera.eye[q] + t * d[q];
    field.shape.distance(pos[3 * p], pos[3 * p + 1], pos[3 * p + 2]);
    what[p] = field.shape.material;
  }
  return { w, h, scale: 1, what, pos, light: none, room: none, colour: none, shine: none };
}

export type Masks = {
  /** By pixel, 0..255: share of bare scalp, of ear and of background. */
  readonly classes: Uint8Array;
  /** By pixel, 0..255: share that hair covers, and share of its light that was mirrored. */
  readonly hair: Uint8Array;
  readonly mirrored: Uint8Array;
  /** By pixel, 1/65535 of `mostArea`: mm^2 of scalp that it sees, hair or not; 0 elsewhere. */
  readonly area: Uint16Array;
  readonly mostArea: number;
};

export function masksOf(field: Field, camera: Camera, { layers, cover, mirrored }: Sampled): Masks {
  const { w, h, what, pos } = layers;
  const classes = new Uint8Array(3 * w * h);
  const areas = new Float64Array(w * h);
  const model = new Float64Array(3);
  for (let p = 0; p < w * h; p++) {
    const [x, y, z] = [pos[3 * p], pos[3 * p + 1], pos[3 * p + 2]];
    if (what[p] === 0) classes[3 * p + 2] = Math.round(255 * (1 - cover[p]));
    if (what[p] === EAR) classes[3 * p + 1] = Math.round(255 * (1 - cover[p]));
    if (what[p] !== SKIN) continue;
    field.shape.proportions.toModel(x, y, z, model);
    if (model[1] < hairBoundary(model[0], model[2])) continue;
    classes[3 * p] = Math.round(255 * (1 - cover[p]));
    areas[p] = areaSeen(field, camera, p % w, Math.floor(p / w), [x, y, z]);
  }
  const mostArea = areas.reduce((most, a) => Math.max(most, a), 1e-9);
  return {
    classes,
    hair: Uint8Array.from(cover, (share) => Math.round(255 * share)),
    mirrored: Uint8Array.from(mirrored, (share) => Math.round(255 * Math.min(1, share))),
    area: Uint16Array.from(areas, (a) => Math.round((65535 * a) / mostArea)),
    mostArea,
  };
}

const normal = new Float64Array(3);

/** mm^2 of surface that a pixel sees; at most a twentieth of it is told near the outline. */
function areaSeen(field: Field, camera: Camera, i: number, j: number, [x, y, z]: Vec): number {
  const { width, height, focalPx } = camera.view;
  const d = camera.ray(i + 0.5, j + 0.5);
  const t = Math.hypot(x - camera.eye[0], y - camera.eye[1], z - camera.eye[2]);
  field.normal(x, y, z, normal);
  const facing = Math.max(0.05, -(d[0] * normal[0] + d[1] * normal[1] + d[2] * normal[2]));
  const slant = Math.hypot((i + 0.5 - width / 2) / focalPx, (j + 0.5 - height / 2) / focalPx, 1);
  return (t * t) / (focalPx * focalPx * slant ** 3 * facing);
}
