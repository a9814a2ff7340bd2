/* Pictures in which it is known where hair is: generated heads, the second set of renders of the scan, and portraits
   with masks drawn by hand; the last two where they are at hand. */

import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import type { Millimetres } from "../../src/core/units.ts";
import { generatedHeads, scanHeads } from "./known-heads.ts";

const top = path.resolve(import.meta.dirname, "../..");
const portraits = path.resolve(top, "../shared/photos/portraits");

/** What is at a photo point, px; `left out` where the truth is neither, or nobody knows. */
export type Kind = "skin" | "hair" | "left out";

export type KnownHair = {
  readonly file: string;
  readonly lens: Millimetres | null;
  readonly at: (x: number, y: number) => Kind;
  /** Whether hair hides the skin there. */
  readonly hides: (x: number, y: number) => boolean;
  /** Stubble is asked for as well as hair. */
  readonly stubble: boolean;
};

/** A mask's channels at a photo point of a picture `wide` times `high` px; 0 beside it. */
async function masked(file: string, wide: number, high: number): Promise<(x: number, y: number, c: number) => number> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  return (x, y, channel) => {
    const [column, row] = [Math.floor((x * info.width) / wide), Math.floor((y * info.height) / high)];
    if (column < 0 || row < 0 || column >= info.width || row >= info.height) return 0;
    return data[(row * info.width + column) * info.channels + channel];
  };
}

/** Hair is what hides half of a pixel and more, and is longer than this; shorter is stubble, which is treated. */
const LONG: Millimetres = 4;
/** Of 255: half, and what is no hair to speak of. */
const HALF = 128;
const LITTLE = 12;

/** Generated heads; horseshoes and bands are shaved or 1 to 3 mm long, and left out where they grow. */
export async function generatedHair(seed: number): Promise<readonly KnownHair[]> {
  const heads = await generatedHeads(seed);
  return Promise.all(
    heads.map(async ({ file, lens, camera: { width, height } }) => {
      const stem = file.replace(/\.jpg$/u, "");
      const { sitter } = JSON.parse(readFileSync(`${stem}.json`, "utf8"));
      const isLong = sitter.hair.length[1] > LONG;
      const [classes, cover] = [
        await masked(`${stem}-class.png`, width, height),
        await masked(`${stem}-hair.png`, width, height),
      ];
      const hides = (x: number, y: number): boolean => isLong && cover(x, y, 0) >= HALF;
      const isThin = sitter.hair.style === "thinning";
      const at = (x: number, y: number): Kind => {
        if (hides(x, y)) return "hair";
        return classes(x, y, 0) >= HALF && cover(x, y, 0) <= (isThin ? 0 : LITTLE) ? "skin" : "left out";
      };
      return { file, lens, at, hides, stubble: false };
    }),
  );
}

/** Bare skin, and of each zone's weight how much is hair, and thinned, of 255. */
const THINNED = 30;
const FREE = 20;

/** The renders of the scan with known zones: hair is the zone of half weight and more, stubble with it. */
export async function scanHair(): Promise<readonly KnownHair[]> {
  const heads = (await scanHeads()).filter(({ file }) => path.dirname(file).endsWith("scan2"));
  return Promise.all(
    heads.map(async ({ file, lens, camera: { width, height } }) => {
      const stem = file.replace(/\.jpg$/u, "");
      const classes = await masked(`${stem}-class.png`, width, height);
      if (!existsSync(`${stem}-zone.png`)) {
        const at = (x: number, y: number): Kind => (classes(x, y, 0) >= HALF ? "skin" : "left out");
        return { file, lens, at, hides: () => false, stubble: true };
      }
      const [zone, cover] = [
        await masked(`${stem}-zone.png`, width, height),
        await masked(`${stem}-hair.png`, width, height),
      ];
      const at = (x: number, y: number): Kind => {
        if (zone(x, y, 0) >= HALF) return "hair";
        if (zone(x, y, 0) > FREE || zone(x, y, 1) > THINNED) return "left out";
        return classes(x, y, 0) >= HALF ? "skin" : "left out";
      };
      // Of the five only the thinning one has hair that is longer than stubble.
      const isLong = stem.includes("thin");
      return { file, lens, at, hides: (x, y) => isLong && cover(x, y, 0) >= HALF, stubble: true };
    }),
  );
}

/** Colours of the classes in the masks, as their README has them in order. */
const BARE = "255,60,60";
const FOREHEAD = "255,220,0";
const HAIR = "0,220,255";

export async function portraitHair(): Promise<readonly KnownHair[]> {
  const masks = path.join(portraits, "masks");
  if (!existsSync(masks)) return [];
  const names = readdirSync(masks).filter((name) => name.endsWith(".json"));
  return Promise.all(
    names.toSorted().map(async (name) => {
      const { width, height } = JSON.parse(readFileSync(path.join(masks, name), "utf8"));
      const stem = name.replace(/\.json$/u, "");
      const mask = await masked(path.join(masks, `${stem}.png`), width, height);
      const at = (x: number, y: number): Kind => {
        const colour = [0, 1, 2].map((channel) => mask(x, y, channel)).join(",");
        return colour === HAIR ? "hair" : colour === BARE || colour === FOREHEAD ? "skin" : "left out";
      };
      const file = path.join(portraits, `${stem}.jpg`);
      return { file, lens: null, at, hides: (x, y) => at(x, y) === "hair", stubble: false };
    }),
  );
}
