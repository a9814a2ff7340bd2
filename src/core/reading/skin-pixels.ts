/* Which pixels of a photo show skin: those on the head's places that
   face the camera, of one colour, neither highlight nor shadow. */

import { chromaApart } from "../colour/chroma.ts";
import type { Vec3 } from "../geometry/vector.ts";
import { cutAway } from "../head/cut.ts";
import { scalpDirection } from "../head/scalp.ts";
import type { Surface } from "../head/surface.ts";
import { vaultPoint } from "../head/vault.ts";
import type { PixelBuffer } from "../photo/pixel-buffer.ts";
import { type Tone, median, middleChroma, quantile, toneOf } from "./tone.ts";

/** Between brows and hairline: the surest bare skin there is. */
export const isForehead = ([x, y, z]: Vec3): boolean => z > 60 && y > 12 && y < 45 && Math.abs(x) < 42;

/** Above the ear and behind it, clear of both. */
export const isSide = ([x, y, z]: Vec3, side: 1 | -1): boolean =>
  side * x > 35 && y < 45 && z > -75 && ((z < 20 && y > 6) || (z < -38 && y > -30));

/** Steps on the scalp's chart; its part that reaches the brows. */
const STEP = 0.03;
const REACH = 1.74;

/** The pixels on the places of the head that are asked for and face the camera by this cosine at least, each once. */
export function tonesOn(
  pixels: PixelBuffer,
  shrink: number,
  surface: Surface,
  wanted: (place: Vec3) => boolean,
  facing = 0.5,
): readonly Tone[] {
  const tones = new Map<number, Tone>();
  for (let u = -REACH; u <= REACH; u += STEP) {
    for (let v = -REACH; v <= REACH; v += STEP) {
      if (u * u + v * v > REACH * REACH) continue;
      const direction = scalpDirection(u, v);
      if (!wanted(vaultPoint(surface.vault, direction))) continue;
      const seen = surface.toImage(direction);
      if (seen.facing < facing || cutAway(surface.cuts, seen.x, seen.y)) continue;
      const [x, y] = [Math.floor(seen.x / shrink), Math.floor(seen.y / shrink)];
      const tone = toneOf(pixels, shrink, x, y);
      if (tone) tones.set(y * pixels.width + x, tone);
    }
  }
  return [...tones.values()];
}

/**
 * Those of one colour with the middle of `seed`, within thrice what is usual there, and neither very dark nor very
 * bright beside it: skin, without hair, wall and burnt highlight.
 */
export function alike(tones: readonly Tone[], seed: readonly Tone[]): readonly Tone[] {
  if (seed.length === 0) return [];
  const middle = middleChroma(seed);
  const usual = median(seed.map((tone) => chromaApart(tone, middle)));
  const near = Math.max(0.15, Math.min(0.3, 3 * usual));
  const level = median(seed.map((tone) => tone.luminance));
  return tones.filter(
    (tone) => chromaApart(tone, middle) < near && tone.luminance > 0.35 * level && tone.luminance < 2.2 * level,
  );
}

/** The middle half by luminance: highlights lie above it, shadows below. */
export function diffuse(tones: readonly Tone[]): readonly Tone[] {
  const levels = tones.map((tone) => tone.luminance);
  const [low, high] = [quantile(levels, 0.25), quantile(levels, 0.75)];
  return tones.filter((tone) => tone.luminance >= low && tone.luminance <= high);
}
