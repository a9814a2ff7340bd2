/* A head placed by four handles as a patient hand would place it: the
   app moves one handle at a time, from where the head stands. */
import { type FitHandlePoints, fitHandlePoints, poseByHandles } from "../../../src/core/head/fit.ts";
import type { Pose } from "../../../src/core/head/camera.ts";
import type { Vault } from "../../../src/core/head/vault.ts";
import { type View, bareOutline } from "../../../src/core/head/view.ts";

/** Handles farther off than this after a fit, px of the photo's mean side in thousands, call for another start. */
const NEAR_ENOUGH = 0.5;
/**
 * Other beginnings, degrees of roll and pitch against the view's own: from straight above and from the side a fit can
 * be caught between them.
 */
const OTHER_STARTS = [
  [15, 0],
  [-15, 0],
  [0, 12],
  [0, -12],
] as const;

/** A view whose bare model's handles come as near as can be to those wanted; the outline is left as it is. */
export function fitToHandles(vault: Vault, view: View, wanted: FitHandlePoints): View {
  /** How far brow and crown are from where they are wanted, px. */
  const missed = (pose: Pose): number => {
    const { brow, crown } = fitHandlePoints(vault, { ...view, pose, outline: bareOutline });
    const off = [brow.x - wanted.brow.x, brow.y - wanted.brow.y, crown.x - wanted.crown.x, crown.y - wanted.crown.y];
    return Math.max(...off.map(Math.abs));
  };
  let best = poseByHandles(vault, view, view.pose, wanted);
  const side = Math.sqrt(view.camera.width * view.camera.height);
  for (const [roll, pitch] of OTHER_STARTS) {
    if (missed(best) < (NEAR_ENOUGH * side) / 1000) break;
    const start = { ...view.pose, roll: view.pose.roll + roll, pitch: view.pose.pitch + pitch };
    const other = poseByHandles(vault, view, start, wanted);
    if (missed(other) < 0.5 * missed(best)) best = other;
  }
  return { ...view, pose: best };
}
