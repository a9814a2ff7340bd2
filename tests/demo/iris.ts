/* The look of the eyeball: white, iris and pupil by the angle from the line of sight. */
import { clamp, mix, smoothstep } from "./sdf.ts";
import { noise } from "./noise.ts";
import { EYE, upperLid } from "./eye.ts";

export const IRIS_RADIUS = 5.85;

/** `iris`: how many times the light of a grey-blue one it gives back, red, green and blue. */
export function eyeColour(x: number, y: number, z: number, out: Float64Array, iris = [1, 1, 1]): void {
  const side = x < 0 ? -1 : 1;
  const dx = x - side * EYE.x,
    dy = y - EYE.y;
  const r = Math.hypot(dx, dy),
    a = Math.atan2(dy, dx);
  const vein =
    smoothstep(0.1, 0.0, Math.abs(noise(dx / 3 + 9 * side, dy / 1.6, z / 4, 121))) * smoothstep(6, 12, Math.abs(dx));
  const cr = 0.43 - 0.03 * vein;
  let cg = 0.37 - 0.13 * vein,
    cb = 0.335 - 0.13 * vein;
  const edge = smoothstep(6.5, 13, r);
  cg *= 1 - 0.2 * edge;
  cb *= 1 - 0.26 * edge;
  const lid = 0.5 + 0.5 * smoothstep(0.2, 3, upperLid(Math.abs(x)) - y); // shade of lid and lashes
  const t = clamp(r / IRIS_RADIUS, 0, 1);
  const spoke =
    noise(Math.cos(a) * 9 + side, Math.sin(a) * 9, t * 1.2, 122) +
    0.6 * noise(Math.cos(a) * 20, Math.sin(a) * 20, t * 2, 123);
  const k = clamp(0.5 + 0.5 * spoke, 0, 1);
  // grey-blue with a warm ring about the pupil
  let ir = mix(0.075, 0.17, k),
    ig = mix(0.095, 0.2, k),
    ib = mix(0.1, 0.21, k);
  const warm = smoothstep(0.62, 0.36, t);
  ir = mix(ir, 0.13 + 0.07 * k, warm);
  ig = mix(ig, 0.085 + 0.05 * k, warm);
  ib = mix(ib, 0.045 + 0.03 * k, warm);
  const ring = 1 - 0.75 * smoothstep(0.76, 0.99, t);
  const pupil = smoothstep(1.65, 2.05, r);
  const inside = smoothstep(IRIS_RADIUS + 0.35, IRIS_RADIUS - 0.25, r);
  out[0] = lid * mix(cr, mix(0.006, iris[0] * ir * ring, pupil), inside);
  out[1] = lid * mix(cg, mix(0.006, iris[1] * ig * ring, pupil), inside);
  out[2] = lid * mix(cb, mix(0.006, iris[2] * ib * ring, pupil), inside);
}
