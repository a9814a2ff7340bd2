/* The picture that shows which way is up: six fields, A to F, three rows of two, and what each EXIF orientation makes
   of them (EXIF 2.32, 4.6.4, "Orientation"). Written down by hand, not computed. */
import type { Orientation } from "../../../src/core/photo/image-header.ts";

export const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

export const STORED: readonly string[] = ["AB", "CD", "EF"];

export const UPRIGHT: Readonly<Record<Orientation, readonly string[]>> = {
  1: ["AB", "CD", "EF"],
  2: ["BA", "DC", "FE"],
  3: ["FE", "DC", "BA"],
  4: ["EF", "CD", "AB"],
  5: ["ACE", "BDF"],
  6: ["ECA", "FDB"],
  7: ["FDB", "ECA"],
  8: ["BDF", "ACE"],
};

/** Six colours, far enough apart that no encoder confuses them. */
export const COLOURS: Readonly<Record<string, readonly [number, number, number]>> = {
  A: [255, 255, 255],
  B: [220, 30, 30],
  C: [30, 180, 30],
  D: [30, 30, 220],
  E: [240, 220, 20],
  F: [10, 10, 10],
};

/** Pixels a side of one field in the files of the tests: 128 × 192 in all, above the smallest photo that opens. */
export const FIELD = 64;

/** The stored picture as RGBA, `side` pixels per field. */
export function storedPicture(side: number): { width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> } {
  const width = STORED[0].length * side;
  const height = STORED.length * side;
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const letter = STORED[Math.floor(y / side)][Math.floor(x / side)];
      data.set([...COLOURS[letter], 255], (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

/** Reads the letters back at the middle of each field: the nearest of the six colours. */
export function lettersOf(picture: { width: number; height: number; data: Uint8ClampedArray }, side: number): string[] {
  const rows: string[] = [];
  for (let top = 0; top < picture.height; top += side) {
    let row = "";
    for (let left = 0; left < picture.width; left += side) {
      const at = ((top + (side >> 1)) * picture.width + left + (side >> 1)) * 4;
      row += nearest(picture.data.subarray(at, at + 3));
    }
    rows.push(row);
  }
  return rows;
}

function nearest(pixel: Uint8ClampedArray): string {
  const distance = (letter: string): number =>
    COLOURS[letter].reduce((sum, level, i) => sum + (level - pixel[i]) * (level - pixel[i]), 0);
  return Object.keys(COLOURS).reduce((best, letter) => (distance(letter) < distance(best) ? letter : best));
}
