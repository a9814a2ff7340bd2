/* From light to a photograph: backdrop, lens, film curve, a breath of grain, eight bits. */
import { clamp } from "./sdf";
import { hash } from "./noise";

/** Radiance of the paper backdrop at a place in the picture (0..1 across, 0..1 down). */
export function backdrop(u: number, v: number, out: Float64Array): void {
  const dx = (u - 0.56) * 0.75,
    dy = v - 0.42;
  const k = 0.105 + 0.12 * Math.exp(-(dx * dx + dy * dy) / 0.16) - 0.03 * v;
  out[0] = k * 0.985;
  out[1] = k;
  out[2] = k * 1.02;
}

/** A gentle shoulder and toe, middle grey kept. */
export function film(v: number): number {
  const x = Math.max(0, v) * 1.22;
  const y = (x * (1 + 0.18 * x)) / (1 + 0.62 * x);
  return clamp(y * 1.26 - 0.0015, 0, 1);
}

export function encode(v: number): number {
  return v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
}

/** Averages samples down to pixels through a slightly soft lens and develops them. */
export function develop(
  rgb: Float32Array,
  w: number,
  h: number,
  scale: number,
): { data: Uint8Array; width: number; height: number } {
  const width = Math.round(w / scale),
    height = Math.round(h / scale);
  const data = new Uint8Array(width * height * 3);
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
      for (let c = 0; c < 3; c++) {
        const lin = film((c === 0 ? r : c === 1 ? g : b) / s);
        const grain =
          (hash(i, j, c, 141) + hash(i, j, c, 142) + hash(i, j, c, 143) - 1.5 + 1.2 * (hash(i, j, 9, 144) - 0.5)) *
          0.0065;
        data[o + c] = Math.round(255 * clamp(encode(lin) + grain, 0, 1));
      }
    }
  return { data, width, height };
}
