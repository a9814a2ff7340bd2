/* Light that few rays have measured, made calm: what comes from the room is spread over the pixels about, and on cloth
   what comes from the lamps as well; over an edge nothing goes. */
import { SHIRT } from "../demo/shape.ts";
import type { Layers } from "../demo/trace.ts";

/** Pixels that are asked to each side; farther apart than so many mm they tell nothing of each other. */
const REACH = 3;
const NEAR = 9;

export function calm({ w, h, what, pos, light, room }: Layers): void {
  const lamps = light.map((all, o) => all - room[o]);
  const sum = new Float64Array(6);
  for (let j = 0; j < h; j++) {
    for (let i = 0; i < w; i++) {
      const p = j * w + i;
      const m = what[p];
      if (m === 0) continue;
      const [x, y, z] = [pos[3 * p], pos[3 * p + 1], pos[3 * p + 2]];
      sum.fill(0);
      let count = 0;
      for (let b = Math.max(0, j - REACH); b <= Math.min(h - 1, j + REACH); b++) {
        for (let a = Math.max(0, i - REACH); a <= Math.min(w - 1, i + REACH); a++) {
          const q = b * w + a;
          if (what[q] !== m) continue;
          const o = 3 * q;
          const [dx, dy, dz] = [pos[o] - x, pos[o + 1] - y, pos[o + 2] - z];
          if (dx * dx + dy * dy + dz * dz > NEAR * NEAR) continue;
          count++;
          for (let c = 0; c < 3; c++) {
            sum[c] += room[o + c];
            sum[3 + c] += lamps[o + c];
          }
        }
      }
      for (let c = 0; c < 3; c++) {
        light[3 * p + c] = sum[c] / count + (m === SHIRT ? sum[3 + c] / count : lamps[3 * p + c]);
      }
    }
  }
}
