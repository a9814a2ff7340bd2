/* What the picture worker reads off a photo: where the head is, and its skin. Once the person's silhouette is known, a
   guess is laid on it. */

import { surfaceOf } from "../../core/head/surface.ts";
import { aspects, refitted, showsFace } from "../../core/head/view.ts";
import { useless } from "../../core/reading/face-doubt.ts";
import { viewOfFace } from "../../core/reading/face-view.ts";
import { type PhotoShape, guessView } from "../../core/reading/guess.ts";
import { tracedView } from "../../core/reading/outline-trace.ts";
import { pixelsPerMmIn } from "../../core/head/patch.ts";
import { readShavedSides, sidesLevel } from "../../core/reading/shaved-sides.ts";
import { personText } from "../../core/reading/person-text.ts";
import { readSkin, readSkinAt } from "../../core/reading/skin.ts";
import { headSilhouette, outlinedBy, proposedHead } from "../../core/reading/silhouette-head.ts";
import { showsOthers } from "../../core/reading/silhouette-others.ts";
import { readStubble } from "../../core/reading/stubble.ts";
import { asTaken, balanceByTouch } from "../../core/reading/white-balance.ts";
import type { Millimetres } from "../../core/units.ts";
import type { Answer, Ask, Fit, HeadInPhoto } from "../protocol.ts";
import type { OpenPhotos } from "./open-photos.ts";

const shapeOf = ({ view }: HeadInPhoto, lens: Millimetres | null): PhotoShape => ({
  width: view.camera.width,
  height: view.camera.height,
  lens,
});

/** A fit of a photo, and the skin that is scalp by it. */
function fitted(photos: OpenPhotos, { vault, view }: HeadInPhoto, fit: Fit["view"]): Fit {
  const { pixels, shrink } = photos.small(view.photo);
  return { view: refitted(view, fit), skin: readSkin(pixels, shrink, surfaceOf(vault, fit)) };
}

export function fit(photos: OpenPhotos, ask: Ask<"fit">): Answer<"fit"> {
  const { pixels, shrink } = photos.small(ask.view.photo);
  const known = photos.silhouette(ask.view.photo);
  if (known) {
    const { view } = proposedHead(ask.vault, shapeOf(ask, ask.lens), known, { pixels, shrink }, ask.aspect);
    return { ...fitted(photos, ask, view), found: true };
  }
  const guess = guessView(ask.vault, ask.aspect, shapeOf(ask, ask.lens), pixels, shrink);
  return { ...fitted(photos, ask, guess.view), found: guess.found };
}

export function silhouette(photos: OpenPhotos, ask: Ask<"silhouette">): Answer<"silhouette"> {
  const { photo } = ask.view;
  const small = photos.small(photo);
  const found = headSilhouette(ask.mask, small.pixels);
  photos.remember(photo, found);
  if (!found) return null;
  const { view: proposed, sure } = proposedHead(ask.vault, shapeOf(ask, ask.lens), found, small);
  const faces = aspects.reduce((sum, aspect) => sum + (showsFace(aspect) ? found.likely[aspect] : 0), 0);
  const { view, skin: scalp } = fitted(photos, ask, proposed);
  const kept = { view: { ...view, person: personText(ask.mask) }, skin: scalp };
  return { ...kept, sure, faces, others: showsOthers(ask.mask, found.silhouette, found.arc) };
}

export function face(photos: OpenPhotos, ask: Ask<"face">): Answer<"face"> {
  const { pixels, shrink } = photos.small(ask.view.photo);
  const found = viewOfFace(ask.vault, shapeOf(ask, ask.lens), ask.face, pixels, shrink);
  const known = photos.silhouette(ask.view.photo);
  if (!known || useless(found.doubt)) return { ...fitted(photos, ask, found.view), doubt: found.doubt };
  const outlined = outlinedBy(ask.vault, found.view, known, { pixels, shrink });
  if (outlined) return { ...fitted(photos, ask, outlined), doubt: found.doubt };
  return { ...fitted(photos, ask, { ...found.view, fittedBy: "guess" }), doubt: found.doubt ?? "no-rim" };
}

export function trace(photos: OpenPhotos, ask: Ask<"trace">): Answer<"trace"> {
  const { pixels, shrink } = photos.small(ask.view.photo);
  const known = photos.silhouette(ask.view.photo);
  const outlined = known && outlinedBy(ask.vault, ask.view, known, { pixels, shrink });
  return fitted(photos, ask, outlined ?? tracedView(ask.vault, ask.view, pixels, shrink));
}

/** Side of the disc that is read about a touched place, as a share of the photo's smaller side. */
const TOUCH = 0.012;

export function skin(photos: OpenPhotos, { vault, view }: Ask<"skin">): Answer<"skin"> {
  const { pixels, shrink } = photos.small(view.photo);
  const { width, height } = view.camera;
  const radius = TOUCH * Math.min(width, height);
  const surface = surfaceOf(vault, view);
  const card = view.neutralAt && balanceByTouch(pixels, shrink, view.neutralAt, radius);
  const byCard = card?.ok ? card.value : undefined;
  const whole = view.patch ? null : readSkin(pixels, shrink, surface, byCard);
  const balance = byCard ?? whole?.balance ?? asTaken;
  return {
    skin: view.skinAt ? readSkinAt(pixels, shrink, view.skinAt, radius, balance) : whole,
    cardFault: card && !card.ok ? card.reason : null,
  };
}

export function sides(photos: OpenPhotos, { vault, view }: Ask<"sides">): Answer<"sides"> {
  if (view.patch) return { sides: null };
  const level = sidesLevel(view, photos.levels(view.photo));
  const shrink = 1 << level;
  const perMm = pixelsPerMmIn(view) / shrink;
  return { sides: readShavedSides(photos.at(view.photo, level), shrink, surfaceOf(vault, view), perMm) };
}

/** In the photo as it is: made smaller it would show no hair. */
export function stubble(photos: OpenPhotos, { vault, view, growth }: Ask<"stubble">): Answer<"stubble"> {
  return view.patch ? null : readStubble(photos.at(view.photo, 0), surfaceOf(vault, view), growth);
}
