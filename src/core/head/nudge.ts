/* Nudges: where the model's picture and the photo disagree, the plan
   is slid right in this one view. The plan itself stays as it is. */

import { type Point2, type Vec3, length, subtract } from "../geometry/vector.ts";
import { canFollow } from "./warp.ts";
import type { Surface } from "./surface.ts";
import { type Vault, vaultLevel } from "./vault.ts";
import type { Nudge, View } from "./view.ts";
import { between, walk } from "./walk.ts";

/** How many nudges a view may have. */
export const MOST_NUDGES = 12;

/** Two nudges nearer than this, as the chord of directions (13 mm), are one: they would pull at each other. */
const ONE = 0.15;

/** How finely a drag that goes too far is shortened: 1 / 2^8 of it. */
const HALVINGS = 8;

/** Whether a nudge is that of the direction. */
export const isNudgeOf = (nudge: Nudge, at: Vec3): boolean => length(subtract(nudge.at, at)) < ONE;

/**
 * The view with the plan's direction `at` seen at a photo point, or as far on the way there as the skin can slide
 * without a fold; beyond the outline, at the outline. With as many nudges as there may be, a direction without one
 * stays. `surface`: that of the view.
 */
export function withNudge(surface: Surface, view: View, at: Vec3, to: Point2): View {
  const others = view.nudges.filter((nudge) => !isNudgeOf(nudge, at));
  if (others.length >= MOST_NUDGES) return view;
  const from = surface.seenAt(at);
  const wanted = surface.skinAt(to);
  const by = (share: number): readonly Nudge[] => [...others, { at, to: between(from, wanted, share) }];
  let share = 1;
  if (!canFollow(by(1))) {
    share = 0;
    for (let step = 0.5, i = 0; i < HALVINGS; i++, step /= 2) if (canFollow(by(share + step))) share += step;
  }
  return { ...view, nudges: by(share) };
}

export const landmarks = ["vertex", "crown", "earLeft", "earRight", "back"] as const;
export type Landmark = (typeof landmarks)[number];

/**
 * The direction of a place that a photo shows without a line on it. The crown: its whorl is taken to lie 45 mm behind
 * the vertex; people vary by as much (SOURCES head-9).
 */
export function landmarkDirection(vault: Vault, landmark: Landmark): Vec3 {
  switch (landmark) {
    case "vertex":
      return [0, 1, 0];
    case "crown":
      return walk(vault, [0, 1, 0], [0, 0, -1], 45);
    case "earLeft":
      return vaultLevel(vault, [76, 16, -8]).direction;
    case "earRight":
      return vaultLevel(vault, [-76, 16, -8]).direction;
    case "back":
      return [0, 0, -1];
  }
}
