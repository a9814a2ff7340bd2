/* The document: everything that decides the pictures, and nothing that can be derived from it. Head coordinates, in
   millimetres; small enough to undo, save and compare whole. */

import type { Vec3 } from "../geometry/vector.ts";
import type { DotsPerCm2 } from "../units.ts";
import { type Scale, averageHead, growth, grownVault, grownView, keptSize, sizeBy } from "../head/scale.ts";
import { type PhotoId, type View, aspects } from "../head/view.ts";
import { type Vault, maleVault } from "../head/vault.ts";
import { type Hairline, hairlineOfShape } from "../hairline/hairline.ts";
import { type Dot, usualDot } from "../pigment/dot.ts";
import { type Edition, PRESENT } from "../pigment/edition.ts";
import { type Moment, usualMoment } from "../pigment/healing.ts";
import { type Shade, usualShade } from "../pigment/shades.ts";
import type { Undertone } from "../pigment/undertone.ts";

export type Plan = {
  readonly hairline: Hairline;
  /** Dots per cm^2 of skin behind the transition zone, 30..320. */
  readonly density: DotsPerCm2;
  /** Of the first, second and third session. */
  readonly shades: readonly [Shade, Shade, Shade];
  readonly undertone: Undertone;
  /** The pigment is one that turns cold with the years. */
  readonly turns: boolean;
  readonly dot: Dot;
  readonly edition: Edition;
};

export type Consultation = {
  /** Chooses the follicle pattern; whole number, 0..2^32-1. */
  readonly seed: number;
  /** The client's head, as large as `scale` says. */
  readonly vault: Vault;
  readonly scale: Scale;
  readonly plan: Plan;
  /** When the work is looked at. */
  readonly moment: Moment;
  /** Dots fade where the skin mirrors light; not so on matte skin. */
  readonly fades: boolean;
  /** The photo at hand, and the others of the same head; no photo stands there twice. */
  readonly view: View;
  readonly others: readonly View[];
};

export const DENSITY = { least: 30, usual: 195, most: 320 } as const;

export function usualPlan(): Plan {
  return {
    hairline: hairlineOfShape(maleVault, "natural"),
    density: DENSITY.usual,
    shades: [usualShade, usualShade, usualShade],
    undertone: "neutral",
    turns: false,
    dot: usualDot,
    edition: PRESENT,
  };
}

/** The follicle pattern of every new consultation. */
const SEED = 1;

/** What a client begins with: the usual plan, unless another is given, on a head of average size. */
export const newConsultation = (view: View, plan: Plan = usualPlan()): Consultation => ({
  seed: SEED,
  vault: maleVault,
  scale: averageHead,
  plan,
  moment: usualMoment,
  fades: true,
  view,
  others: [],
});

/** The plan with one shade in all three sessions. */
export const inShade = (plan: Plan, shade: Shade): Plan => ({ ...plan, shades: [shade, shade, shade] });

/** Where a view stands in a record: front first, back and close-ups last. */
const rank = ({ aspect, patch }: View): number => (patch ? aspects.length : aspects.indexOf(aspect));

/** All views in the order of a record; those of one side as their photos stand in `order`. */
export const viewsOf = ({ view, others }: Consultation, order: readonly PhotoId[] = []): readonly View[] =>
  [view, ...others].toSorted(
    (a, b) => rank(a) - rank(b) || order.indexOf(a.photo) - order.indexOf(b.photo) || Math.sign(a.photo - b.photo),
  );

export const viewOfPhoto = ({ view, others }: Consultation, photo: PhotoId): View | undefined =>
  [view, ...others].find((one) => one.photo === photo);

/** The same head with another of its photos at hand; as it is where it has no such photo. */
export function turnedTo(consultation: Consultation, photo: PhotoId): Consultation {
  const { view, others } = consultation;
  const next = others.find((other) => other.photo === photo);
  if (!next) return consultation;
  return { ...consultation, view: next, others: others.map((other) => (other === next ? view : other)) };
}

/** A change of the photo named, whichever is at hand; nothing where there is no such photo. */
export function inPhoto(
  consultation: Consultation,
  photo: PhotoId,
  change: (consultation: Consultation) => Consultation,
): Consultation {
  const turned = turnedTo(consultation, photo);
  if (turned.view.photo !== photo) return consultation;
  const changed = change(turned);
  return changed === turned ? consultation : turnedTo(changed, consultation.view.photo);
}

/** With one photo more of the same head. */
export const withPhoto = (consultation: Consultation, view: View): Consultation => ({
  ...consultation,
  others: [...consultation.others, view],
});

/** Without the photo at hand; another one takes its place. As it is where there is no such other. */
export function withoutPhoto(consultation: Consultation, next: PhotoId): Consultation {
  const turned = turnedTo(consultation, next);
  if (turned === consultation) return consultation;
  const others = turned.others.filter((other) => other !== consultation.view);
  return withScale({ ...turned, others }, turned.scale);
}

/**
 * The consultation with its view of this photo at hand. A photo that it does not know, perhaps a copy, stands for the one view of the same size, if there is
 * just one whose photo is not among those known to be `elsewhere`; null where there is none.
 */
export function seenIn(
  consultation: Consultation,
  { photo, width, height }: { readonly photo: PhotoId; readonly width: number; readonly height: number },
  elsewhere: readonly PhotoId[] = [],
): Consultation | null {
  if (viewOfPhoto(consultation, photo)) return turnedTo(consultation, photo);
  const alike = viewsOf(consultation).filter(
    (view) => view.camera.width === width && view.camera.height === height && !elsewhere.includes(view.photo),
  );
  if (alike.length !== 1) return null;
  const { view, ...rest } = turnedTo(consultation, alike[0].photo);
  const { scale } = consultation;
  const rests = scale.source !== "head" && scale.photo === view.photo;
  return { ...rest, scale: rests ? { ...scale, photo } : scale, view: { ...view, photo } };
}

/** With another fit of the photo at hand; what the scale rests on may now lie on a head of another size in the picture. */
export const withView = (consultation: Consultation, view: View): Consultation =>
  withScale({ ...consultation, view }, consultation.scale);

/**
 * The consultation with its head as large as the scale says. In the photos the head and its hairline stay where they are; dots and millimetres change. Where
 * no photo shows what the scale rests on, the size is kept as that of the head.
 */
export function withScale(consultation: Consultation, scale: Scale): Consultation {
  const { vault, view, others, plan } = consultation;
  const size = sizeBy(vault, [view, ...others], scale);
  if (size === null) return { ...consultation, scale: keptSize(vault, scale) };
  const times = growth(vault, size);
  if (Math.abs(times - 1) < 1e-9) return { ...consultation, scale };
  const far = (at: Vec3): Vec3 => [at[0] * times, at[1] * times, at[2] * times];
  const { mid, templeLeft, templeRight, peakLeft, peakRight } = plan.hairline.points;
  const points = {
    mid: far(mid),
    templeLeft: far(templeLeft),
    templeRight: far(templeRight),
    peakLeft: far(peakLeft),
    peakRight: far(peakRight),
  };
  return {
    ...consultation,
    vault: grownVault(vault, times),
    view: grownView(view, times),
    others: others.map((other) => grownView(other, times)),
    scale,
    plan: { ...plan, hairline: { ...plan.hairline, points } },
  };
}
