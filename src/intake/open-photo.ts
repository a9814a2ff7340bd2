/* The door of this room: a file comes in from wherever, a photo ready
   to be worked on comes out, or one clear reason. */
import type { PhotoId } from "../core/head/view.ts";
import type { PixelBuffer } from "../core/photo/pixel-buffer.ts";
import { ok, type Result } from "../core/result.ts";
import { readPhotoAside } from "./decode-host.ts";
import { focal35mmOf } from "./focal-length.ts";
import type { PhotoFault } from "./photo-fault.ts";

export type OpenedPhoto = {
  /** The file by its content: tells it from others, whatever their names. And as plans of versions 3 to 5 name it. */
  readonly id: PhotoId;
  readonly crcName: PhotoId;
  /** The file's name, or "photo" where there is none (the clipboard). */
  readonly name: string;
  /** Upright, sRGB, opaque. */
  readonly pixels: PixelBuffer;
  /** Focal length in millimetres as on 35 mm film, 8..1200; null where the file does not say. */
  readonly focal35mm: number | null;
  /** The browser flips last bits of pixels that it hands out (`app/messages.ts` tells it). */
  readonly noisy: boolean;
};

/**
 * Opens a JPEG, PNG or WebP file of up to 50 megapixels. Never hands over half a picture. Aborting is not a fault: the
 * promise then rejects with the signal's reason, as `fetch` does.
 */
export async function openPhoto(
  file: Blob,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Result<OpenedPhoto, PhotoFault>> {
  const read = await readPhotoAside(file, signal);
  if (!read.ok) return read;
  const { id, crcName, pixels, noisy, exif } = read.value;
  const focal35mm = exif && (await focal35mmOf(exif));
  signal?.throwIfAborted();
  return ok({
    id,
    crcName,
    name: file instanceof File && file.name !== "" ? file.name : "photo",
    pixels,
    focal35mm,
    noisy,
  });
}
