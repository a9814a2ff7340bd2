/* The document and where somebody is looking at it. All that a picture is made from. */

import { type Area, withArea } from "../hairline/areas.ts";
import type { Vault } from "../head/vault.ts";
import type { PhotoId, View } from "../head/view.ts";
import { type Moment, usualMoment } from "../pigment/healing.ts";
import { type Document, viewOfPhoto, withChangedView } from "./document.ts";
import type { Plan } from "./plan.ts";

/** What is looked at. It is kept, so that a reload shows the same, but it is no part of what is agreed. */
export type Cursor = {
  /** One of the document's photos. */
  readonly photo: PhotoId;
  /** When the work is looked at. */
  readonly moment: Moment;
  /** Which of the document's plans, from 0. */
  readonly variant: number;
};

export type Scene = { readonly document: Document; readonly cursor: Cursor };

/** A document as it is first looked at. */
export const sceneOf = (document: Document, photo: PhotoId = document.views[0].photo): Scene => ({
  document,
  cursor: { photo, moment: usualMoment, variant: 0 },
});

/** The view that is looked at. Throws RangeError where the cursor's photo is none of the document's. */
export function viewOf({ document, cursor }: Scene): View {
  const view = viewOfPhoto(document, cursor.photo);
  if (!view) throw new RangeError(`the document has no photo ${cursor.photo}`);
  return view;
}

/** The head, and the photo of it that is looked at. */
export const headOf = (scene: Scene): { readonly vault: Vault; readonly view: View } => ({
  vault: scene.document.vault,
  view: viewOf(scene),
});

/** The plan that is looked at. Throws RangeError where there is no such variant. */
export function planOf({ document, cursor }: Scene): Plan {
  const plan = document.plans[cursor.variant];
  if (!plan) throw new RangeError(`the document has ${document.plans.length} plans, no number ${cursor.variant}`);
  return plan;
}

/** The same document, another of its photos, moments or plans. */
export const lookingAt = (scene: Scene, cursor: Partial<Cursor>): Scene => ({
  ...scene,
  cursor: { ...scene.cursor, ...cursor },
});

/** The document with the plan that is looked at changed. */
export const withPlan = ({ document, cursor }: Scene, change: Partial<Plan>): Document => ({
  ...document,
  plans: document.plans.map((plan, i) => (i === cursor.variant ? { ...plan, ...change } : plan)) as [Plan, ...Plan[]],
});

/** The document with one area of that plan changed; as it is where there is none of that id, or nothing changes. */
export function withAreaHere(scene: Scene, id: string, change: (area: Area) => Area): Document {
  const { areas } = planOf(scene);
  const changed = withArea(areas, id, change);
  return changed === areas ? scene.document : withPlan(scene, { areas: changed });
}

/** The document with the view that is looked at changed. */
export const withViewHere = ({ document, cursor }: Scene, change: Partial<View>): Document =>
  withChangedView(document, cursor.photo, (view) => ({ ...view, ...change }));

/** The cursor on a document that may have lost what it points to: then at the first photo, the first plan. */
export function cursorWithin(document: Document, cursor: Cursor): Cursor {
  const photo = viewOfPhoto(document, cursor.photo) ? cursor.photo : document.views[0].photo;
  const variant = cursor.variant < document.plans.length ? cursor.variant : 0;
  return photo === cursor.photo && variant === cursor.variant ? cursor : { ...cursor, photo, variant };
}
