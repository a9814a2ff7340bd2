/* One view, start to finish: trace, scatter, hairs, development. */
import { Camera, type View } from "./camera.ts";
import { backdrop, develop, lens } from "./develop.ts";
import type { Field } from "./grid.ts";
import { EYEBALL, SHIRT } from "./shape.ts";
import { scatter } from "./scatter.ts";
import { browness, drawStrands, grownStrands } from "./strands.ts";
import { DEMO_LOOK, trace, type Layers } from "./trace.ts";

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
  look = DEMO_LOOK,
): { data: Uint8Array; width: number; height: number; light: Float64Array; shine: Float64Array; layers: Layers } {
  const camera = new Camera(view);
  const scale = zoom * samples,
    w = Math.round(win.w * scale),
    h = Math.round(win.h * scale);
  const L = trace(field, camera, win.x, win.y, w, h, scale, rays, look);
  const inner = scatter(L, (view.focalPx / view.pose.z) * scale, 40);
  const rgb = new Float32Array(w * h * 3),
    mirrored = new Float32Array(w * h * 3),
    back = new Float64Array(3),
    at = new Float64Array(3);
  for (let j = 0; j < h; j++)
    for (let i = 0; i < w; i++) {
      const p = j * w + i,
        o = p * 3,
        m = L.what[p];
      if (m === 0) {
        backdrop((win.x + i / scale) / view.width, (win.y + j / scale) / view.height, back);
        rgb[o] = back[0];
        rgb[o + 1] = back[1];
        rgb[o + 2] = back[2];
        continue;
      }
      let shade = 1;
      if (m !== SHIRT && m !== EYEBALL && L.pos[o + 2] > 40) {
        field.shape.model(L.pos[o], L.pos[o + 1], L.pos[o + 2], m, at);
        shade = 1 - 0.3 * browness(Math.abs(at[0]), at[1]);
      }
      for (let c = 0; c < 3; c++) {
        rgb[o + c] = (shade * L.colour[o + c] * inner[o + c]) / Math.PI + shade * L.shine[o + c];
        mirrored[o + c] = shade * L.shine[o + c];
      }
    }
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
