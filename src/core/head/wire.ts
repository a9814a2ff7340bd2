/* Stub, being written. */
import type { Point2 } from "../geometry/vector.ts";
import type { Vault } from "./vault.ts";
import type { View } from "./view.ts";
/** Polylines in photo pixels, hidden parts left out. */
export type Wire = {
  readonly outline: readonly Point2[];
  readonly midline: readonly Point2[];
  readonly browLine: readonly Point2[];
};
export declare function wireOf(vault: Vault, view: View): Wire;
