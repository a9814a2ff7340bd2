/* Pixels to a file and back, in a real browser: nothing lost, nothing carried over. */
import { describe, expect, it, vi } from "vitest";
import { readHeader } from "../../src/core/photo/header.ts";
import { pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { encodeImage } from "../../src/export/image-file.ts";
import { saveFile } from "../../src/export/save-file.ts";
import { openPhoto } from "../../src/intake/open-photo.ts";
import { FIELD, lettersOf, storedPicture, UPRIGHT } from "../core/photo/letters.ts";
import { exifBlock, withExif } from "../core/photo/tagged.ts";

const letters = () => pixelBuffer(2 * FIELD, 3 * FIELD, storedPicture(FIELD).data);

async function bytesOf(format: "png" | "jpeg", pixels = letters()): Promise<Uint8Array<ArrayBuffer>> {
  const written = await encodeImage(pixels, format);
  if (!written.ok) throw new Error(written.reason.kind);
  expect(written.value.type).toBe(`image/${format}`);
  return new Uint8Array(await written.value.arrayBuffer());
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** Names of a PNG's chunks, in order. */
function chunkNames(png: Uint8Array): string[] {
  const names: string[] = [];
  const view = new DataView(png.buffer, png.byteOffset);
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) names.push(latin1(png.subarray(at + 4, at + 8)));
  return names;
}

/** A photo that tells on its owner: position, camera and all that EXIF holds would sit in this block. */
async function reopened(format: "png" | "jpeg") {
  const file = withExif(await bytesOf(format), exifBlock({ orientation: 6, focal35mm: 26 }));
  const read = await openPhoto(new Blob([file]));
  if (!read.ok) throw new Error(read.reason.kind);
  return read.value.pixels;
}

describe("a PNG", () => {
  it("gives back every byte of an opaque picture", async () => {
    const pixels = pixelBuffer(300, 200);
    for (let i = 0; i < pixels.data.length; i++) pixels.data[i] = i % 4 === 3 ? 255 : (i * 2654435761) >>> 24;
    const read = await openPhoto(new Blob([await bytesOf("png", pixels)]));
    expect(read.ok && read.value.pixels.data.every((level, i) => level === pixels.data[i])).toBe(true);
  });

  it("holds no EXIF and no text of the photo it came from", async () => {
    const names = chunkNames(await bytesOf("png", await reopened("png")));
    expect(names).toContain("IDAT");
    expect(names.filter((name) => ["eXIf", "tEXt", "zTXt", "iTXt", "tIME"].includes(name))).toEqual([]);
  });

  it("that has EXIF is seen to have it", async () => {
    const png = await bytesOf("png");
    expect(chunkNames(withExif(png, exifBlock({ orientation: 6 })))).toContain("eXIf");
  });
});

describe("a JPEG", () => {
  it("holds no EXIF of the photo it came from", async () => {
    const jpeg = await bytesOf("jpeg", await reopened("jpeg"));
    expect(latin1(jpeg)).not.toContain("Exif");
    expect(readHeader(jpeg)).toMatchObject({ ok: true, value: { exif: null, orientation: 1, complete: true } });
  });

  it("shows the picture upright, as it was turned when it was opened", async () => {
    const read = await openPhoto(new Blob([await bytesOf("jpeg", await reopened("jpeg"))]));
    expect(read.ok && lettersOf(read.value.pixels, FIELD)).toEqual(UPRIGHT[6]);
  });
});

describe("writing", () => {
  it("works with a canvas of the page where there is none off it", async () => {
    const expected = await bytesOf("png");
    vi.stubGlobal("OffscreenCanvas", undefined);
    const written = await bytesOf("png");
    vi.unstubAllGlobals();
    expect(written).toEqual(expected);
  });

  it("says so when the browser has no canvas of that size", async () => {
    const pixels = pixelBuffer(70_000, 64);
    expect(await encodeImage(pixels, "png")).toEqual({
      ok: false,
      reason: { kind: "picture-too-large", width: 70_000, height: 64 },
    });
  });

  it("says so when the browser writes another format than asked for", async () => {
    const write = vi.spyOn(OffscreenCanvas.prototype, "convertToBlob");
    write.mockResolvedValue(new Blob(["x"], { type: "image/png" }));
    expect(await encodeImage(letters(), "jpeg")).toEqual({
      ok: false,
      reason: { kind: "format-unsupported", format: "jpeg" },
    });
    write.mockRestore();
  });
});

describe("saving", () => {
  it("downloads under the given name and leaves nothing on the page", () => {
    const clicked: HTMLAnchorElement[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this);
    });
    saveFile(new Blob(["x"]), "preview.png");
    click.mockRestore();
    expect(clicked.map((link) => link.download)).toEqual(["preview.png"]);
    expect(clicked[0].href).toMatch(/^blob:/);
    expect(document.querySelector("a[download]")).toBeNull();
  });
});
