/* Pictures of the field to be looked at: five beginnings of three patterns, beside white noise and Poisson discs. `npm
   run bench -- pictures`. */

import { writeFileSync } from "node:fs";
import sharp from "sharp";
import { onScalpChart, wholeScalp } from "../../src/core/head/scalp-chart.ts";
import { scalpPoint } from "../../src/core/head/scalp.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { type Pattern, createField, createMarks, createSheet } from "../../src/core/stipple/stipple.ts";
import { bridson } from "./bridson.ts";

/** Side of a tile in mm and px, and dots per cm^2 of the whole. */
const MM = 40;
const PX = 320;
const FULL = 180;
const PERCENTS = [10, 25, 50, 75, 100];

/** Places x, y in mm of a tile, in order of rank. */
type Places = readonly (readonly [x: number, y: number])[];

/** Follicles at the crown, seen from above. */
function fieldPlaces(pattern: Pattern): Places {
  const count = Math.round((FULL / 100) * createField(wholeScalp.chart, 1, 1).area);
  const field = createField(wholeScalp.chart, 1, count, pattern);
  field.grow(count);
  return Array.from({ length: count }, (_, i) => onScalpChart(field.u[i], field.v[i])).map(({ u, v }) => {
    const [x, , z] = scalpPoint(maleVault, u, v);
    const middle = scalpPoint(maleVault, 0, 0);
    return [x - middle[0] + MM / 2, z - middle[2] + MM / 2] as const;
  });
}

/** A random order. */
function shuffled<T>(values: readonly T[]): T[] {
  const out = [...values];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}

function discs(): Places {
  const radius = Math.sqrt(0.7 / (FULL / 100));
  const flat = bridson(MM, MM, radius);
  return shuffled(Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i], flat[2 * i + 1]] as const));
}

const noise = (): Places =>
  Array.from({ length: (FULL / 100) * MM * MM }, () => [Math.random() * MM, Math.random() * MM] as const);

/** One tile: the first `percent` of the places as dots of 0.38 mm. */
function tile(places: Places, percent: number): Buffer {
  const chosen = places.slice(0, Math.round((places.length * percent) / 100));
  const marks = createMarks(chosen.length);
  const scale = PX / MM;
  chosen.forEach(([x, y], i) => marks.at.set([x * scale, y * scale, scale * scale, 0, scale * scale, 0.19, 1], 7 * i));
  marks.count = chosen.length;
  const skin = Uint8ClampedArray.from({ length: 4 * PX * PX }, (_, i) => [214, 172, 148, 255][i % 4]);
  const sheet = createSheet({ width: PX, height: PX, data: skin });
  sheet.show(marks, new Uint8Array(chosen.length).fill(1));
  sheet.compose([1.2, 1.08, 0.98]);
  return Buffer.from(sheet.picture().data);
}

export async function writePictures(file: string): Promise<void> {
  const columns = [fieldPlaces("fine"), fieldPlaces("natural"), fieldPlaces("clustered"), noise(), discs()];
  const step = PX + 8;
  const tiles = columns.flatMap((places, col) =>
    PERCENTS.map((percent, row) => ({
      input: tile(places, percent),
      raw: { width: PX, height: PX, channels: 4 as const },
      left: col * step,
      top: row * step,
    })),
  );
  const canvas = sharp({
    create: { width: columns.length * step - 8, height: PERCENTS.length * step - 8, channels: 3, background: "#fff" },
  });
  writeFileSync(file, await canvas.composite(tiles).png().toBuffer());
}
