/* What stands behind a sitter, out of focus: a plain wall, one of a colour near skin, shelves, frames, a curtain,
   tiles. By place in the picture, 0..1 across and down. */
import { hash, noise } from "../demo/noise.ts";
import { clamp, smoothstep } from "../demo/sdf.ts";

export const rooms = ["plain", "skin-like", "shelves", "frames", "curtain", "tiles"] as const;
export type RoomName = (typeof rooms)[number];

/** Diffuse colours of what stands about, some of them near skin. */
const THINGS: readonly (readonly [number, number, number])[] = [
  [0.28, 0.18, 0.11],
  [0.4, 0.26, 0.18],
  [0.05, 0.08, 0.14],
  [0.5, 0.48, 0.44],
  [0.18, 0.04, 0.03],
  [0.08, 0.12, 0.06],
  [0.62, 0.55, 0.42],
  [0.02, 0.02, 0.02],
];
const WALLS: readonly (readonly [number, number, number])[] = [
  [0.32, 0.32, 0.32],
  [0.5, 0.49, 0.46],
  [0.12, 0.13, 0.15],
  [0.25, 0.3, 0.33],
];
const NEAR_SKIN: readonly (readonly [number, number, number])[] = [
  [0.42, 0.28, 0.19],
  [0.33, 0.2, 0.12],
  [0.5, 0.38, 0.28],
];

/** 1 within low..high, soft by `soft` at both ends. */
const within = (v: number, low: number, high: number, soft: number): number =>
  smoothstep(low - soft, low + soft, v) * smoothstep(high + soft, high - soft, v);

function blend(out: Float64Array, to: readonly number[], share: number, shade = 1): void {
  for (let c = 0; c < 3; c++) out[c] += (shade * to[c] - out[c]) * share;
}

const thing = (i: number, j: number, seed: number) => THINGS[Math.floor(hash(i, j, 3, seed) * THINGS.length)];

/** Writes the light of the room behind at a place into `out`. `seed`: whole number. */
export function backdropOf(name: RoomName, seed: number): (u: number, v: number, out: Float64Array) => void {
  const walls = name === "skin-like" ? NEAR_SKIN : WALLS;
  const wall = walls[Math.floor(hash(seed, 1, 2, 3) * walls.length)];
  const soft = 0.006 + 0.014 * hash(seed, 4, 5, 6);
  return (u, v, out) => {
    const fall = 0.62 + 0.3 * Math.exp(-((u - 0.35) ** 2 + (v - 0.3) ** 2) / 0.5) + 0.02 * noise(u * 3, v * 3, 1, seed);
    for (let c = 0; c < 3; c++) out[c] = wall[c];
    if (name === "shelves") shelves(u, v, soft, seed, out);
    if (name === "frames") frames(u, v, soft, seed, out);
    if (name === "curtain") {
      const fold = 0.5 + 0.5 * Math.sin(60 * u + 5 * noise(u * 4, v * 1.5, 2, seed) + seed);
      blend(out, THINGS[seed % THINGS.length], 1, 0.45 + 0.75 * fold);
    }
    if (name === "tiles") {
      const line = Math.min(Math.abs(((u * 5) % 1) - 0.5), Math.abs(((v * 7) % 1) - 0.5));
      blend(out, [0.16, 0.16, 0.15], smoothstep(0.05, 0.01, line), 1);
    }
    for (let c = 0; c < 3; c++) out[c] = clamp(out[c] * fall * 0.5, 0, 1);
  };
}

function shelves(u: number, v: number, soft: number, seed: number, out: Float64Array): void {
  const row = Math.floor(v * 4.3);
  const down = v * 4.3 - row;
  const wide = 14 + 8 * hash(row, 1, 1, seed);
  const col = Math.floor(u * wide);
  const tall = 0.15 + 0.35 * hash(row, col, 7, seed);
  const share = within(u * wide - col, 0.06, 0.94, soft * wide) * smoothstep(tall - soft * 4, tall + soft * 4, down);
  blend(out, thing(row, col, seed), share * (hash(row, col, 8, seed) < 0.85 ? 1 : 0));
  blend(out, THINGS[0], within(down, 0.9, 1.02, soft * 4), 0.7);
}

function frames(u: number, v: number, soft: number, seed: number, out: Float64Array): void {
  for (let i = 0; i < 4; i++) {
    const [x, y] = [hash(i, 1, 9, seed), 0.7 * hash(i, 2, 9, seed)];
    const [w, h] = [0.1 + 0.12 * hash(i, 3, 9, seed), 0.08 + 0.13 * hash(i, 4, 9, seed)];
    blend(out, thing(i, 5, seed), within(u, x - w, x + w, soft) * within(v, y - h, y + h, soft));
    const inner = within(u, x - 0.86 * w, x + 0.86 * w, soft) * within(v, y - 0.86 * h, y + 0.86 * h, soft);
    blend(out, thing(i, 6, seed), inner, 0.7 + 0.5 * noise(u * 12, v * 12, i, seed));
  }
}
