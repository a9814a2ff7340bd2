/* What the worker has found out about a head, brought to the head as it is now: that may have been moved meanwhile, and
   may have been found to be of another size. */

import { areEqual } from "../../core/equal-parts.ts";
import { grownView } from "../../core/head/scale.ts";
import type { Vault } from "../../core/head/vault.ts";
import type { PhotoId, View } from "../../core/head/view.ts";
import { type Document, viewOfPhoto } from "../../core/plan/document.ts";

/** The head as a photo shows it. */
export type Placed = { readonly vault: Vault; readonly view: View };

/** The head as a photo of the document shows it; null where the photo is none of its. */
export function placedIn(document: Document, photo: PhotoId): Placed | null {
  const view = viewOfPhoto(document, photo);
  return view ? { vault: document.vault, view } : null;
}

/** Whether nobody has placed the head anew; it may have been found to be of another size. */
export function isWhereItWas(now: Placed, before: Placed): boolean {
  if (now.view === before.view) return true;
  const { pose, ...rest } = now.view;
  const { pose: then, ...was } = grownView(before.view, now.vault.halfBreadth / before.vault.halfBreadth);
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * (1 + Math.abs(b));
  const keys = Object.keys(pose) as (keyof typeof pose)[];
  return areEqual(rest, was) && keys.every((key) => near(pose[key], then[key]));
}

/** The answer on the head as large as it is now. */
export const grownAnswer = (document: Document, asked: Placed, answer: View): View =>
  grownView(answer, document.vault.halfBreadth / asked.vault.halfBreadth);

/** The answer as a view of the document now; null where somebody has moved the head since it was asked about. */
export function answeredFor(document: Document, asked: Placed, answer: View): View | null {
  const now = placedIn(document, asked.view.photo);
  if (!now || !isWhereItWas(now, asked)) return null;
  return grownAnswer(document, asked, answer);
}
