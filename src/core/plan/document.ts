/* The document: what is agreed and kept. A head, the photos in which it is seen, and one plan or several; nothing of
   where somebody is looking, and nothing that can be derived. Small enough to undo, keep and compare whole. */

import { type Growth, usualGrowth } from "../head/growth.ts";
import { type Scale, averageHead, growth, grownVault, grownView, keptSize, sizeBy } from "../head/scale.ts";
import { restWithEars } from "../hairline/rest.ts";
import { type Vault, maleVault } from "../head/vault.ts";
import { type PhotoId, type View, aspects } from "../head/view.ts";
import type { HairColour } from "../pigment/hair-colour.ts";
import { usualDot } from "../pigment/dot.ts";
import { type Plan, grownPlan, usualPlan } from "./plan.ts";

export type Document = {
  /** Chooses the follicle pattern; whole number, 0..2^32-1. */
  readonly seed: number;
  /** The client's head, as large as `scale` says. */
  readonly vault: Vault;
  readonly scale: Scale;
  /** As somebody has said it; null: nobody has. */
  readonly hair: HairColour | null;
  /** How hair grows on the head; null in plans from before it was known, whose dots stay where and as they are. */
  readonly growth: Growth | null;
  /** On matte skin dots do not fade in highlights. */
  readonly matteSkin: boolean;
  /** Photos of the head in the order in which they came; no photo stands there twice. */
  readonly views: readonly View[];
  /** Variants of what is to be done; one at least. */
  readonly plans: readonly [Plan, ...Plan[]];
};

/** Views of one head that a document holds at most. */
export const MOST_VIEWS = 24;

/** The follicle pattern of every new document. */
const SEED = 1;

/** What a client begins with: the usual plan, unless another is given, on a head of average size. */
export const newDocument = (view: View, plan: Plan = usualPlan()): Document => ({
  seed: SEED,
  vault: maleVault,
  scale: averageHead,
  hair: null,
  growth: usualGrowth,
  matteSkin: false,
  views: [view],
  plans: [plan],
});

/** The document's view of a photo; undefined where it has none. */
export const viewOfPhoto = ({ views }: Document, photo: PhotoId): View | undefined =>
  views.find((view) => view.photo === photo);

/** Where a view stands in a record: bowed and upright front first, back and close-ups last. */
const rank = ({ aspect, patch }: View): number => (patch ? aspects.length : aspects.indexOf(aspect));

/** The views in the order of a record; those of one side as they came. */
export const inRecordOrder = ({ views }: Document): readonly View[] => views.toSorted((a, b) => rank(a) - rank(b));

/** The document with its view of one photo changed; as it is where it has no such photo, or where nothing changes. */
export function withChangedView(document: Document, photo: PhotoId, change: (view: View) => View): Document {
  const view = viewOfPhoto(document, photo);
  const changed = view && change(view);
  if (!view || changed === view) return document;
  return { ...document, views: document.views.map((one) => (one === view ? (changed as View) : one)) };
}

/** With another fit of a photo; what the scale rests on may now lie on a head of another size in the picture. */
export const withFit = (document: Document, fit: View): Document =>
  withScale(
    withChangedView(document, fit.photo, () => fit),
    document.scale,
  );

/** With one photo more of the same head. Throws RangeError where the photo is there already or no more fit in. */
export function withPhoto(document: Document, view: View): Document {
  if (viewOfPhoto(document, view.photo)) throw new RangeError(`the photo ${view.photo} is in the document already`);
  if (document.views.length >= MOST_VIEWS) throw new RangeError(`a document holds ${MOST_VIEWS} views`);
  return { ...document, views: [...document.views, view] };
}

/** Without a photo; as it is where it has no such photo, or no other. */
export function withoutPhoto(document: Document, photo: PhotoId): Document {
  const views = document.views.filter((view) => view.photo !== photo);
  if (views.length === document.views.length || views.length === 0) return document;
  return withScale({ ...document, views }, document.scale);
}

/** With a view of another photo in the place of one; as it is where it has no such photo, or has the other already. */
export function withReplacedPhoto(document: Document, photo: PhotoId, view: View): Document {
  if (!viewOfPhoto(document, photo) || (view.photo !== photo && viewOfPhoto(document, view.photo))) return document;
  return withScale(
    withChangedView(document, photo, () => view),
    document.scale,
  );
}

/** With one photo under another name, in its view and in what rests on it. */
export function withRenamedPhoto(document: Document, from: PhotoId, to: PhotoId): Document {
  const { scale } = document;
  const renamed = withChangedView(document, from, (view) => ({ ...view, photo: to }));
  return scale.source !== "head" && scale.photo === from ? { ...renamed, scale: { ...scale, photo: to } } : renamed;
}

/** The head `times` as large, over 0, in all photos and plans: in each photo the picture of it stays where it is. */
export const grownDocument = (document: Document, times: number): Document => ({
  ...document,
  vault: grownVault(document.vault, times),
  views: document.views.map((view) => grownView(view, times)),
  plans: document.plans.map((plan) => grownPlan(plan, times)) as [Plan, ...Plan[]],
});

/** The document with dots that follow hair, in every plan, from one that knew nothing of it: all dots stand anew. */
export const withGrowth = (document: Document): Document =>
  document.growth
    ? document
    : {
        ...document,
        growth: usualGrowth,
        plans: document.plans.map((plan) => ({ ...plan, dot: { ...plan.dot, along: usualDot.along } })) as [
          Plan,
          ...Plan[],
        ],
      };

/** The document with the head's ears elsewhere; the edge round them goes with them in every plan that has its own. */
export function withEar(document: Document, ear: Vault["ear"]): Document {
  const vault = { ...document.vault, ear };
  const moved = (plan: Plan): Plan => {
    const { rest } = plan.hairline;
    return rest ? { ...plan, hairline: { ...plan.hairline, rest: restWithEars(document.vault, vault, rest) } } : plan;
  };
  return { ...document, vault, plans: document.plans.map(moved) as [Plan, ...Plan[]] };
}

/**
 * The document with its head as large as the scale says. In the photos the head and its hairline stay where they are;
 * dots and millimetres change. Where no photo shows what the scale rests on, the size is kept as that of the head.
 */
export function withScale(document: Document, scale: Scale): Document {
  const { vault, views } = document;
  const size = sizeBy(vault, views, scale);
  if (size === null) return { ...document, scale: keptSize(vault, scale) };
  const times = growth(vault, size);
  if (Math.abs(times - 1) < 1e-9) return { ...document, scale };
  return { ...grownDocument(document, times), scale };
}
