/* What the app makes of a picture that is opened and not touched: its own readings, in the order in which it takes
   them. */

import { maleVault } from "../../src/core/head/vault.ts";
import { type Aspect, type View, aspects, showsFace } from "../../src/core/head/view.ts";
import { pyramidOf, smallOf } from "../../src/core/photo/pyramid.ts";
import type { Face } from "../../src/core/reading/face.ts";
import { useless } from "../../src/core/reading/face-doubt.ts";
import { viewOfFace } from "../../src/core/reading/face-view.ts";
import { guessView } from "../../src/core/reading/guess.ts";
import { personText } from "../../src/core/reading/person-text.ts";
import { tracedView } from "../../src/core/reading/outline-trace.ts";
import type { Mask } from "../../src/core/reading/silhouette.ts";
import { headSilhouette, outlinedBy, proposedHead } from "../../src/core/reading/silhouette-head.ts";
import { readPhoto } from "../../src/cli/render.ts";
import type { Millimetres } from "../../src/core/units.ts";

/** As `read-face.ts` of the app has it: a face is looked for where one is that likely. */
const FEW_FACES = 0.05;

export type Opened = {
  readonly view: View;
  readonly sure: boolean;
  /** The view, placed by a person, with its outline drawn anew. */
  readonly traced: (view: View) => View;
  /** The head once a person has said from which side it is seen. */
  readonly seenFrom: (aspect: Aspect) => View;
};

/** What the app makes of a picture; null where it sees no head. */
export async function opened(
  { file, lens }: { readonly file: string; readonly lens: Millimetres | null },
  mask: Mask,
  faces: readonly Face[],
): Promise<Opened | null> {
  const pixels = await readPhoto(file);
  const { pixels: small, shrink } = smallOf(pyramidOf(pixels), 800);
  const photo = { pixels: small, shrink };
  const shape = { width: pixels.width, height: pixels.height, lens };
  const found = headSilhouette(mask, small);
  const person = found && personText(mask);
  const kept = (view: View): View => ({ ...view, person });
  const traced = (view: View): View =>
    (found && outlinedBy(maleVault, view, found, photo)) ?? tracedView(maleVault, view, small, shrink);
  const seenFrom = (aspect: Aspect): View =>
    found
      ? proposedHead(maleVault, shape, found, photo, aspect).view
      : guessView(maleVault, aspect, shape, small, shrink).view;
  const likely = found ? aspects.reduce((sum, one) => sum + (showsFace(one) ? found.likely[one] : 0), 0) : 0;
  const face = faces.toSorted((a, b) => breadth(b) - breadth(a))[0];
  const read = face && (!found || likely >= FEW_FACES) ? viewOfFace(maleVault, shape, face, small, shrink) : null;
  const isBelieved = read && (read.doubt ? !found && !useless(read.doubt) : true);
  if (read && isBelieved) {
    const view = (found && outlinedBy(maleVault, read.view, found, photo)) ?? read.view;
    return { view: kept(view), sure: read.doubt === null && (view !== read.view || !found), traced, seenFrom };
  }
  if (!found) return null;
  const { view, sure } = proposedHead(maleVault, shape, found, photo);
  return { view: kept(view), sure, traced, seenFrom };
}

const breadth = (face: Face): number => Math.abs(face[454].x - face[234].x);
