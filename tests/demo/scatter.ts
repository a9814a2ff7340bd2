/* Light wanders under the skin before it leaves: each channel's
   irradiance is spread over its own few millimetres of surface. */
import type { Layers } from "./trace.ts";
import { hash } from "./noise.ts";
import { EAR, EYEBALL, SHIRT, SKIN } from "./shape.ts";

const PROFILE = [
  [
    [0.3, 0.45],
    [0.36, 1.1],
    [0.34, 2.5],
  ],
  [
    [0.5, 0.32],
    [0.38, 0.75],
    [0.12, 1.5],
  ],
  [
    [0.62, 0.26],
    [0.32, 0.6],
    [0.06, 1.1],
  ],
];
const REACH = 6;

function profile(c: number, r2: number): number {
  let s = 0;
  for (const [a, v] of PROFILE[c]) s += (a / (v * v)) * Math.exp(-r2 / (2 * v * v));
  return s;
}

/** Returns the irradiance after scattering; pixelsPerMm is measured at the sitter. */
export function scatter(L: Layers, pixelsPerMm: number, taps: number): Float32Array {
  const { w, h, what, pos, light } = L;
  const out = new Float32Array(light);
  const lut = PROFILE.map((_, c) =>
    Float64Array.from({ length: 512 }, (__, i) => profile(c, (i / 511) * REACH * REACH)),
  );
  const rad = new Float64Array(taps),
    inv = new Float64Array(taps),
    cos = new Float64Array(taps),
    sin = new Float64Array(taps);
  for (let k = 0; k < taps; k++) {
    const u = (k + 0.5) / taps; // more taps near the middle
    rad[k] = REACH * Math.pow(u, 1.5);
    inv[k] = rad[k] * Math.pow(u, 0.5); // area each tap stands for
    cos[k] = Math.cos(k * 2.399963);
    sin[k] = Math.sin(k * 2.399963);
  }
  for (let j = 0; j < h; j++)
    for (let i = 0; i < w; i++) {
      const p = j * w + i,
        o = p * 3,
        m = what[p];
      if (m !== SKIN && m !== EAR && m !== EYEBALL) continue;
      const turn = hash(i, j, 0, 131) * 6.2832,
        ct = Math.cos(turn),
        st = Math.sin(turn);
      const size = m === EYEBALL ? 0.35 : 1;
      let ar = 0,
        ag = 0,
        ab = 0,
        wr = 0,
        wg = 0,
        wb = 0;
      for (let k = 0; k < taps; k++) {
        const rr = rad[k] * pixelsPerMm * size;
        const a = Math.round(i + rr * (cos[k] * ct - sin[k] * st)),
          b = Math.round(j + rr * (cos[k] * st + sin[k] * ct));
        if (a < 0 || b < 0 || a >= w || b >= h) continue;
        const q = b * w + a,
          mq = what[q];
        if (mq === 0 || mq === SHIRT || (mq === EYEBALL) !== (m === EYEBALL)) continue;
        const e = q * 3;
        const dx = pos[e] - pos[o],
          dy = pos[e + 1] - pos[o + 1],
          dz = pos[e + 2] - pos[o + 2];
        const r2 = (dx * dx + dy * dy + dz * dz) / (size * size);
        if (r2 >= REACH * REACH) continue;
        const s = ((r2 / (REACH * REACH)) * 511) | 0,
          g = inv[k];
        const pr = lut[0][s] * g,
          pg = lut[1][s] * g,
          pb = lut[2][s] * g;
        ar += pr * light[e];
        wr += pr;
        ag += pg * light[e + 1];
        wg += pg;
        ab += pb * light[e + 2];
        wb += pb;
      }
      if (wr > 0) out[o] = ar / wr;
      if (wg > 0) out[o + 1] = ag / wg;
      if (wb > 0) out[o + 2] = ab / wb;
    }
  return out;
}
