/* What a person is to know of a photo before its picture is believed. Nothing is refused for it: each is a sentence. */

import { breadthsOf } from "../core/picture/told-apart.ts";
import { type Scene, headOf, planOf } from "../core/plan/scene.ts";
import type { Saying } from "../core/saying.ts";
import type { Photo } from "../store/session.ts";
import { saying } from "../words/words.ts";

/** Of the photo that is looked at; none of a close-up, whose scale speaks for itself, nor where no head is. */
export function truthsOf(scene: Scene, photo: Photo): readonly Saying[] {
  const { vault, view } = headOf(scene);
  if (view.patch || view.fittedBy === "none") return [];
  const truths: Saying[] = [];
  // Faces are told by how many they are, where they are to be chosen from.
  if (photo.others && photo.faces.length < 2) truths.push(saying("truth.others"));
  if (photo.proportion) truths.push(saying(`truth.${photo.proportion}`));
  const { seen, least } = breadthsOf(vault, view, planOf(scene).density);
  // By a guess of which nothing more is known it may be of any size; else it is known to ten pixels or so.
  const isNear = view.fittedBy !== "guess" || photo.outlined;
  if (isNear && seen < least) truths.push(saying("truth.small", { seen: tens(seen), least: tens(least) }));
  return truths;
}

const tens = (px: number): number => 10 * Math.round(px / 10);
