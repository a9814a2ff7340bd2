/* The follicles of one head with what plans make of them, shared by all photos of a head: who draws the photo that is
   looked at and who draws thumbnails of the others use the same. */

import { type Flat, flatOf, flatShare, flatStretch } from "../head/patch.ts";
import { type Scalp, areaAgainstReference, grownScalp, scalpOf, wholeScalp } from "../head/scalp-chart.ts";
import type { Vault } from "../head/vault.ts";
import type { Patch, View } from "../head/view.ts";
import type { Area } from "../hairline/areas.ts";
import type { Hairline } from "../hairline/hairline.ts";
import { regionOf } from "../hairline/region.ts";
import { changedAreas, treatedBy } from "../hairline/treated.ts";
import { memoised } from "../memo.ts";
import type { Document } from "../plan/document.ts";
import type { DotsPerMm2 } from "../units.ts";
import { createFollicleIndex } from "./follicle-index.ts";
import { type Follicles, createFollicles, folliclesNeeded, growFollicles } from "./follicles.ts";
import {
  type Thresholds,
  areasIn,
  changedThresholds,
  createAreaThresholds,
  createStretch,
  createThresholds,
  mostIn,
} from "./thresholds.ts";

export type HeadFollicles = {
  readonly follicles: Follicles;
  /** On the head, whichever photo shows it. */
  thresholdsOnHead(vault: Vault, hairline: Hairline, areas: readonly Area[]): Thresholds;
  /** In the treated area of a close-up. */
  thresholdsInPatch(patch: Patch, camera: View["camera"]): Thresholds;
  /** Grows what a density needs until all of it stands or `enough` says so; gives whether all of it stands. */
  growFor(density: DotsPerMm2, thresholds: Thresholds, enough: () => boolean): boolean;
};

/** Thresholds that are kept: two plans may be looked at in turn. */
const KEPT = 2;
/** Follicles grown before it is asked again whether that is enough. */
const STRIDE = 1024;

type OfHead = Pick<Document, "seed" | "vault" | "growth">;

/** Where a document's follicles are placed; along the growth of hair, if the document knows of it. */
const placedOn = ({ vault, growth }: OfHead): Scalp => {
  const scalp = scalpOf(vault);
  return growth && scalp === wholeScalp ? grownScalp : scalp;
};

/** A document's follicles, none of which stands yet. */
export const folliclesOf = (document: OfHead): Follicles => createFollicles(document.seed, placedOn(document));

/** Whether these are a document's follicles. */
export const areFolliclesOf = ({ seed, scalp }: Follicles, document: OfHead): boolean =>
  seed === document.seed && scalp === placedOn(document);

/** Nothing is known yet of what plans make of these follicles, of which some may have grown. */
export function createHeadFollicles(follicles: Follicles): HeadFollicles {
  const stretchOf = memoised(
    (vault: Vault) => createStretch(follicles, (u, v) => areaAgainstReference(vault, u, v)),
    KEPT,
  );
  const flatStretchOnce = memoised(() => createStretch(follicles, flatStretch));
  const inPatch = memoised((patch: Patch, camera: View["camera"]) => {
    const flat: Flat = flatOf({ camera, cuts: [] }, patch);
    return createThresholds(follicles, { share: (u, v) => flatShare(flat, u, v), looks: null }, flatStretchOnce());
  }, KEPT);
  const onLine = memoised(
    (vault: Vault, hairline: Hairline) =>
      createThresholds(follicles, regionOf(vault, hairline, follicles.seed), stretchOf(vault)),
    KEPT,
  );
  const index = createFollicleIndex(follicles);
  /** The last that were made with areas: most often the next differ from them by a stroke, and come of them sooner. */
  let last: { readonly line: Thresholds; readonly made: Thresholds } | null = null;
  const withAreas = memoised((vault: Vault, line: Thresholds, areas: readonly Area[]): Thresholds => {
    const treated = treatedBy(vault, line.region, areas);
    const before = last?.line === line ? last.made : null;
    const boxes = before && changedAreas(vault, areasIn(before), areas);
    const made =
      before && boxes
        ? changedThresholds(follicles, before, treated, boxes, index)
        : createAreaThresholds(follicles, treated, line.stretch);
    last = { line, made };
    return made;
  }, KEPT);
  return {
    follicles,
    thresholdsOnHead(vault, hairline, areas) {
      const line = onLine(vault, hairline);
      return areas.length === 0 ? line : withAreas(vault, line, areas);
    },
    thresholdsInPatch: inPatch,
    growFor(density, thresholds, enough) {
      const needed = folliclesNeeded(follicles, density * mostIn(thresholds), thresholds.stretch.most);
      do {
        growFollicles(follicles, Math.min(needed, Math.max(follicles.ready, follicles.field.count) + STRIDE));
      } while (follicles.ready < needed && !enough());
      return follicles.ready >= needed;
    },
  };
}
