/* Stub, being written. */
import type { Point2 } from "../geometry/vector.ts";
import type { Vault } from "./vault.ts";
import type { View } from "./view.ts";
export const fitHandles = ["brow", "crown", "left", "right"] as const;
export type FitHandle = (typeof fitHandles)[number];
export declare function fitHandlePoints(vault: Vault, view: View): Record<FitHandle, Point2>;
export declare function withFitHandle(vault: Vault, view: View, handle: FitHandle, target: Point2): View;
