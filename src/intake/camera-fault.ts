/* Every way in which the camera can fail, closed. The sentence for each is in `words/english/faults.ts`. */

export type CameraFault =
  /** The person, the browser's settings or the system's said no. */
  | { readonly kind: "not-allowed" }
  | { readonly kind: "no-camera" }
  /** Another program has it, or it does not start for a reason of its own. */
  | { readonly kind: "in-use" }
  /** Browsers lend the camera to secure pages only: https, or a page from this very machine. */
  | { readonly kind: "insecure" }
  /** The page is secure, but this browser lends no camera to any page: browsers inside of other apps. */
  | { readonly kind: "unsupported" }
  /** It was on and is gone: unplugged, or the permission was taken back. */
  | { readonly kind: "lost" }
  /** Its picture could not be made into a file. */
  | { readonly kind: "no-still" };
