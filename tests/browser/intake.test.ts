/* From file to upright pixels in a real browser: its decoders, its canvas, its workers. */
import { describe, expect, it, vi } from "vitest";
import { openPhoto, type OpenedPhoto } from "../../src/intake/open-photo.ts";
import type { PhotoFault } from "../../src/intake/photo-fault.ts";
import { readPhoto } from "../../src/intake/read-photo.ts";
import { fetchPhoto } from "../../src/intake/sources.ts";
import { FIELD, lettersOf, ORIENTATIONS, storedPicture, UPRIGHT } from "../core/photo/letters.ts";
import { exifBlock, withExif } from "../core/photo/tagged.ts";

type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> };

async function encoded(picture: Picture, format: string): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d")!.putImageData(new ImageData(picture.data, picture.width, picture.height), 0, 0);
  const blob = await canvas.convertToBlob({ type: `image/${format}`, quality: 0.9 });
  expect(blob.type).toBe(`image/${format}`);
  return new Uint8Array(await blob.arrayBuffer());
}

async function opened(bytes: Uint8Array<ArrayBuffer>, name = "head.jpg"): Promise<OpenedPhoto> {
  const read = await openPhoto(new File([bytes], name));
  if (!read.ok) throw new Error(`did not open: ${read.reason.kind}`);
  return read.value;
}

async function faultOf(bytes: Uint8Array<ArrayBuffer>): Promise<PhotoFault["kind"] | "opened"> {
  const read = await openPhoto(new Blob([bytes]));
  return read.ok ? "opened" : read.reason.kind;
}

/** A picture without two equal neighbours: every byte counts. */
function noise(width: number, height: number, alpha = 255): Picture {
  const data = new Uint8ClampedArray(width * height * 4);
  let state = 12345;
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data[i] = i % 4 === 3 ? alpha : state >>> 24;
  }
  return { width, height, data };
}

describe.each(["jpeg", "png", "webp"])("a %s photo", (format) => {
  it.each(ORIENTATIONS)("stands upright from orientation %i", async (orientation) => {
    const file = withExif(await encoded(storedPicture(FIELD), format), exifBlock({ orientation }));
    const { pixels } = await opened(file);
    expect(lettersOf(pixels, FIELD)).toEqual(UPRIGHT[orientation]);
  });

  it("is told by its content, not by its name", async () => {
    const { pixels, name } = await opened(await encoded(storedPicture(FIELD), format), "letters.txt");
    expect(lettersOf(pixels, FIELD)).toEqual(UPRIGHT[1]);
    expect(name).toBe("letters.txt");
  });

  it("is never opened by half, cut anywhere", async () => {
    const file = await encoded(noise(100, 80), format);
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(await faultOf(file.slice(0, Math.floor(file.length * share))), `${share * 100} %`).toBe("truncated");
    }
    expect(await faultOf(file.slice(0, -1)), "one byte less").toBe("truncated");
    expect(await faultOf(file), "whole").toBe("opened");
  });

  it("tells the focal length that its EXIF holds", async () => {
    const file = withExif(await encoded(storedPicture(FIELD), format), exifBlock({ orientation: 6, focal35mm: 26 }));
    expect((await opened(file)).focal35mm).toBe(26);
  });
});

describe("a photo", () => {
  it("comes through byte for byte when it is opaque, across the edges of the tiles it is read in", async () => {
    const picture = noise(2100, 2090);
    const { pixels } = await opened(await encoded(picture, "png"));
    expect(pixels.width).toBe(picture.width);
    expect(pixels.data.every((level, i) => level === picture.data[i])).toBe(true);
  });

  it.each(["jpeg", "png"])("as %s is turned exactly as the browser itself turns it", async (format) => {
    for (const orientation of ORIENTATIONS) {
      const file = withExif(await encoded(noise(96, 70), format), exifBlock({ orientation }));
      const bitmap = await createImageBitmap(new Blob([file]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
      context.drawImage(bitmap, 0, 0);
      const theirs = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const { pixels } = await opened(file);
      expect([pixels.width, pixels.height]).toEqual([theirs.width, theirs.height]);
      expect(pixels.data.every((level, i) => level === theirs.data[i])).toBe(true);
    }
  });

  it("is laid on white where it is transparent", async () => {
    const clear = await opened(await encoded(noise(80, 80, 0), "png"));
    expect(clear.pixels.data.every((level) => level === 255)).toBe(true);
    const half = storedPicture(FIELD);
    for (let i = 3; i < half.data.length; i += 4) half.data[i] = 128;
    const { pixels } = await opened(await encoded(half, "png"));
    // Field F, (10, 10, 10) at 128 / 255 over white: 132 in each channel, give or take one level of rounding.
    const last = pixels.data.slice(-4);
    expect(Math.abs(last[0] - 132)).toBeLessThanOrEqual(1);
    expect(last[3]).toBe(255);
  });

  it("is called photo when it comes without a name, as from the clipboard", async () => {
    const read = await openPhoto(new Blob([await encoded(storedPicture(FIELD), "png")]));
    expect(read.ok && read.value.name).toBe("photo");
  });

  it("is damaged when its pixels are, even with its ends in place", async () => {
    const file = await encoded(noise(100, 80), "png");
    file.fill(0x55, 60, 2000);
    expect(await faultOf(file)).toBe("damaged");
  });

  it("is unreadable when the file is gone", async () => {
    const gone = new Blob(["x"]);
    vi.spyOn(gone, "slice").mockReturnValue({
      arrayBuffer: () => Promise.reject(new DOMException("gone", "NotFoundError")),
    } as unknown as Blob);
    expect(await readPhoto(gone)).toEqual({ ok: false, reason: { kind: "unreadable" } });
  });
});

/** A context as a guard against fingerprinting leaves it: what is drawn is right, what is read is changed. */
function guardedContext(canvas: OffscreenCanvas, change: (level: number, i: number) => number) {
  const hidden = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
  const context = hidden.getContext("2d")!;
  const read = context.getImageData.bind(context);
  context.getImageData = (...box) => {
    const image = read(...box);
    return new ImageData(image.data.map(change), image.width, image.height);
  };
  return context;
}

const guarded = (change: (level: number, i: number) => number) =>
  vi.spyOn(OffscreenCanvas.prototype, "getContext").mockImplementation(function (this: OffscreenCanvas) {
    return guardedContext(this, change) as never;
  });

describe("opening", () => {
  it("stops with the signal's own reason when it is given up", async () => {
    const file = new Blob([await encoded(noise(2000, 2000), "png")]);
    const giveUp = new AbortController();
    const opening = openPhoto(file, { signal: giveUp.signal });
    giveUp.abort();
    await expect(opening).rejects.toBe(giveUp.signal.reason);
    await expect(openPhoto(file, { signal: giveUp.signal })).rejects.toBe(giveUp.signal.reason);
  });

  it("gives the same pixels on the page where there are no workers", async () => {
    const file = withExif(await encoded(noise(120, 90), "webp"), exifBlock({ orientation: 8, focal35mm: 50 }));
    const aside = await opened(file);
    vi.stubGlobal("Worker", undefined);
    const onPage = await opened(file);
    vi.unstubAllGlobals();
    expect(onPage).toEqual(aside);
  });

  it("gives the same pixels with a canvas of the page where there is none off it", async () => {
    const file = await encoded(noise(120, 90), "png");
    const aside = await opened(file);
    vi.stubGlobal("Worker", undefined);
    vi.stubGlobal("OffscreenCanvas", undefined);
    const onPage = await opened(file);
    vi.unstubAllGlobals();
    expect(onPage).toEqual(aside);
  });

  it("falls back to the page when the worker's script does not load", async () => {
    const Real = Worker;
    const broken = class extends Real {
      constructor() {
        super("/no-such-worker.js", { type: "module" });
      }
    };
    const file = await encoded(storedPicture(FIELD), "png");
    vi.stubGlobal("Worker", broken);
    const { pixels } = await opened(file);
    vi.unstubAllGlobals();
    expect(lettersOf(pixels, FIELD)).toEqual(UPRIGHT[1]);
  });

  it("ends its worker, whatever the outcome", async () => {
    const end = vi.spyOn(Worker.prototype, "terminate");
    await openPhoto(new Blob(["no photo"]));
    await opened(await encoded(storedPicture(FIELD), "png"));
    expect(end).toHaveBeenCalledTimes(2);
    end.mockRestore();
  });

  it("says so when the canvas is scrambled, and goes on when only last bits flicker", async () => {
    const file = new Blob([await encoded(storedPicture(FIELD), "png")]);
    const scrambled = guarded((_, i) => (i * 7919) & 255);
    expect(await readPhoto(file)).toEqual({ ok: false, reason: { kind: "canvas-blocked" } });
    scrambled.mockRestore();
    const flickering = guarded((level, i) => (i % 97 === 0 ? level ^ 1 : level));
    expect(await readPhoto(file)).toMatchObject({ ok: true, value: { noisy: true } });
    flickering.mockRestore();
    expect(await readPhoto(file)).toMatchObject({ ok: true, value: { noisy: false } });
  });
});

describe("a photo from our own pages", () => {
  it("arrives as a file with its name", async () => {
    const url = URL.createObjectURL(new Blob([await encoded(storedPicture(FIELD), "png")], { type: "image/png" }));
    const fetched = await fetchPhoto(url);
    expect(fetched.ok && fetched.value.type).toBe("image/png");
    expect(fetched.ok && url.endsWith(fetched.value.name)).toBe(true);
  });

  it("is unreachable when it does not arrive", async () => {
    expect(await fetchPhoto("blob:gone")).toEqual({ ok: false, reason: { kind: "unreachable" } });
  });
});
