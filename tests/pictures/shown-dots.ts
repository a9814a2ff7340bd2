/* The dots that a scene shows, for tests that ask about each. */
import type { HeadFollicles } from "../../src/core/picture/head-follicles.ts";
import { planInView } from "../../src/core/picture/picture.ts";
import type { PlanInView } from "../../src/core/picture/plan-in-view.ts";
import { listOf } from "../../src/core/picture/visible-marks.ts";
import type { Scene } from "../../src/core/plan/scene.ts";
import type { Shine } from "../../src/core/reading/specular.ts";

export type ShownDots = Pick<PlanInView, "marks" | "erythema"> & { readonly list: Int32Array };

/** `list`: the marks that are shown, in order of rank. */
export function shownDots(head: HeadFollicles, scene: Scene, specular: Shine | null = null): ShownDots {
  const { marks, wanted, erythema } = planInView(head, scene, { specular, hair: null });
  return { marks, erythema, list: listOf(wanted) };
}
