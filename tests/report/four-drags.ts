/* A person who sets a proposed head right with four drags. What is seen is how far each handle lies from where it
   belongs; of the handles within the photo that one is dragged to its place which brings all of them nearest together,
   as somebody does who tries what looks worst. Which side of the head is seen is said first, where it was proposed
   wrongly: that is no drag. Then the app draws the outline anew. */

import { allHandles, handlesInPhoto, withHandleAt } from "../../src/core/head/handles.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import type { View } from "../../src/core/head/view.ts";
import { apart } from "../../src/core/geometry/vector.ts";
import type { KnownHead } from "./known-heads.ts";
import { isRight, nearestAspect } from "./lying.ts";
import type { Opened } from "./opened.ts";

const DRAGS = 4;

/** How far the handles lie from where they belong, squared and summed, px^2. */
function missed(view: View, truth: ReturnType<typeof allHandles>): number {
  const here = allHandles(maleVault, view);
  return truth.reduce((sum, { id, at }) => {
    const place = here.find((handle) => handle.id === id)?.at;
    return place ? sum + apart(place, at) ** 2 : sum;
  }, 0);
}

/** The view after the drags, its outline drawn anew. */
export function draggedTo({ vault, camera, pose }: KnownHead, { view: proposed, seenFrom, traced }: Opened): View {
  let view = isRight(proposed.aspect, pose) ? proposed : seenFrom(nearestAspect(pose));
  const truth = allHandles(vault, { ...view, camera, pose });
  for (let drag = 0; drag < DRAGS; drag++) {
    const reached = handlesInPhoto(maleVault, view).map(({ id }) => id);
    const tried = truth
      .filter(({ id }) => reached.includes(id))
      .map(({ id, at }) => withHandleAt(maleVault, view, id, at))
      .map((after) => ({ after, miss: missed(after, truth) }));
    const now = { after: view, miss: missed(view, truth) };
    view = tried.reduce((least, one) => (one.miss < least.miss ? one : least), now).after;
  }
  return traced(view);
}
