/* The edge of the treated area as points in a row, each of a part. */

import type { Vec3 } from "../geometry/vector.ts";

/**
 * What part of the edge a point belongs to: the designed line in front, the temple below it; beside it the sideburn,
 * the ear and the nape, or an edge within hair. "rest" is all but front and temple in plans of before, whose rest was
 * fixed.
 */
export type EdgePart = "front" | "temple" | "side" | "ear" | "nape" | "fringe" | "rest";
/** `d`: a direction of the unit sphere. */
export type EdgePoint = { readonly d: Vec3; readonly part: EdgePart };

/** A direction of the unit sphere as a point of this part. */
export const edge = (d: Vec3, part: EdgePart): EdgePoint => ({ d, part });

/** Whether a part is of the line in front, which its shape draws. */
export const isDesigned = (part: EdgePart): boolean => part === "front" || part === "temple";
