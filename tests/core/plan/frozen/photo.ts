/* The photo that frozen plans are painted on: skin of any size without a decoder, in whole numbers, so that every
   commit and machine has the same bytes. Light falls from the left, every pixel has grain, and over the forehead lies a
   highlight whose middle is burnt out. */
import type { PixelBuffer } from "../../../../src/core/photo/pixel-buffer.ts";

const SKIN = [204, 158, 136];
const GRAIN = 13;

/** Width and height: whole numbers, px. */
export function skinPhoto(width: number, height: number): PixelBuffer {
  const data = new Uint8ClampedArray(4 * width * height);
  const radius = Math.floor(width / 9);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const shade = Math.floor((60 * x) / width) + Math.floor((24 * y) / height);
      const grain = (Math.imul(i, 0x9e3779b1) >>> 16) % GRAIN;
      const dx = x - Math.floor(0.46 * width);
      const dy = y - Math.floor(0.36 * height);
      const gloss = Math.max(0, 150 - Math.floor((150 * (dx * dx + dy * dy)) / (radius * radius)));
      for (let channel = 0; channel < 3; channel++) data[4 * i + channel] = SKIN[channel] - shade + grain + gloss;
      data[4 * i + 3] = 255;
    }
  }
  return { width, height, data };
}
