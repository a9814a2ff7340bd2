/* The scene that peers and we paint: dots on a ball that fills the frame, seen from far away. */

import { type Ground, MARK, type Marks, createMarks } from "../../src/core/stipple/stipple.ts";

const RADIUS_MM = 95;

/** What the ground tone does to the skin between the dots: about as the usual plan has it. */
export const TONE = { green: 0.25, red: 1.3, blue: 0.6 } as const;

/** `count` dots of 0.12 to 0.22 mm radius, evenly spread over the half ball that is seen, and the ground between. */
export function ballMarks(width: number, height: number, count: number): Marks {
  const scale = Math.min(width, height) / 2 / RADIUS_MM;
  const marks = createMarks(count);
  marks.count = count;
  for (let i = 0; i < count; i++) {
    const z = 1 - (i + 0.5) / count;
    const turn = i * 2.399963229728653;
    const across = Math.sqrt(1 - z * z);
    const nx = across * Math.cos(turn);
    const ny = across * Math.sin(turn);
    const k2 = scale * scale;
    // A scramble of the rank decides size and order, so that neighbours differ.
    const chance = ((i * 7919) % 1009) / 1009;
    const at = MARK * ((i * 48271) % count);
    marks.at.set(
      [
        width / 2 + nx * RADIUS_MM * scale,
        height / 2 + ny * RADIUS_MM * scale,
        k2 * (1 - nx * nx),
        -k2 * nx * ny,
        k2 * (1 - ny * ny),
        0.12 + 0.1 * chance,
        0.9 + 0.2 * chance,
      ],
      at,
    );
  }
  return { ...marks, ground: groundOf(marks, width, height, scale) };
}

/** Nodes 0.78 mm apart, and a share in squares of a third of that, as the app has them. */
function groundOf({ at, count }: Marks, width: number, height: number, scale: number): Ground {
  const step = 0.55 * Math.SQRT2 * scale;
  const shrink = Math.max(step / 3, Math.max(width, height) / 640);
  const [wide, high] = [Math.ceil(width / shrink), Math.ceil(height / shrink)];
  const ink = Float64Array.from({ length: count }, (_, i) => {
    const [, , xx, xy, yy, radius, depth] = at.subarray(MARK * i, MARK * (i + 1));
    return depth * Math.PI * radius * radius * Math.sqrt(Math.max(0, xx * yy - xy * xy));
  });
  const share = { left: 0, top: 0, width: wide, height: high, shrink, share: new Uint8Array(wide * high).fill(128) };
  return { step, share, ink };
}

/** A picture of skin-like bytes. */
export function skin(width: number, height: number): Uint8ClampedArray<ArrayBuffer> {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < data.length; i += 4) {
    const grain = (i * 2654435761) >>> 27;
    data[i] = 190 + (grain & 15);
    data[i + 1] = 145 + (grain & 15);
    data[i + 2] = 120 + (grain & 15);
    data[i + 3] = 255;
  }
  return data;
}
