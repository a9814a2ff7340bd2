/* What the app makes of a picture that is opened and not touched: its own readings, in the order in which it takes
   them. */

import { maleVault } from "../../src/core/head/vault.ts";
import { type View, aspects, showsFace } from "../../src/core/head/view.ts";
import { pyramidOf, smallOf } from "../../src/core/photo/pyramid.ts";
import type { Face } from "../../src/core/reading/face.ts";
import { useless } from "../../src/core/reading/face-doubt.ts";
import { viewOfFace } from "../../src/core/reading/face-view.ts";
import type { Mask } from "../../src/core/reading/silhouette.ts";
import { headSilhouette, outlinedBy, proposedHead } from "../../src/core/reading/silhouette-head.ts";
import { readPhoto } from "../../src/cli/render.ts";
import type { KnownHead } from "./known-heads.ts";

export type Opened = { readonly view: View; readonly sure: boolean };

/** As `read-face.ts` of the app has it: a face is looked for where one is that likely. */
const FEW_FACES = 0.05;

/** What the app makes of a picture; null where it sees no head. */
export async function opened({ file, lens }: Pick<KnownHead, "file" | "lens">, mask: Mask, faces: readonly Face[]): Promise<Opened | null> {
  const pixels = await readPhoto(file);
  const { pixels: small, shrink } = smallOf(pyramidOf(pixels), 800);
  const shape = { width: pixels.width, height: pixels.height, lens };
  const found = headSilhouette(mask, small);
  const likely = found ? aspects.reduce((sum, one) => sum + (showsFace(one) ? found.likely[one] : 0), 0) : 0;
  const face = faces.toSorted((a, b) => breadth(b) - breadth(a))[0];
  const read = face && (!found || likely >= FEW_FACES) ? viewOfFace(maleVault, shape, face, small, shrink) : null;
  const isBelieved = read && (read.doubt ? !found && !useless(read.doubt) : true);
  if (read && isBelieved) {
    const view = (found && outlinedBy(maleVault, read.view, found, { pixels: small, shrink })) ?? read.view;
    return { view, sure: read.doubt === null && (view !== read.view || !found) };
  }
  return found && proposedHead(maleVault, shape, found, { pixels: small, shrink });
}

const breadth = (face: Face): number => Math.abs(face[454].x - face[234].x);
