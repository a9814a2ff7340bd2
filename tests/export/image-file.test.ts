/* What becomes of a picture where the browser refuses it. How one is written stands in tests/browser/export.test.ts. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { encodeImage } from "../../src/export/image-file.ts";

/** A browser whose canvas gives this, or throws. */
function browser(give: (type: string) => Blob | null, context: object | null = { putImageData: () => {} }): void {
  vi.stubGlobal("ImageData", Object);
  vi.stubGlobal(
    "OffscreenCanvas",
    class {
      getContext = () => context;
      convertToBlob = async ({ type }: { readonly type: string }) => give(type);
    },
  );
}
const blob = (type: string, bytes = "x"): Blob => new Blob([bytes], { type });
const picture = pixelBuffer(7, 5);

beforeEach(() => browser((type) => blob(type)));
afterEach(() => vi.unstubAllGlobals());

test("a picture comes in the format that was asked for", async () => {
  const [png, jpeg] = [await encodeImage(picture, "png"), await encodeImage(picture, "jpeg")];
  expect([png, jpeg].map((made) => made.ok && made.value.type)).toEqual(["image/png", "image/jpeg"]);
});

const tooLarge = { ok: false, reason: { kind: "picture-too-large", width: 7, height: 5 } };

test("a browser without a canvas of this size, or without memory for it, gives a reason with the size", async () => {
  browser(() => blob("image/png"), null);
  expect(await encodeImage(picture, "png")).toEqual(tooLarge);
  browser(() => {
    throw new DOMException("out of memory", "EncodingError");
  });
  expect(await encodeImage(picture, "png")).toEqual(tooLarge);
  browser((type) => blob(type, ""));
  expect(await encodeImage(picture, "png")).toEqual(tooLarge);
});

test("a browser that writes another format than was asked for is found out", async () => {
  browser(() => blob("image/png"));
  expect(await encodeImage(picture, "jpeg")).toEqual({
    ok: false,
    reason: { kind: "format-unsupported", format: "jpeg" },
  });
});
