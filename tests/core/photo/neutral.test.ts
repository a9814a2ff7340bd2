/* A file made to say "upright", so that no engine turns it and we alone do. */
import { describe, expect, it } from "vitest";
import sharp from "sharp";
import { crc32 } from "../../../src/core/photo/crc32.ts";
import { readHeader } from "../../../src/core/photo/header.ts";
import { neutraliseOrientation } from "../../../src/core/photo/neutral.ts";
import { ORIENTATIONS } from "./letters.ts";
import { exifBlock, joined, text, withExif } from "./tagged.ts";

const plainFile = async (format: "jpeg" | "png" | "webp"): Promise<Uint8Array> =>
  Uint8Array.from(
    await sharp({ create: { width: 80, height: 66, channels: 3, background: "#654" } })
      .toFormat(format)
      .toBuffer(),
  );

function neutral(file: Uint8Array): Uint8Array {
  const bytes = file.slice();
  const read = readHeader(bytes);
  if (!read.ok) throw new Error(read.reason.kind);
  neutraliseOrientation(bytes, read.value);
  return bytes;
}

describe.each(["jpeg", "png", "webp"] as const)("a neutral %s file", (format) => {
  it.each(ORIENTATIONS)("says upright after orientation %i, to us and to another reader", async (orientation) => {
    const file = neutral(withExif(await plainFile(format), exifBlock({ orientation, little: orientation % 2 === 0 })));
    const read = readHeader(file);
    expect(read).toMatchObject({ ok: true, value: { orientation: 1, orientationAt: [], complete: true } });
    expect((await sharp(file).metadata()).orientation).toBe(1);
  });

  it("is the file that would have been written upright, byte for byte", async () => {
    const plain = await plainFile(format);
    const turned = neutral(withExif(plain, exifBlock({ orientation: 7, focal35mm: 26 })));
    expect(turned).toEqual(withExif(plain, exifBlock({ orientation: 1, focal35mm: 26 })));
  });
});

it("a PNG with a needless prefix before its EXIF keeps a right checksum", async () => {
  const prefix = text("Exif\0\0");
  const plain = await plainFile("png");
  const turned = neutral(withExif(plain, joined(prefix, exifBlock({ orientation: 6 }))));
  expect(turned).toEqual(withExif(plain, joined(prefix, exifBlock({ orientation: 1 }))));
});

it("the checksum has the check value of its definition", () => {
  // ISO 3309 / CRC-32 "check": the nine digits give CBF43926.
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});
