/* The first look at a photo file: what it is, how large, which way up, and whether it is whole, before any pixel is
   decoded. Each format has its own reader beside this one; whether the size suits us is `limits.ts`. */
import type { Result } from "../result.ts";
import type { HeaderFault, ImageHeader } from "./image-header.ts";
import { readJpeg } from "./jpeg.ts";
import { readPng } from "./png.ts";
import { sniff } from "./sniff.ts";
import { readWebp } from "./webp.ts";

/**
 * Reads the header of a whole file. Any bytes at all give a result; nothing throws. `complete` is only meaningful
 * when `bytes` are the whole file. Faults: see `HeaderFault`; "truncated" here means that not even the size is there.
 */
export function readHeader(bytes: Uint8Array): Result<ImageHeader, HeaderFault> {
  const format = sniff(bytes);
  if (!format.ok) return format;
  switch (format.value) {
    case "jpeg":
      return readJpeg(bytes);
    case "png":
      return readPng(bytes);
    case "webp":
      return readWebp(bytes);
  }
}
