/* Where the eyes sit and how the lids open around them. */
import { clamp } from "./sdf.ts";

export const EYE = { x: 32, y: -16.2, z: 69.2, r: 13.3 } as const;
export const LID_RADIUS = 14.7;
/** Where the lids meet, towards the nose and towards the temple. */
export const INNER = { x: 17.2, y: -18.4 },
  OUTER = { x: 46, y: -16 };
const UPPER = 4.1,
  LOWER = 4.4;

function along(ax: number): number {
  return clamp((ax - INNER.x) / (OUTER.x - INNER.x), 0, 1);
}

function base(ax: number): number {
  return INNER.y + (OUTER.y - INNER.y) * ((ax - INNER.x) / (OUTER.x - INNER.x));
}

/** Height of the upper lid's edge at |x|. */
export function upperLid(ax: number): number {
  const t = along(ax),
    s = Math.pow(t, 0.86);
  return base(ax) + UPPER * Math.pow(4 * s * (1 - s), 0.72);
}

/** Height of the lower lid's edge at |x|. */
export function lowerLid(ax: number): number {
  const t = along(ax),
    s = Math.pow(t, 1.25);
  return base(ax) - LOWER * Math.pow(4 * s * (1 - s), 0.86);
}

/** Inside (negative) the opening between the lids, seen from the front. */
export function opening(ax: number, y: number): number {
  const d = Math.max(y - upperLid(ax), lowerLid(ax) - y) * 0.85;
  return Math.max(d, INNER.x - ax, ax - OUTER.x);
}

/** Distance to the globe with its cornea. */
export function globe(ax: number, y: number, z: number): number {
  const dx = ax - EYE.x,
    dy = y - EYE.y,
    dz = z - EYE.z;
  const a = Math.sqrt(dx * dx + dy * dy + dz * dz) - EYE.r;
  const cz = dz - 6.2;
  const b = Math.sqrt(dx * dx + dy * dy + cz * cz) - 7.9;
  const h = 0.8 - Math.abs(a - b);
  return Math.min(a, b) - (h > 0 ? (h * h) / 3.2 : 0);
}
