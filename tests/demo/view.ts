/* One view, start to finish: trace, scatter, hairs, development. */
import { Camera, type View } from "./camera.ts";
import { backdrop, develop, lens } from "./develop.ts";
import type { Field } from "./grid.ts";
import { EYEBALL, SHIRT } from "./shape.ts";
import { scatter } from "./scatter.ts";
import { browness, drawStrands, grownStrands } from "./strands.ts";
import { trace, type Layers } from "./trace.ts";

/**
 * The light of each sample but for hairs, and the part of it that a surface mirrors, three channels in turn. `behind`
 * writes the light of what lies behind the sitter at a sample.
 */
export function composed(
  field: Field,
  { w, h, what, pos, colour, shine }: Layers,
  inner: Float32Array,
  behind: (p: number, out: Float64Array) => void,
): { readonly rgb: Float32Array; readonly mirrored: Float32Array } {
  const rgb = new Float32Array(w * h * 3),
    mirrored = new Float32Array(w * h * 3),
    back = new Float64Array(3),
    at = new Float64Array(3);
  for (let p = 0; p < w * h; p++) {
    const o = p * 3,
      m = what[p];
    if (m === 0) {
      behind(p, back);
      rgb.set(back, o);
      continue;
    }
    let shade = 1;
    if (m !== SHIRT && m !== EYEBALL && pos[o + 2] > 40) {
      field.shape.model(pos[o], pos[o + 1], pos[o + 2], m, at);
      shade = 1 - 0.3 * browness(Math.abs(at[0]), at[1]);
    }
    for (let c = 0; c < 3; c++) {
      rgb[o + c] = (shade * colour[o + c] * inner[o + c]) / Math.PI + shade * shine[o + c];
      mirrored[o + c] = shade * shine[o + c];
    }
  }
  return { rgb, mirrored };
}

export type Window = { x: number; y: number; w: number; h: number };

/**
 * Renders a window of a view at `zoom` output pixels per picture pixel, with `samples` squared samples in each. `light`
 * and `shine` are that of the pixels before it is developed, and the part of it that skin and cloth mirror at their
 * surface: without it the same camera sees the same sitter matte.
 */
export function renderView(
  field: Field,
  view: View,
  win: Window,
  zoom: number,
  samples: number,
  rays: number,
): { data: Uint8Array; width: number; height: number; light: Float64Array; shine: Float64Array; layers: Layers } {
  const camera = new Camera(view);
  const scale = zoom * samples,
    w = Math.round(win.w * scale),
    h = Math.round(win.h * scale);
  const L = trace(field, camera, win.x, win.y, w, h, scale, rays);
  const inner = scatter(L, (view.focalPx / view.pose.z) * scale, 40);
  const { rgb, mirrored } = composed(field, L, inner, (p, back) =>
    backdrop((win.x + (p % w) / scale) / view.width, (win.y + Math.floor(p / w) / scale) / view.height, back),
  );
  drawStrands(grownStrands(field), camera, L, win.x, win.y, rgb, inner);
  const light = lens(rgb, w, h, samples),
    width = Math.round(w / samples);
  return {
    data: develop(light, width),
    width,
    height: Math.round(h / samples),
    light,
    shine: lens(mirrored, w, h, samples),
    layers: L,
  };
}
