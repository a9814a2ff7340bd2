/* The lights, fixed to the camera, and the room around them. Camera axes, x right, y down,
   z away from the camera, millimetres from the sitter. */
import type { Camera, Vec } from "./camera.ts";
import { clamp } from "./sdf.ts";

export type Lamp = { at: Vec; wide: number; high: number; power: Vec };
/** `room`: how many times the light of the studio's dim room. */
export type Lighting = { readonly lamps: readonly Lamp[]; readonly room: Vec };
export type Light = { c: Vec; u: Vec; v: Vec; n: Vec; area: number; power: Vec };

export const STUDIO: Lighting = {
  room: [1, 1, 1],
  lamps: [
    { at: [-600, -650, -640], wide: 250, high: 300, power: [13.4, 12.8, 12.1] }, // key
    { at: [820, -120, -620], wide: 480, high: 560, power: [0.7, 0.73, 0.77] }, // fill
    { at: [600, -380, 640], wide: 190, high: 420, power: [2.6, 2.7, 2.85] }, // rim
    { at: [-760, -260, 560], wide: 170, high: 420, power: [1.0, 1.03, 1.07] }, // kicker
  ],
};

function unit(v: Vec): Vec {
  const l = Math.hypot(...v);
  return [v[0] / l, v[1] / l, v[2] / l];
}

/** The lamps in head axes for one camera. */
export function lightsFor(camera: Camera, { lamps }: Lighting = STUDIO): Light[] {
  const o = camera.eye,
    aim = camera.toHead(0, 0, camera.view.pose.z);
  return lamps.map((lamp) => {
    const n = unit([-lamp.at[0], -lamp.at[1], -lamp.at[2]]);
    const side = unit([n[2], 0, -n[0]]);
    const up: Vec = [n[1] * side[2] - n[2] * side[1], n[2] * side[0] - n[0] * side[2], n[0] * side[1] - n[1] * side[0]];
    const c = camera.toHead(...lamp.at);
    return {
      c: [o[0] + aim[0] + c[0], o[1] + aim[1] + c[1], o[2] + aim[2] + c[2]],
      u: camera.toHead(side[0] * lamp.wide, side[1] * lamp.wide, side[2] * lamp.wide),
      v: camera.toHead(up[0] * lamp.high, up[1] * lamp.high, up[2] * lamp.high),
      n: camera.toHead(...n),
      area: 4 * lamp.wide * lamp.high,
      power: lamp.power,
    };
  });
}

/** Radiance of the room in a direction given in camera axes. */
export function room(x: number, y: number, z: number, out: Float64Array): void {
  const up = clamp(0.5 - 0.5 * y, 0, 1);
  const k = 0.1 + 0.26 * up * up + 0.05 * clamp(-z, 0, 1) + 0.03 * clamp(-x, 0, 1);
  out[0] = k * 1.0;
  out[1] = k * 0.99;
  out[2] = k * 0.98;
}

/** Radiance a ray meets if it strikes a lamp, 0 to the lamp's own, with softened edges. */
export function lampSeen(
  l: Light,
  px: number,
  py: number,
  pz: number,
  dx: number,
  dy: number,
  dz: number,
  blur: number,
): number {
  const dn = dx * l.n[0] + dy * l.n[1] + dz * l.n[2];
  if (dn > -1e-3) return 0;
  const t = ((l.c[0] - px) * l.n[0] + (l.c[1] - py) * l.n[1] + (l.c[2] - pz) * l.n[2]) / dn;
  if (t < 0) return 0;
  const qx = px + dx * t - l.c[0],
    qy = py + dy * t - l.c[1],
    qz = pz + dz * t - l.c[2];
  const uu = l.u[0] ** 2 + l.u[1] ** 2 + l.u[2] ** 2,
    vv = l.v[0] ** 2 + l.v[1] ** 2 + l.v[2] ** 2;
  const a = Math.abs((qx * l.u[0] + qy * l.u[1] + qz * l.u[2]) / uu),
    b = Math.abs((qx * l.v[0] + qy * l.v[1] + qz * l.v[2]) / vv);
  return clamp((1 + blur - a) / (2 * blur), 0, 1) * clamp((1 + blur - b) / (2 * blur), 0, 1);
}
