/* The light of a picture, but for hairs: skin and cloth over what stands behind. */
import type { Field } from "./grid.ts";
import { EYEBALL, SHIRT } from "./shape.ts";
import { browness } from "./strands.ts";
import type { Layers } from "./trace.ts";

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
