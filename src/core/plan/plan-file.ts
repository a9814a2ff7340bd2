/* The plan as a small file: the consultation with a name and a version, checked word by word when it comes back. */

import * as v from "valibot";
import { type Result, err, ok } from "../result.ts";
import { covers, hairlineShapes } from "../hairline/hairline.ts";
import { MOST_CUTS } from "../head/cut.ts";
import { averageHead } from "../head/scale.ts";
import { OUTLINE_RAYS, aspects } from "../head/view.ts";
import { shadeIds } from "../pigment/shades.ts";
import { type Consultation, DENSITY } from "./consultation.ts";

const FORMAT = "stubble-plan";
/** 2: the scale, and eyes and ruler that it may rest on; cut-outs. */
const VERSION = 2;

/** Why a text is not a plan that can be opened; `where` names the first wrong entry. */
export type PlanFault =
  | { readonly fault: "not-a-plan" }
  | { readonly fault: "newer-version"; readonly version: number }
  | { readonly fault: "damaged-plan"; readonly where: string };

const between = (least: number, most: number) => v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most));
const point = v.strictTuple([between(-200, 200), between(-200, 200), between(-200, 200)]);

const pixel = v.object({ x: between(-1e5, 1e5), y: between(-1e5, 1e5) });
const scale = v.variant("source", [
  v.object({ source: v.literal("head"), mm: between(100, 230), percent: between(0, 100) }),
  v.object({ source: v.literal("face") }),
  v.object({ source: v.literal("pupils"), mm: between(40, 90) }),
  v.object({ source: v.literal("iris") }),
  v.object({ source: v.literal("ruler"), mm: between(1, 600) }),
]);

const consultation = v.object({
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4294967295)),
  vault: v.object({ halfLength: between(70, 130), halfBreadth: between(55, 100), height: between(65, 125) }),
  scale,
  plan: v.object({
    hairline: v.object({
      shape: v.picklist(hairlineShapes),
      cover: v.picklist(covers),
      points: v.object({ mid: point, templeLeft: point, templeRight: point, peakLeft: point, peakRight: point }),
    }),
    density: between(DENSITY.least, DENSITY.most),
    shade: v.picklist(shadeIds),
    dotDiameter: between(0.12, 0.6),
  }),
  view: v.object({
    aspect: v.picklist(aspects),
    camera: v.object({ width: between(1, 65535), height: between(1, 65535), focal: between(1, 1e6) }),
    pose: v.object({
      yaw: between(-360, 360),
      pitch: between(-180, 180),
      roll: between(-360, 360),
      x: between(-1e5, 1e5),
      y: between(-1e5, 1e5),
      z: between(150, 1e5),
    }),
    outline: v.pipe(v.array(between(0.6, 1.6)), v.length(OUTLINE_RAYS)),
    traced: v.boolean(),
    fittedBy: v.picklist(["guess", "face", "person", "known"]),
    eyes: v.nullable(v.object({ pupils: between(0, 1e5), iris: between(0, 1e5) })),
    ruler: v.nullable(v.object({ from: pixel, to: pixel })),
    cuts: v.pipe(v.array(v.pipe(v.array(pixel), v.minLength(3), v.maxLength(24))), v.maxLength(MOST_CUTS)),
  }),
});

/** The file's text, for saving. */
export const planFile = (content: Consultation): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, ...content }, null, 1)}\n`;

export function readPlanFile(text: string): Result<Consultation, PlanFault> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return err({ fault: "not-a-plan" });
  }
  const header = v.safeParse(v.object({ format: v.literal(FORMAT), version: v.number() }), content);
  if (!header.success) return err({ fault: "not-a-plan" });
  if (header.output.version > VERSION) return err({ fault: "newer-version", version: header.output.version });
  const whole = v.safeParse(consultation, header.output.version === 1 ? fromFirst(content) : content);
  if (whole.success) return ok(whole.output);
  return err({ fault: "damaged-plan", where: v.getDotPath(whole.issues[0]) ?? "the whole file" });
}

/** Version 1 knew the average head alone. */
function fromFirst(content: unknown): unknown {
  const known = v.safeParse(v.looseObject({ view: v.looseObject({}) }), content);
  if (!known.success) return content;
  return { ...known.output, scale: averageHead, view: { ...known.output.view, eyes: null, ruler: null, cuts: [] } };
}
