/* From light to a photograph: lens, film curve, a breath of grain, eight bits. */
import { clamp } from "./sdf.ts";
import { hash } from "./noise.ts";

/** A gentle shoulder and toe, middle grey kept. */
export function film(v: number): number {
  const x = Math.max(0, v) * 1.22;
  const y = (x * (1 + 0.18 * x)) / (1 + 0.62 * x);
  return clamp(y * 1.26 - 0.0015, 0, 1);
}

/** The light that `film` turned into `y`. */
export function unfilm(y: number): number {
  const z = (y + 0.0015) / 1.26,
    b = 1 - 0.62 * z;
  return (Math.sqrt(b * b + 0.72 * z) - b) / 0.36 / 1.22;
}

export function encode(v: number): number {
  return v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
}

export function decode(v: number): number {
  return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
}

/**
 * Averages samples, `scale` a pixel's side, down to pixels through a
 * slightly soft lens: their light, red, green and blue in turn.
 */
export function lens(rgb: Float32Array, w: number, h: number, scale: number): Float64Array {
  const width = Math.round(w / scale),
    height = Math.round(h / scale);
  const light = new Float64Array(width * height * 3);
  const reach = Math.max(1, Math.round(scale * 1.25)),
    sigma = Math.max(0.36, 0.42 * scale);
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) {
      const cx = (i + 0.5) * scale - 0.5,
        cy = (j + 0.5) * scale - 0.5;
      let r = 0,
        g = 0,
        b = 0,
        s = 0;
      for (let y = Math.max(0, Math.ceil(cy - reach)); y <= Math.min(h - 1, cy + reach); y++)
        for (let x = Math.max(0, Math.ceil(cx - reach)); x <= Math.min(w - 1, cx + reach); x++) {
          const k = Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * sigma * sigma)),
            o = (y * w + x) * 3;
          // limit fireflies before they average
          r += k * Math.min(2.5, rgb[o]);
          g += k * Math.min(2.5, rgb[o + 1]);
          b += k * Math.min(2.5, rgb[o + 2]);
          s += k;
        }
      const o = (j * width + i) * 3;
      light[o] = r / s;
      light[o + 1] = g / s;
      light[o + 2] = b / s;
    }
  return light;
}

/** Eight bits of the light of pixels in rows of `width`, with grain that depends on the place alone. */
export function develop(light: Float64Array, width: number): Uint8Array {
  const data = new Uint8Array(light.length);
  for (let o = 0; o < light.length; o += 3) {
    const i = (o / 3) % width,
      j = Math.floor(o / 3 / width);
    for (let c = 0; c < 3; c++) {
      const grain =
        (hash(i, j, c, 141) + hash(i, j, c, 142) + hash(i, j, c, 143) - 1.5 + 1.2 * (hash(i, j, 9, 144) - 0.5)) *
        0.0065;
      data[o + c] = Math.round(255 * clamp(encode(film(light[o + c])) + grain, 0, 1));
    }
  }
  return data;
}
