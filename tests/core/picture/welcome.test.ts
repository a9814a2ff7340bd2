/* The first screen's two pictures are what the engine of today makes of the demo. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { welcomeFiles, welcomePictures } from "../../heads/publish-welcome.ts";
import { difference } from "../../pictures/difference.ts";

const demo = path.resolve(import.meta.dirname, "../../../public/demo");

/** Two coders of JPEG differ by a third of a code, dots wider by 2 % by two thirds. */
const ALLOWED = 0.5;
/** Shrunk so far, what a coder does to single dots evens out, and what pigment does to the skin's tone stays. */
const SHRINK = 20;

let made: Awaited<ReturnType<typeof welcomePictures>>;
beforeAll(async () => {
  made = await welcomePictures();
});

async function small(file: Buffer): Promise<{ readonly width: number; readonly data: Buffer }> {
  const { width } = await sharp(file).metadata();
  const shrunk = sharp(file)
    .resize(Math.round(width / SHRINK))
    .ensureAlpha()
    .raw();
  const { data, info } = await shrunk.toBuffer({ resolveWithObject: true });
  return { width: info.width, data };
}

async function apart(a: Buffer, b: Buffer): Promise<number> {
  const [one, other] = [await small(a), await small(b)];
  return one.data.length === other.data.length ? difference(one.width, one.data, other.data) : Infinity;
}

test.each(welcomeFiles)("%s is what the engine makes of the demo", async (name) => {
  const kept = await readFile(path.join(demo, name));
  expect(await apart(kept, made[name]), `stale: \`npm run -s heads -- --welcome\` makes it anew`).toBeLessThan(ALLOWED);
});

test("the measure tells before from after, and passes another coder's bytes", async () => {
  expect(await apart(made["before.jpg"], made["after.jpg"])).toBeGreaterThan(10 * ALLOWED);
  const again = await sharp(made["after.jpg"]).jpeg({ quality: 86 }).toBuffer();
  expect(await apart(made["after.jpg"], again)).toBeLessThan(ALLOWED);
});

test("both are small, and of one size", async () => {
  const files = await Promise.all(welcomeFiles.map((name) => readFile(path.join(demo, name))));
  const sizes = await Promise.all(files.map((file) => sharp(file).metadata()));
  expect(new Set(sizes.map(({ width, height }) => `${width} x ${height}`)).size).toBe(1);
  expect(files.reduce((bytes, file) => bytes + file.length, 0)).toBeLessThan(250_000);
});
