/* The head's place in the photo as a box; in a close-up, that of the treated area. */

import type { Vault } from "../../core/head/vault.ts";
import type { View } from "../../core/head/view.ts";
import { wireOf } from "../../core/head/wire.ts";
import type { Box } from "../../editor/viewport.ts";

export function headBox(vault: Vault, view: View): Box {
  const outline = view.patch?.area ?? wireOf(vault, view).outline;
  const xs = outline.map(({ x }) => x);
  const ys = outline.map(({ y }) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
