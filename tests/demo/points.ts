/* Named points and an even spread of scalp points, found on the modelled surface itself. */
import type { Vec } from "./camera.ts";
import { EYE } from "./eye.ts";
import { hairBoundary } from "./skin.ts";
import { EAR, Shape } from "./shape.ts";

export type Point = { mm: Vec; normal: Vec };

/** Where a ray meets the surface itself. Throws Error where it meets none. */
export function cast(shape: Shape, o: Vec, d: Vec): Vec {
  for (let t = 0; t < 400;) {
    const p: Vec = [o[0] + d[0] * t, o[1] + d[1] * t, o[2] + d[2] * t];
    const s = shape.distance(...p);
    if (s < 0.02) return p;
    t += Math.max(0.03, s * 0.75);
  }
  throw new Error(`no surface from ${o.join(",")}`);
}

function best(range: readonly [number, number, number], of: (v: number) => Vec, score: (p: Vec) => number): Vec {
  let top: Vec = of(range[0]),
    s = score(top);
  for (let v = range[0]; v <= range[1]; v += range[2]) {
    const p = of(v),
      q = score(p);
    if (q > s) {
      top = p;
      s = q;
    }
  }
  return top;
}

/** From the centre outwards to the skin. */
export function outwards(shape: Shape, d: Vec): Vec {
  let a = 40,
    b = 140;
  for (let t = a; t < b; t += 2)
    if (shape.distance(d[0] * t, d[1] * t, d[2] * t) > 0) {
      a = t - 2;
      b = t;
      break;
    }
  for (let i = 0; i < 30; i++) {
    const m = (a + b) / 2;
    if (shape.distance(d[0] * m, d[1] * m, d[2] * m) > 0) b = m;
    else a = m;
  }
  return [d[0] * a, d[1] * a, d[2] * a];
}

const BACKWARDS: Vec = [0, 0, -1];
const SCALP: Record<string, Vec> = {
  frontHairlineCentre: [0, 0.62, 0.78],
  frontHairlineLeft: [0.4, 0.55, 0.73],
  frontHairlineRight: [-0.4, 0.55, 0.73],
  templeLeft: [0.78, 0.42, 0.46],
  templeRight: [-0.78, 0.42, 0.46],
  sideLeft: [0.88, 0.46, -0.1],
  sideRight: [-0.88, 0.46, -0.1],
  crown: [0, 0.8, -0.6],
  occiput: [0, 0.1, -1],
  napeCentre: [0, -0.45, -0.9],
  parietalLeft: [0.62, 0.6, -0.5],
  parietalRight: [-0.62, 0.6, -0.5],
};

function unit(v: Vec): Vec {
  const l = Math.sqrt(v[0] ** 2 + v[1] ** 2 + v[2] ** 2);
  return [v[0] / l, v[1] / l, v[2] / l];
}

/** Points of a head; how it is bowed on its body is left out. */
export function landmarks({ build }: Shape): Record<string, Vec> {
  const shape = new Shape({ ...build, nod: 0 });
  const { proportions } = shape;
  const fromFront = (y: number): Vec => cast(shape, [0, y, 160], BACKWARDS);
  const side = (s: number): Vec => {
    let top: Vec = [0, 0, 0];
    for (let y = 5; y < 75; y += 2.5)
      for (let z = -60; z < 30; z += 2.5) {
        const [, ay, az] = proportions.fromModel(0, y, z);
        const p = cast(shape, [s * 250, ay, az], [-s, 0, 0]);
        if (Math.abs(p[0]) > Math.abs(top[0])) top = p;
      }
    return top;
  };
  const level = (y: number): number => proportions.fromModel(0, y, 0)[1];
  const pupil = (s: number): Vec => {
    const [x, y] = proportions.fromModel(s * EYE.x, EYE.y, 80);
    return cast(shape, [x, y, 160], BACKWARDS);
  };
  const tragion = (s: number): Vec => {
    const [, y, z] = proportions.fromModel(s * 71.5, -36.5, 3);
    return cast(shape, [s * 160, y, z], [-s, 0, 0]);
  };
  const out: Record<string, Vec> = {
    glabella: fromFront(0),
    nasion: best([level(-22), level(-4), 0.25], fromFront, (p) => -p[2]),
    pupilLeft: pupil(1),
    pupilRight: pupil(-1),
    subnasale: best([level(-73), level(-64), 0.25], fromFront, (p) => -p[2]),
    menton: best(
      [70, 100, 0.5],
      (z) => cast(shape, [0, -200, z], [0, 1, 0]),
      (p) => -p[1],
    ),
    vertex: best(
      [-50, 50, 0.5],
      (z) => cast(shape, [0, 140, z], [0, -1, 0]),
      (p) => p[1],
    ),
    opisthocranion: best(
      [-40, 40, 0.5],
      (y) => cast(shape, [0, y, -180], [0, 0, 1]),
      (p) => -p[2],
    ),
    tragionLeft: tragion(1),
    tragionRight: tragion(-1),
    eurionLeft: side(1),
    eurionRight: side(-1),
  };
  for (const [name, d] of Object.entries(SCALP)) out[name] = outwards(shape, unit(d));
  return out;
}

/** About `count` points spread evenly over the scalp, with normals. */
export function scalpPoints(count: number, shape = new Shape()): Point[] {
  const out: Point[] = [],
    n = new Float64Array(3),
    all = Math.round(count * 1.91);
  for (let i = 0; i < all; i++) {
    const y = 1 - (2 * (i + 0.5)) / all,
      r = Math.sqrt(1 - y * y),
      a = i * 2.399963229728653;
    const p = outwards(shape, [r * Math.cos(a), y, r * Math.sin(a)]);
    shape.distance(...p);
    shape.proportions.toModel(...p, n);
    if (shape.material === EAR || n[1] < hairBoundary(n[0], n[2])) continue;
    shape.normal(...p, n);
    out.push({ mm: p, normal: [n[0], n[1], n[2]] });
  }
  return out;
}
