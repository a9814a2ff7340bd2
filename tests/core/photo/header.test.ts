/* The first look at a file: real files as an independent encoder writes them, then files that lie, end early or are
   something else, then anything at all. */
import * as fc from "fast-check";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { readHeader } from "../../../src/core/photo/header.ts";
import type { ImageHeader, PhotoFormat } from "../../../src/core/photo/image-header.ts";
import { exifBlock, joined, pngChunk, text, withExif } from "./tagged.ts";
import { ORIENTATIONS } from "./letters.ts";

const FORMATS: readonly PhotoFormat[] = ["jpeg", "png", "webp"];
const WIDTH = 90;
const HEIGHT = 70;

const picture = () => sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: "#a86" } });
const bytesOf = (buffer: Buffer): Uint8Array => Uint8Array.from(buffer);
const ascii = (letters: string): Uint8Array => Uint8Array.from(text(letters));

const plain = {} as Record<PhotoFormat, Uint8Array>;
beforeAll(async () => {
  for (const format of FORMATS) plain[format] = bytesOf(await picture().toFormat(format).toBuffer());
});

function headerOf(bytes: Uint8Array): ImageHeader {
  const read = readHeader(bytes);
  if (!read.ok) throw new Error(`no header: ${read.reason.kind}`);
  return read.value;
}
function faultOf(bytes: Uint8Array): unknown {
  const read = readHeader(bytes);
  return read.ok ? read.value : read.reason;
}

describe.each(FORMATS)("a %s file", (format) => {
  it("tells its format, its stored size, and that it is whole", () => {
    expect(headerOf(plain[format])).toMatchObject({
      format,
      width: WIDTH,
      height: HEIGHT,
      orientation: 1,
      complete: true,
    });
  });

  it.each(ORIENTATIONS)("tells orientation %i as another program wrote it", async (orientation) => {
    const file = await picture().withMetadata({ orientation }).toFormat(format).toBuffer();
    expect(headerOf(bytesOf(file))).toMatchObject({ orientation, width: WIDTH, height: HEIGHT, complete: true });
  });

  it.each(ORIENTATIONS)("tells orientation %i in either byte order and as either whole number", (orientation) => {
    for (const little of [false, true]) {
      for (const type of [3, 4] as const) {
        const file = withExif(plain[format], exifBlock({ orientation, little, type }));
        expect(headerOf(file).orientation).toBe(orientation);
      }
    }
  });

  it("stands upright when the orientation is none of the eight", () => {
    for (const orientation of [0, 9, 256, 0xffff]) {
      const header = headerOf(withExif(plain[format], exifBlock({ orientation })));
      expect(header).toMatchObject({ orientation: 1, orientationAt: [] });
    }
  });

  it("is incomplete as soon as its last byte is missing", () => {
    const cut = readHeader(plain[format].subarray(0, -1));
    expect(cut.ok ? cut.value.complete : cut.reason.kind).toBe(false);
  });

  it("is never taken for whole, and never throws, cut at any length", () => {
    const file = withExif(plain[format], exifBlock({ orientation: 6, focal35mm: 26 }));
    for (let length = 0; length < file.length; length++) {
      const cut = readHeader(file.subarray(0, length));
      expect(cut.ok && cut.value.complete, `${length} of ${file.length} bytes`).toBe(false);
    }
  });

  it("never throws with some of its bytes changed", () => {
    const file = withExif(plain[format], exifBlock({ orientation: 6 }));
    const change = fc.tuple(fc.nat(file.length - 1), fc.nat(255));
    const law = fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      const changed = file.slice();
      for (const [at, value] of changes) changed[at] = value;
      const read = readHeader(changed);
      return !read.ok || read.value.orientationAt.every((at) => at < file.length);
    });
    expect(() => fc.assert(law, { numRuns: 2000 })).not.toThrow();
  });

  it("keeps its header when something is appended to it, as phones do", () => {
    const file = joined(plain[format], ascii("MotionPhoto_Data"), plain.jpeg);
    expect(headerOf(file)).toMatchObject({ format, width: WIDTH, complete: true });
  });
});

describe("a JPEG file", () => {
  it("is cut short when only a thumbnail inside it comes to an end", () => {
    const thumbnail = joined(ascii("Exif\0\0MM\0*\0\0\0\x08\0\0"), plain.jpeg);
    const length = thumbnail.length + 2;
    const head = joined([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255], thumbnail);
    const file = joined(head, plain.jpeg.subarray(2, -40));
    expect(headerOf(file)).toMatchObject({ width: WIDTH, complete: false });
  });

  it("follows the first EXIF orientation and names the place of every one", () => {
    const twice = withExif(withExif(plain.jpeg, exifBlock({ orientation: 3 })), exifBlock({ orientation: 6 }));
    const header = headerOf(twice);
    expect(header.orientation).toBe(6);
    expect(header.orientationAt.map((at) => twice[at])).toEqual([6, 3]);
  });

  it.each([{ progressive: true }, { optimiseCoding: false, restartInterval: 2 }, { chromaSubsampling: "4:4:4" }])(
    "comes to its end written with %o",
    async (options) => {
      const noise = sharp({
        create: {
          width: 200,
          height: 150,
          channels: 3,
          background: "#888",
          noise: { type: "gaussian", mean: 128, sigma: 60 },
        },
      });
      const file = bytesOf(await noise.jpeg({ quality: 98, ...options }).toBuffer());
      expect(headerOf(file)).toMatchObject({ width: 200, height: 150, complete: true });
      expect(headerOf(file.subarray(0, -2)).complete).toBe(false);
    },
  );
});

describe("a PNG file", () => {
  it("tells a size that it cannot hold, for others to refuse", () => {
    const size = [0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0, 8, 6, 0, 0, 0];
    const file = joined(plain.png.subarray(0, 8), pngChunk("IHDR", size), pngChunk("IDAT", [0]), pngChunk("IEND", []));
    expect(headerOf(file)).toMatchObject({ width: 100_000, height: 100_000 });
  });

  it("is damaged when it does not start with its size", () => {
    const file = joined(
      plain.png.subarray(0, 8),
      pngChunk(
        "IDAT",
        Array.from({ length: 13 }, () => 0),
      ),
      plain.png.subarray(33),
    );
    expect(faultOf(file)).toEqual({ kind: "damaged" });
  });

  it("is turned by EXIF that comes after the pixels too", () => {
    const end = plain.png.length - 12;
    const file = joined(
      plain.png.subarray(0, end),
      pngChunk("eXIf", exifBlock({ orientation: 8 })),
      plain.png.subarray(end),
    );
    expect(headerOf(file)).toMatchObject({ orientation: 8, complete: true });
  });
});

describe("a WebP file", () => {
  it.each([{ lossless: true }, { quality: 60 }, { nearLossless: true, alphaQuality: 50 }])(
    "tells its size written with %o, opaque or not",
    async (options) => {
      for (const alpha of [1, 0.5]) {
        const file = await picture().ensureAlpha(alpha).webp(options).toBuffer();
        expect(headerOf(bytesOf(file))).toMatchObject({ width: WIDTH, height: HEIGHT, complete: true });
      }
    },
  );

  it("is turned by EXIF with the prefix that JPEG has, as some programs write it", () => {
    const prefixed = joined(ascii("Exif\0\0"), exifBlock({ orientation: 5 }));
    expect(headerOf(withExif(plain.webp, prefixed))).toMatchObject({ orientation: 5 });
  });

  it("is damaged when canvas and picture differ in size", () => {
    const file = withExif(plain.webp, exifBlock({}));
    file[24] ^= 1;
    expect(faultOf(file)).toEqual({ kind: "damaged" });
  });
});

describe("a file that is not for us", () => {
  it("is empty with no bytes", () => {
    expect(faultOf(new Uint8Array())).toEqual({ kind: "empty" });
  });

  it.each([
    ["plain text", "this is not an image\n"],
    ["a word that starts like a bitmap", "BMW, a car, and more of it"],
    ["a sound in a RIFF container", "RIFF\x24\0\0\0WAVEfmt "],
    ["a web page", "<!doctype html><title>svg</title>"],
    ["an unknown kind of ISO media", "\0\0\0\x10ftypxxxx\0\0\0\0"],
    ["half a signature", "\x89PNG"],
  ])("is not an image when it is %s", (_, content) => {
    expect(faultOf(ascii(content))).toEqual({ kind: "not-an-image" });
  });

  it.each([
    ["heic by its main brand", "\0\0\0\x18ftypheic\0\0\0\0mif1heic"],
    ["heic by a compatible brand", "\0\0\0\x1cftypmif1\0\0\0\0mif1heicmiaf"],
    ["heif of several pictures", "\0\0\0\x18ftypmsf1\0\0\0\0hevcmsf1"],
  ])("is HEIC when it is %s", (_, content) => {
    expect(faultOf(ascii(content))).toEqual({ kind: "heic" });
  });

  it.each([
    ["AVIF", "\0\0\0\x20ftypavif\0\0\0\0avifmif1miaf"],
    ["AVIF", "\0\0\0\x18ftypmif1\0\0\0\0mif1avif"],
    ["video", "\0\0\0\x14ftypqt  \0\0\0\0qt  "],
    ["video", "\0\0\0\x18ftypmp42\0\0\0\0isommp42"],
    ["video", "\x1aE\xdf\xa3\x01\0\0\0"],
    ["GIF", "GIF89a\x20\0\x20\0"],
    ["TIFF", "II*\0\x08\0\0\0"],
    ["TIFF", "MM\0*\0\0\0\x08"],
    ["BMP", "BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"],
    ["PDF", "%PDF-1.7\n"],
    ["JPEG XL", "\xff\x0a\xfa\x1f"],
    ["SVG", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["SVG", '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- drawn -->\n<svg width="1">'],
  ] as const)("is called by its name: %s", (format, content) => {
    expect(faultOf(ascii(content))).toEqual({ kind: "foreign", format });
  });

  it("never throws, whatever the bytes", () => {
    const starts = [
      "",
      "\xff\xd8\xff",
      "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR",
      "RIFF\xff\xff\0\0WEBPVP8X",
      "\0\0\0\xffftyp",
      "<svg",
    ];
    const law = fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), (start, rest) => {
      const read = readHeader(joined(ascii(start), rest));
      return !read.ok || (Number.isInteger(read.value.width) && read.value.width >= 0);
    });
    expect(() => fc.assert(law, { numRuns: 5000 })).not.toThrow();
  });
});
