/* Every way in which the work cannot be kept on the device, or brought back from it, closed. */

export type RecordFault =
  /** The browser has no store for pages, or lends it only to secure addresses. */
  | { readonly kind: "unsupported" }
  /** It has one and does not let us: a private window, stored data switched off, a broken profile. */
  | { readonly kind: "refused" }
  /** There is no room left on the device, or none for us. */
  | { readonly kind: "full" }
  /** A photo's file cannot be read any more: moved or deleted after it was chosen. */
  | { readonly kind: "unreadable"; readonly name: string }
  /** What is there is not what was written. */
  | { readonly kind: "damaged" };

/** What the database threw, as a reason. */
export const faultOf = (reason: unknown): RecordFault =>
  reason instanceof Error && reason.name === "QuotaExceededError" ? { kind: "full" } : { kind: "refused" };
