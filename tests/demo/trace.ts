/* Casts one ray per (sub)pixel and measures the light at what it meets: irradiance, colour and shine, kept apart so
   that the skin can scatter the first before they are put together. */
import type { Camera } from "./camera.ts";
import { hit, type Field } from "./grid.ts";
import { hash } from "./noise.ts";
import { type Lighting, lampSeen, lightsFor, room, STUDIO } from "./lights.ts";
import { EAR, EYEBALL, SHIRT, SKIN } from "./shape.ts";
import { type Tone, TONE, skinColour, oil } from "./skin.ts";
import { relief } from "./relief.ts";
import { eyeColour } from "./iris.ts";

export type Layers = {
  w: number;
  h: number;
  scale: number;
  what: Uint8Array;
  pos: Float32Array;
  light: Float32Array;
  /** What of `light` came from the room. */
  room: Float32Array;
  colour: Float32Array;
  shine: Float32Array;
};

/** What a sitter's surfaces are made of, and the light on them. */
export type Look = {
  readonly tone: Tone;
  /** How many times the light of a grey-blue iris. */
  readonly iris: number[];
  /** Diffuse linear sRGB of the shirt. */
  readonly shirt: readonly [number, number, number];
  /** How oily the skin is against the modelled head's: 0 dry, 1 as modelled, 2 wet. */
  readonly oil: number;
  readonly lighting: Lighting;
  /** How much of the skin's fine relief is seen, 0..1: what is finer than a pixel sinks back into the form. */
  readonly fine?: number;
  /** How many times as dark the skin is under stubble that is shaved, at a place on the modelled head; 1 elsewhere. */
  readonly under?: (x: number, y: number, z: number) => number;
};

export const DEMO_LOOK: Look = {
  tone: TONE,
  iris: [1, 1, 1],
  shirt: [0.036, 0.037, 0.04],
  oil: 1,
  lighting: STUDIO,
};

const F0 = 0.028;

function ggx(nh: number, nv: number, nl: number, alpha: number): number {
  const a2 = alpha * alpha,
    q = nh * nh * (a2 - 1) + 1;
  const vis = 0.5 / (nl * Math.sqrt(nv * nv * (1 - a2) + a2) + nv * Math.sqrt(nl * nl * (1 - a2) + a2));
  return (a2 / (Math.PI * q * q)) * vis;
}

/** Renders w x h samples of the window whose corner is (x0, y0) in picture pixels, `scale` samples per pixel. */
export function trace(
  field: Field,
  camera: Camera,
  x0: number,
  y0: number,
  w: number,
  h: number,
  scale: number,
  rays: number,
  look = DEMO_LOOK,
): Layers {
  const lights = lightsFor(camera, look.lighting);
  const { shape } = field;
  const ambient = look.lighting.room;
  const what = new Uint8Array(w * h),
    pos = new Float32Array(w * h * 3),
    light = new Float32Array(w * h * 3),
    ofRoom = new Float32Array(w * h * 3);
  const colour = new Float32Array(w * h * 3),
    shine = new Float32Array(w * h * 3);
  const n = new Float64Array(3),
    nb = new Float64Array(3),
    c = new Float64Array(3),
    env = new Float64Array(3),
    at = new Float64Array(3);
  const [ex, ey, ez] = camera.eye,
    r = camera.r;
  for (let j = 0; j < h; j++)
    for (let i = 0; i < w; i++) {
      const d = camera.ray(x0 + (i + 0.5) / scale, y0 + (j + 0.5) / scale);
      const t = hit(field, ex, ey, ez, d[0], d[1], d[2]);
      if (t < 0) continue;
      const o = (j * w + i) * 3;
      const x = ex + d[0] * t,
        y = ey + d[1] * t,
        z = ez + d[2] * t;
      const m = field.normal(x, y, z, n);
      what[o / 3] = m;
      pos[o] = x;
      pos[o + 1] = y;
      pos[o + 2] = z;
      shape.model(x, y, z, m, at);
      const [mx, my, mz] = at;
      let seed = 0;
      const rnd = (): number => hash(i, j, seed++, 7);
      let alpha = 0.32,
        sharp = 0.15,
        gloss = 0.3,
        f0 = F0;
      if (m === EYEBALL) {
        eyeColour(mx, my, mz, c, look.iris);
        nb.set(n);
      } else if (m === SHIRT) {
        relief(mx, my, mz, m, n, nb);
        c.set(look.shirt);
        alpha = 0.75;
        gloss = 0;
        f0 = 0.02;
      } else {
        relief(mx, my, mz, m, n, nb);
        skinColour(mx, my, mz, m, c, look.tone);
        const dark = look.under && m === SKIN ? look.under(mx, my, mz) : 1;
        for (let q = 0; q < 3; q++) c[q] *= dark;
        gloss = Math.min(1, look.oil * oil(mx, my, mz));
        alpha = 0.42 - 0.12 * gloss;
        sharp = 0.21 - 0.05 * gloss;
      }
      colour[o] = c[0];
      colour[o + 1] = c[1];
      colour[o + 2] = c[2];
      if (m !== EYEBALL) {
        // seen at a glance the relief is finer than a sample: let it sink back into the form
        const flat =
          1 -
          (look.fine ?? 1) +
          (look.fine ?? 1) * 0.65 * Math.pow(1 + Math.min(0, d[0] * n[0] + d[1] * n[1] + d[2] * n[2]), 2);
        for (let q = 0; q < 3; q++) nb[q] += (n[q] - nb[q]) * flat;
      }
      let nv = -(d[0] * nb[0] + d[1] * nb[1] + d[2] * nb[2]);
      if (nv < 0.03) nv = 0.03;
      // reflection of the view
      const rv = 2 * nv,
        rx = d[0] + rv * nb[0],
        ry = d[1] + rv * nb[1],
        rz = d[2] + rv * nb[2];
      const px = x + n[0] * 0.35,
        py = y + n[1] * 0.35,
        pz = z + n[2] * 0.35;
      const skin = m === SKIN || m === EAR;
      let er = 0,
        eg = 0,
        eb = 0,
        sr = 0,
        sg = 0,
        sb = 0;
      for (let q = 0; q < lights.length; q++) {
        const L = lights[q];
        for (let s = 0; s < rays; s++) {
          const a = (2 * (s + rnd())) / rays - 1,
            b = 2 * rnd() - 1;
          let lx = L.c[0] + L.u[0] * a + L.v[0] * b - x,
            ly = L.c[1] + L.u[1] * a + L.v[1] * b - y,
            lz = L.c[2] + L.u[2] * a + L.v[2] * b - z;
          const d2 = lx * lx + ly * ly + lz * lz,
            il = 1 / Math.sqrt(d2);
          lx *= il;
          ly *= il;
          lz *= il;
          const face = -(lx * L.n[0] + ly * L.n[1] + lz * L.n[2]);
          if (face <= 0) continue;
          const g = (face * L.area) / (d2 * rays);
          const nl = n[0] * lx + n[1] * ly + n[2] * lz,
            bl = nb[0] * lx + nb[1] * ly + nb[2] * lz;
          if (m === EAR && nl < 0.25) {
            // light that comes through the ear
            let len = 1.2,
              inside = 1.0;
            while (len < 22) {
              const f = field.at(x + lx * len, y + ly * len, z + lz * len);
              if (f < 0) inside += 0.8;
              len += 0.8;
            }
            if (inside < 9) {
              const k = 0.5 * g * (1 - nl) * (field.clear(x + lx * 21, y + ly * 21, z + lz * 21, lx, ly, lz) ? 1 : 0);
              er += k * L.power[0] * Math.exp(-inside / 3.4);
              eg += k * L.power[1] * Math.exp(-inside / 1.15);
              eb += k * L.power[2] * Math.exp(-inside / 0.85);
            }
          }
          if (nl <= 0 && bl <= 0) continue;
          if (!field.clear(px, py, pz, lx, ly, lz)) continue;
          const soft = Math.max(0, nl),
            hard = Math.max(0, skin ? 0.45 * nl + 0.55 * bl : bl);
          er += g * L.power[0] * (skin ? 0.6 * soft + 0.4 * hard : hard);
          eg += g * L.power[1] * hard;
          eb += g * L.power[2] * hard;
          if (bl > 0 && m !== EYEBALL) {
            let hx = lx - d[0],
              hy = ly - d[1],
              hz = lz - d[2];
            const hl = 1 / Math.sqrt(hx * hx + hy * hy + hz * hz);
            hx *= hl;
            hy *= hl;
            hz *= hl;
            const nh = nb[0] * hx + nb[1] * hy + nb[2] * hz,
              vh = Math.max(0, -(d[0] * hx + d[1] * hy + d[2] * hz));
            const fr = f0 + (1 - f0) * Math.pow(1 - vh, 5);
            // from behind only the broad lobe is used: the sharp one would glitter at the limb
            const lobe =
              q > 1
                ? ggx(nh, nv, bl, 0.5)
                : (1 - 0.6 * gloss) * ggx(nh, nv, bl, alpha) + 0.6 * gloss * ggx(nh, nv, bl, sharp);
            const k = Math.min(1.5 / (rays * L.power[0]), g * fr * lobe * bl * (q > 1 ? 0.8 : 1));
            sr += k * L.power[0];
            sg += k * L.power[1];
            sb += k * L.power[2];
          }
        }
        if (m === EYEBALL) {
          const see = lampSeen(L, x, y, z, rx, ry, rz, 0.12);
          if (see > 0 && field.clear(px, py, pz, rx, ry, rz)) {
            const k = see * (q === 0 ? 0.07 : 0.04);
            sr += k * L.power[0];
            sg += k * L.power[1];
            sb += k * L.power[2];
          }
        }
      }
      const [lampR, lampG, lampB] = [er, eg, eb];
      // the room, by rays over the hemisphere
      const sky = Math.max(2, rays * 2);
      let open = 0;
      for (let s = 0; s < sky; s++) {
        const ph = 2 * Math.PI * rnd(),
          cz = 1 - 2 * ((s + rnd()) / sky),
          cr = Math.sqrt(Math.max(0, 1 - cz * cz));
        let lx = n[0] + cr * Math.cos(ph),
          ly = n[1] + cr * Math.sin(ph),
          lz = n[2] + cz;
        const il = 1 / Math.max(1e-6, Math.sqrt(lx * lx + ly * ly + lz * lz));
        lx *= il;
        ly *= il;
        lz *= il;
        if (field.clear(px, py, pz, lx, ly, lz)) {
          room(
            r[0] * lx + r[1] * ly + r[2] * lz,
            r[3] * lx + r[4] * ly + r[5] * lz,
            r[6] * lx + r[7] * ly + r[8] * lz,
            env,
          );
          er += (Math.PI * ambient[0] * env[0]) / sky;
          eg += (Math.PI * ambient[1] * env[1]) / sky;
          eb += (Math.PI * ambient[2] * env[2]) / sky;
          open++;
        } else {
          const near = m === SHIRT ? 0.05 : 0.2;
          er += (Math.PI * 0.62 * ambient[0] * near) / sky;
          eg += (Math.PI * 0.33 * ambient[1] * near) / sky;
          eb += (Math.PI * 0.22 * ambient[2] * near) / sky;
        }
      }
      room(
        r[0] * rx + r[1] * ry + r[2] * rz,
        r[3] * rx + r[4] * ry + r[5] * rz,
        r[6] * rx + r[7] * ry + r[8] * rz,
        env,
      );
      const graze = Math.pow(1 - nv, 5),
        ks = (f0 + (m === EYEBALL ? 0.6 : 0.22 + 0.3 * gloss) * graze) * (open / sky);
      ofRoom[o] = er - lampR;
      ofRoom[o + 1] = eg - lampG;
      ofRoom[o + 2] = eb - lampB;
      light[o] = er;
      light[o + 1] = eg;
      light[o + 2] = eb;
      shine[o] = sr + ks * ambient[0] * env[0];
      shine[o + 1] = sg + ks * ambient[1] * env[1];
      shine[o + 2] = sb + ks * ambient[2] * env[2];
    }
  return { w, h, scale, what, pos, light, room: ofRoom, colour, shine };
}
