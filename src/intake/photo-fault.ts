/* Every way in which opening a photo can fail, closed. The sentence for each is in `words/english/faults.ts`. */
import type { HeaderFault } from "../core/photo/image-header.ts";
import type { SizeFault } from "../core/photo/limits.ts";

export type PhotoFault =
  | HeaderFault
  | SizeFault
  /** The file itself cannot be read: moved, deleted, a folder, or still in a cloud. */
  | { readonly kind: "unreadable" }
  /** Half a gigabyte and more: no photo of 50 megapixels weighs that. */
  | { readonly kind: "too-heavy"; readonly bytes: number }
  /** The browser hides or scrambles what a canvas holds (resistFingerprinting and the like). */
  | { readonly kind: "canvas-blocked" }
  | { readonly kind: "out-of-memory" }
  /** A photo from our own pages did not arrive. */
  | { readonly kind: "unreachable" };
