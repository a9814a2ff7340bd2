/* The plan as a photo shows it: which dots there are and how each takes light. Every step on the way is kept as long
   as what it is made from is the same, so that a slider costs no more than the dots that come and go. */

import type { Growth } from "../head/growth.ts";
import { flatOf } from "../head/patch.ts";
import { surfaceOf } from "../head/surface.ts";
import type { Vault } from "../head/vault.ts";
import type { View } from "../head/view.ts";
import { memoised } from "../memo.ts";
import type { Plan } from "../plan/plan.ts";
import { type Scene, planOf, viewOf } from "../plan/scene.ts";
import type { Hair } from "../reading/hair.ts";
import type { Shine } from "../reading/specular.ts";
import { variationOf } from "../pigment/variation.ts";
import type { Gloss, Ground, Marks } from "../stipple/stipple.ts";
import { type DotsPerMm2, type OpticalDepth, perMm2 } from "../units.ts";
import { ERYTHEMA_EVERY, type Erythema, LEAST_REDNESS, erythemaAbout } from "./erythema.ts";
import { groundShare } from "./ground-share.ts";
import type { HeadFollicles } from "./head-follicles.ts";
import {
  absorbanceOf,
  doneAt,
  groundOf,
  groundStep,
  healingOf,
  oneShade,
  radiusOf,
  sameShades,
  shadeOf,
  skinOf,
  softnessOf,
  stepsOf,
} from "./ink.ts";
import { type MarksInLight, type Mirrored, createMarksInLight, mirroredOver } from "./light.ts";
import { type OverInk, overlaid } from "./over-ink.ts";
import { type Shading, type Thresholds, areasIn, settleThresholds } from "./thresholds.ts";
import {
  type MarksInView,
  type PlacesInView,
  type SessionShades,
  createMarksInView,
  createPlacesInView,
  listOf,
  wantedPlaces,
} from "./visible-marks.ts";

export type PlanInView = {
  /** Where the marks are from: as long as it is the same, they are the same, only that more may have come. */
  readonly source: MarksInLight;
  readonly marks: Marks;
  /** For each mark 1 where the plan shows it, else 0. */
  readonly wanted: Uint8Array;
  /** Null where there is none to be seen. */
  readonly erythema: Erythema | null;
  /** False while follicles that the plan needs are still to grow. */
  readonly complete: boolean;
};

/** Gives a scene's plan in its view; follicles grow until all stand or `enough` says so. `over`: in its photo. */
export type PlanInViewOf = (scene: Scene, over: OverInk, enough: () => boolean) => PlanInView;

/** The thresholds of what a scene looks at: of its plan on the head, or of a close-up's area. */
export function thresholdsOf(head: HeadFollicles, scene: Scene): Thresholds {
  const { patch, camera } = viewOf(scene);
  const { hairline, areas } = planOf(scene);
  return patch ? head.thresholdsInPatch(patch, camera) : head.thresholdsOnHead(scene.document.vault, hairline, areas);
}

/** Nothing is kept yet. `head`: of the seed of every document that will be asked for. */
export function createPlanInView(head: HeadFollicles): PlanInViewOf {
  const { follicles } = head;
  const placesOf = memoised(
    (
      vault: Vault,
      camera: View["camera"],
      pose: View["pose"],
      outline: View["outline"],
      cuts: View["cuts"],
      nudges: View["nudges"],
      patch: View["patch"],
      growth: Growth | null,
    ): PlacesInView =>
      createPlacesInView(
        follicles,
        patch ? flatOf({ camera, cuts }, patch) : surfaceOf(vault, { camera, pose, outline, cuts, nudges }),
        growth,
      ),
  );
  /** Where the app saw no head there is none to paint on, as if all of the photo were cut out. */
  const wholeOf = memoised(({ width, height }: View["camera"]): View["cuts"] => [
    [
      { x: 0, y: 0 },
      { x: width, y: 0 },
      { x: width, y: height },
      { x: 0, y: height },
    ],
  ]);
  // Which dots are of which session goes with the density, where their shades differ.
  const bySession = memoised(
    (thresholds: Thresholds, shades: Plan["shades"], density: Plan["density"], edition: Plan["edition"]) => ({
      thresholds,
      shadeOf: shadeOf(shades, density, edition, areasIn(thresholds)),
    }),
  );
  // Where areas alone differ, which follicle lies in which of them.
  const byArea = memoised(({ thresholds }: Shading, shades: Plan["shades"]) => {
    const steps = stepsOf(shades, areasIn(thresholds));
    return { thresholds, shadeOf: (_from: DotsPerMm2, area: number) => steps[area] };
  });
  const sessionsOf = (thresholds: Thresholds, shades: Plan["shades"], ...rest: Calibrated): SessionShades => {
    if (!thresholds.areas || !sameShades(shades)) return bySession(thresholds, shades, ...rest);
    settleThresholds(follicles, thresholds);
    return byArea(thresholds.areas.shading, shades);
  };
  const shareOf = memoised(({ ground }: PlacesInView, camera: View["camera"], step: number) => ({
    step,
    share: groundShare(ground, camera, step),
  }));
  const variations = memoised(variationOf);
  const marksOf = memoised((...from: ProjectedFrom) => createMarksInView(follicles, ...from));
  const mirroredIn = memoised(mirroredOver);
  const overIn = memoised((specular: Shine | null, hair: Hair | null) => overlaid(specular, hair));
  const inLight = memoised(
    (
      marks: MarksInView,
      mirrored: Mirrored | null,
      absorbance: OpticalDepth,
      soft: number | null,
      green: OpticalDepth,
      dots: number,
      ground: Omit<Ground, "ink"> | null,
      gloss: Gloss | null,
    ) => {
      const skin = soft === null ? null : { soft, absorbance: green, dots };
      return createMarksInLight(marks, mirrored, absorbance, skin, ground, gloss);
    },
  );

  return (scene, { specular, hair }, enough) => {
    const { vault, matteSkin, growth } = scene.document;
    const { moment } = scene.cursor;
    const plan = planOf(scene);
    const view = viewOf(scene);
    const cuts = view.fittedBy === "none" ? wholeOf(view.camera) : view.cuts;
    const thresholds = thresholdsOf(head, scene);
    const complete = head.growFor(perMm2(plan.density), thresholds, enough);
    const places = placesOf(vault, view.camera, view.pose, view.outline, cuts, view.nudges, view.patch, growth);
    const sessions = oneShade(plan) ? null : sessionsOf(thresholds, plan.shades, plan.density, plan.edition);
    const { looks } = thresholds.region;
    const [radius, softness] = [radiusOf(plan, moment), softnessOf(plan, view)];
    const variation = variations(plan.dot.variation, plan.edition);
    const marksInView = marksOf(places, radius, plan.dot.along, variation, softness, sessions, looks);
    const skin = skinOf(plan, moment);
    // How far a dot fades in a highlight, and how much light it takes, goes with how dark it is; else it does not.
    const seen = matteSkin ? null : specular;
    const mirrored = seen && plan.edition <= 2 ? mirroredIn(seen) : null;
    const ground = groundOf(plan, moment) ? shareOf(places, view.camera, groundStep(view)) : null;
    const source = inLight(
      marksInView,
      mirrored,
      mirrored ? absorbanceOf(plan, moment)[1] : 0,
      skin && skin.soft,
      skin ? skin.absorbance : 0,
      skin ? skin.dots : 0,
      ground,
      overIn(mirrored ? null : seen, hair),
    );
    places.extend();
    const done = doneAt(plan, moment, areasIn(thresholds));
    const shownAt = (share: number): Uint8Array =>
      wantedPlaces(follicles, thresholds, places.places, share === 1 ? done : done.map((density) => share * density));
    const wanted = shownAt(1);
    const marks = source.make(wanted);
    const { redness } = healingOf(plan, moment);
    const few = (): Uint8Array => {
      const some = shownAt(1 / ERYTHEMA_EVERY);
      source.make(some);
      return some;
    };
    return {
      source,
      marks,
      wanted,
      erythema: redness < LEAST_REDNESS ? null : erythemaAbout(marks, listOf(few()), redness),
      complete,
    };
  };
}

type Calibrated = readonly [density: Plan["density"], edition: Plan["edition"]];
type ProjectedFrom = Parameters<typeof createMarksInView> extends [infer _Follicles, ...infer Rest] ? Rest : never;
