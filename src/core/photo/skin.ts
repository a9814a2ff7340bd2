/* The skin read off scalp and forehead in a photo, and the shade it suggests. A camera's colours, not a measurement of the person. */

import { labOf } from "../colour/lab.ts";
import { typologyAngle } from "../colour/typology.ts";
import type { Surface } from "../head/surface.ts";
import { scalpDirection } from "../head/scalp.ts";
import type { Shade } from "../pigment/shades.ts";
import type { PixelBuffer } from "./pixel-buffer.ts";

/** Median sRGB 0..255 of scalp and forehead, its typology angle in degrees, and the suggested shade. */
export type SkinReading = {
  readonly rgb: readonly [number, number, number];
  readonly ita: number;
  readonly shade: Shade;
};

/** Starting shade by typology angle, through Fitzpatrick's types (domain.md 2.5 and 3.1; level L: illustration). */
const ladder: readonly (readonly [above: number, parts: number])[] = [
  [55, 30],
  [41, 25],
  [28, 20],
  [10, 15],
  [-30, 10],
];

export const suggestedShade = (ita: number): Shade => ({
  parts: ladder.find(([above]) => ita > above)?.[1] ?? 6,
  name: "",
});

/** Reads scalp and forehead, down to above the brows, where they face the camera. `pixels` is the photo at 1/shrink. Null when the photo shows too little of it. */
export function readSkin(pixels: PixelBuffer, shrink: number, surface: Surface): SkinReading | null {
  const samples: [number[], number[], number[]] = [[], [], []];
  for (let u = -1; u <= 1; u += 0.04) {
    for (let v = -0.8; v <= 1.3; v += 0.04) {
      const p = surface.toImage(scalpDirection(u, v));
      if (p.facing < 0.45) continue;
      const x = Math.floor(p.x / shrink);
      const y = Math.floor(p.y / shrink);
      if (x < 0 || y < 0 || x >= pixels.width || y >= pixels.height) continue;
      const i = (y * pixels.width + x) * 4;
      samples.forEach((channel, c) => channel.push(pixels.data[i + c]));
    }
  }
  if (samples[0].length < 40) return null;
  const [red, green, blue] = samples.map((channel) => channel.toSorted((a, b) => a - b)[channel.length >> 1]);
  const ita = Math.round(typologyAngle(labOf([red, green, blue])) * 10) / 10;
  return { rgb: [red, green, blue], ita, shade: suggestedShade(ita) };
}
