/* A view: one photo of the head, as camera, pose and outline. The
   photo itself is not in it, only what tells it from others. */

import type { Point2, Vec3 } from "../geometry/vector.ts";
import type { Millimetres, Pixels } from "../units.ts";
import type { Camera, Pose } from "./camera.ts";
import type { HairStroke } from "./hair-strokes.ts";

/**
 * What the photo shows; it chooses the pose a fit starts from. The
 * sides are the client's own. In the order of a record.
 */
export const aspects = [
  "front-bowed",
  "front",
  "three-quarter-left",
  "three-quarter-right",
  "left",
  "right",
  "top",
  "crown",
  "back",
] as const;
export type Aspect = (typeof aspects)[number];

/**
 * A photo by its content: "sha256:" and 64 digits of its file's SHA-256, so that it is known again, whatever its name.
 * Plans of versions 3 to 5 name theirs by CRC-32, "crc32:" and 8 digits.
 */
export type PhotoId = string;
/** `sha256`: 64 hexadecimal digits. */
export const contentName = (sha256: string): PhotoId => `sha256:${sha256}`;
/** The name that plans of versions 3 to 5 gave a photo. `crc`: 0..2^32-1. */
export const crcName = (crc: number): PhotoId => `crc32:${crc.toString(16).padStart(8, "0")}`;
/** Of a photo that nobody has looked at: plans of the first two versions did not name theirs. */
export const UNNAMED_PHOTO: PhotoId = "unnamed";

/** Softness that a view may have, px; the least is what is given to a photo that is sharp, or shows no edge. */
export const SOFTNESS = { least: 0.5, most: 8 } as const;

/** How many rays of the outline are kept. */
export const OUTLINE_RAYS = 72;

/**
 * The skull's outline in the photo, against the model's: how many times farther from the projected centre of the vault
 * the photo's outline lies than the model's, on 72 rays, clockwise from straight up in steps of 5 degrees, each
 * 0.6..1.6. All 1: the bare model.
 */
export type Outline = readonly number[];

export const bareOutline: Outline = Array.from({ length: OUTLINE_RAYS }, () => 1);

export type View = {
  readonly photo: PhotoId;
  readonly aspect: Aspect;
  readonly camera: Camera;
  readonly pose: Pose;
  readonly outline: Outline;
  /** True when the outline follows the edge seen in the photo, false for the bare model. */
  readonly traced: boolean;
  /**
   * Who placed the head: the app, as a guess to be checked or by a face that it found; or a person. "none": the app saw
   * no head in the photo, and nothing is painted there until a person has placed one.
   */
  readonly fittedBy: "none" | "guess" | "face" | "person" | "known";
  /** The client's eyes in the photo, where they were seen. */
  readonly eyes: Eyes | null;
  /** A ruler laid on the photo. */
  readonly ruler: Ruler | null;
  /** Parts of the photo in which no dots lie. */
  readonly cuts: readonly Cut[];
  /**
   * Hair is told from skin, with what a person has brushed: dots lie under it. Null: it is not, and they lie on all of
   * the head, as in plans from before it was read.
   */
  readonly hair: readonly HairStroke[] | null;
  /** A close-up: where it is treated, and its own scale. Camera, pose and outline then say nothing. */
  readonly patch: Patch | null;
  /** Where a person has the skin read, and what a person says is neutral, in pixels of the photo. */
  readonly skinAt: Point2 | null;
  readonly neutralAt: Point2 | null;
  /** The person's silhouette in the photo, as reading/person-text.ts has it; null where none was read. */
  readonly person: string | null;
  /** Standard deviation of the photo's blur, px; dots are made as soft. */
  readonly softness: Pixels;
  /** Places where model and photo disagree, put right in this view alone. */
  readonly nudges: readonly Nudge[];
};

/** Two points in pixels of the photo, the length between them on the skin, and the treated area's outline. */
export type Patch = { readonly ends: Ruler; readonly mm: Millimetres; readonly area: Cut };

/** A closed outline by its corners, in pixels of the photo. */
export type Cut = readonly Point2[];

/**
 * The plan's direction `at` is seen in this photo where the model has its direction `to`; both unit. It says nothing of
 * pixels: the head may be placed anew or grow.
 */
export type Nudge = { readonly at: Vec3; readonly to: Vec3 };

/** Its ends, in pixels of the photo. */
export type Ruler = { readonly from: Point2; readonly to: Point2 };

/** The distance of the pupils and the width of a visible iris in the photo, set straight where the head is turned. */
export type Eyes = { readonly pupils: Pixels; readonly iris: Pixels };

/**
 * A view on which nothing lies yet: the bare model's outline, to be
 * traced; no photo, no eyes, no ruler, no cut-outs, no nudges, and hair as it is read.
 */
export const plainView = (aspect: Aspect, camera: Camera, pose: Pose, fittedBy: View["fittedBy"]): View => ({
  photo: UNNAMED_PHOTO,
  aspect,
  camera,
  pose,
  outline: bareOutline,
  traced: true,
  fittedBy,
  eyes: null,
  ruler: null,
  cuts: [],
  hair: [],
  patch: null,
  nudges: [],
  skinAt: null,
  neutralAt: null,
  person: null,
  softness: SOFTNESS.least,
});

/** Another fit of the head in the same photo: what was laid on the photo and seen in it stays there. */
export const refitted = ({ photo, ruler, cuts, hair, skinAt, neutralAt, person, softness }: View, fit: View): View => ({
  ...fit,
  photo,
  softness,
  ruler,
  cuts,
  hair,
  skinAt,
  neutralAt,
  person,
});

/** Nobody has said yet that the head is where the view has it: not even a face. */
export const isGuess = ({ fittedBy }: View): boolean => fittedBy === "guess" || fittedBy === "none";

/** Views that a face may be seen in. */
export const showsFace = (aspect: Aspect): boolean => aspect.startsWith("front") || aspect.startsWith("three-quarter");

/** An outline's ratio as it is kept: 0.6..1.6, what skulls can be, to a thousandth. */
export const keptRatio = (k: number): number => Math.round(Math.max(0.6, Math.min(1.6, k)) * 1000) / 1000;
