/* How far the scalp reaches: which places of the vault are scalp, and where it is scalp that makes the outline. */

import { sincos } from "../geometry/exact.ts";
import type { Vec3 } from "../geometry/vector.ts";
import type { Surface } from "./surface.ts";
import type { Millimetres } from "../units.ts";
import { reachesNape, vaultPoint } from "./vault.ts";

/** Whether a place of the vault, mm, is scalp: above the ears, and behind them down to the nape. */
export const scalpAt = ([, y, z]: Vec3): boolean => y > 12 || (z < -50 && y > -45);

/** How far down the neck's back is as much the head's outline as the scalp is, mm. */
const NAPE: Millimetres = -95;

/**
 * Whether it is scalp, or the nape below it, that ends where the ray, degrees clockwise from straight up, leaves the
 * head.
 */
export function scalpEnds(surface: Surface, degrees: number): boolean {
  const [sin, cos] = sincos(degrees);
  const limb = surface.limbDistance(sin, -cos);
  const { centre } = surface;
  const seen = surface.fromImage({ x: centre.x + limb * 0.98 * sin, y: centre.y - limb * 0.98 * cos });
  const place = vaultPoint(surface.vault, seen);
  const { vault } = surface;
  return scalpAt(place) || (reachesNape(vault) && place[2] < -50 && place[1] > NAPE);
}
