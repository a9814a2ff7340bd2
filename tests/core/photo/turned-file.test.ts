/* A file turned by a quarter: the same stored pixels, upright elsewhere. */
import { describe, expect, test } from "vitest";
import sharp from "sharp";
import { readHeader } from "../../../src/core/photo/header.ts";
import type { Orientation } from "../../../src/core/photo/image-header.ts";
import { turnUpright } from "../../../src/core/photo/orientation.ts";
import { pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { type QuarterTurn, turnedFile } from "../../../src/core/photo/turned-file.ts";
import { ORIENTATIONS } from "./letters.ts";
import { exifBlock, withExif } from "./tagged.ts";

const plainFile = async (format: "jpeg" | "png" | "webp"): Promise<Uint8Array> =>
  Uint8Array.from(
    await sharp({ create: { width: 80, height: 66, channels: 3, background: "#654" } })
      .toFormat(format)
      .toBuffer(),
  );

function headerOf(file: Uint8Array) {
  const read = readHeader(file);
  if (!read.ok) throw new Error(read.reason.kind);
  return read.value;
}
const turned = (file: Uint8Array, ...turns: readonly QuarterTurn[]): Uint8Array =>
  turns.reduce((now, turn) => turnedFile(now, headerOf(now), turn), file);

/** Every pixel another. */
const known = pixelBuffer(
  3,
  2,
  Uint8ClampedArray.from({ length: 24 }, (_, i) => i),
);
const upright = (orientation: Orientation) => turnUpright(known, orientation);

describe.each(["jpeg", "png", "webp"] as const)("a %s file", (format) => {
  test.each(ORIENTATIONS)("of orientation %i is seen turned to the right, and all else of it is kept", async (from) => {
    const file = withExif(await plainFile(format), exifBlock({ orientation: from, focal35mm: 26 }));
    const right = headerOf(turned(file, "right"));
    expect(right).toMatchObject({ complete: true, width: 80, height: 66, exif: headerOf(file).exif });
    expect(upright(right.orientation)).toEqual(turnUpright(upright(from), 6));
    expect((await sharp(turned(file, "right")).metadata()).orientation).toBe(right.orientation);
    expect(turned(file, "right", "left")).toEqual(file);
    expect(turned(file, "right", "right", "right", "right")).toEqual(file);
    expect(turned(file, "left")).toEqual(turned(file, "right", "right", "right"));
  });

  test("that says nothing of its orientation says it from then on, until it is turned back", async () => {
    const file = await plainFile(format);
    expect(headerOf(turned(file, "left"))).toMatchObject({ orientation: 8, complete: true, width: 80, height: 66 });
    const { data, info } = await sharp(turned(file, "left")).raw().toBuffer({ resolveWithObject: true });
    expect(data).toEqual((await sharp(file).raw().toBuffer({ resolveWithObject: true })).data);
    expect([info.width, info.height]).toEqual([80, 66]);
    expect(turned(file, "left", "left")).toEqual(turned(file, "right", "right"));
    expect(turned(file, "left", "right")).toEqual(file);
  });
});

test("a JPEG whose camera says nothing of its orientation keeps the lens first", async () => {
  const block = exifBlock({ orientation: 1, focal35mm: 26 });
  // The first entry becomes another tag.
  block[10] = 0x01;
  block[11] = 0x13;
  const file = withExif(await plainFile("jpeg"), block);
  const right = headerOf(turned(file, "right"));
  expect(right).toMatchObject({ orientation: 6, exif: headerOf(file).exif });
  expect(turned(file, "right", "left")).toEqual(file);
});
