/* The plan as a small file: the consultation with a name and a version, checked word by word when it comes back. */

import * as v from "valibot";
import { type Result, err, ok } from "../result.ts";
import { covers, hairlineShapes } from "../hairline/hairline.ts";
import { MOST_CUTS } from "../head/cut.ts";
import { MOST_NUDGES } from "../head/nudge.ts";
import { averageHead } from "../head/scale.ts";
import { NO_PHOTO, OUTLINE_RAYS, aspects } from "../head/view.ts";
import { SOFTNESS } from "../photo/softness.ts";
import { DOT, usualDot } from "../pigment/dot.ts";
import { moments, usualMoment } from "../pigment/healing.ts";
import { PARTS } from "../pigment/shades.ts";
import { undertones } from "../pigment/undertone.ts";
import { type Consultation, DENSITY } from "./consultation.ts";

const FORMAT = "stubble-plan";
/** 2: the scale, and eyes and ruler that it may rest on; cut-outs. 3: several views of one head, each with its photo; close-ups and nudges. 4: a shade for
    each session, undertone, the dot's looks, and the moment that is looked at. 5: how soft a photo is, and the edition of the calibration. */
const VERSION = 5;

/** Views of one head that a plan holds. */
const MOST_VIEWS = 24;

/** Why a text is not a plan that can be opened; `where` names the first wrong entry. */
export type PlanFault =
  | { readonly fault: "not-a-plan" }
  | { readonly fault: "newer-version"; readonly version: number }
  | { readonly fault: "damaged-plan"; readonly where: string };

const between = (least: number, most: number) => v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most));
const within = ({ least, most }: { readonly least: number; readonly most: number }) => between(least, most);
const shade = v.object({
  parts: v.pipe(v.number(), v.integer(), v.minValue(PARTS.least), v.maxValue(PARTS.most)),
  name: v.pipe(v.string(), v.maxLength(60)),
});
const point = v.strictTuple([between(-200, 200), between(-200, 200), between(-200, 200)]);

const photo = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4294967295));
/** Unit, but for rounding. */
const direction = v.pipe(
  v.strictTuple([between(-1.001, 1.001), between(-1.001, 1.001), between(-1.001, 1.001)]),
  v.check(([x, y, z]) => Math.abs(x * x + y * y + z * z - 1) < 1e-3),
);

const pixel = v.object({ x: between(-1e5, 1e5), y: between(-1e5, 1e5) });
const ruler = v.object({ from: pixel, to: pixel });
const cut = v.pipe(v.array(pixel), v.minLength(3), v.maxLength(24));
const scale = v.variant("source", [
  v.object({ source: v.literal("head"), mm: between(100, 230), percent: between(0, 100) }),
  v.object({ source: v.literal("face"), photo }),
  v.object({ source: v.literal("pupils"), photo, mm: between(40, 90) }),
  v.object({ source: v.literal("iris"), photo }),
  v.object({ source: v.literal("ruler"), photo, mm: between(1, 600) }),
]);

const view = v.object({
  photo,
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
  ruler: v.nullable(ruler),
  cuts: v.pipe(v.array(cut), v.maxLength(MOST_CUTS)),
  patch: v.nullable(v.object({ ends: ruler, mm: between(0.1, 1000), area: cut })),
  nudges: v.pipe(v.array(v.object({ at: direction, to: direction })), v.maxLength(MOST_NUDGES)),
  skinAt: v.optional(v.nullable(pixel), null),
  neutralAt: v.optional(v.nullable(pixel), null),
  softness: v.optional(within(SOFTNESS), SOFTNESS.least),
});

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
    shades: v.strictTuple([shade, shade, shade]),
    undertone: v.picklist(undertones),
    turns: v.boolean(),
    dot: v.object({
      diameter: within(DOT.diameter),
      strength: within(DOT.strength),
      variation: within(DOT.variation),
      depth: within(DOT.depth),
    }),
    // Plans before the fifth version were all painted by the first.
    edition: v.optional(v.picklist([1, 2]), 1),
  }),
  moment: v.picklist(moments),
  // Before it was asked, dots lay on highlights as elsewhere.
  fades: v.optional(v.boolean(), false),
  view,
  others: v.pipe(v.array(view), v.maxLength(MOST_VIEWS - 1)),
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
  const whole = v.safeParse(consultation, broughtUp(header.output.version, content));
  if (!whole.success) return err({ fault: "damaged-plan", where: v.getDotPath(whole.issues[0]) ?? "the whole file" });
  const photos = [whole.output.view, ...whole.output.others].map((one) => one.photo);
  if (new Set(photos).size < photos.length) return err({ fault: "damaged-plan", where: "others" });
  return ok(whole.output);
}

type Content = Readonly<Record<string, unknown>>;
const part = (content: unknown): Content => (typeof content === "object" && content !== null ? { ...content } : {});

/** A plan of an earlier version as the present one would have written it; what is wrong with it is found afterwards. */
function broughtUp(version: number, content: unknown): unknown {
  const second = version < 2 ? fromFirst(part(content)) : content;
  const third = version < 3 ? fromSecond(part(second)) : second;
  return version < 4 ? fromThird(part(third)) : third;
}

/** The first version knew the average head alone. */
const fromFirst = (content: Content): Content => ({
  ...content,
  scale: averageHead,
  view: { ...part(content.view), eyes: null, ruler: null, cuts: [] },
});

/** The second knew one photo, and did not name it. */
const fromSecond = (content: Content): Content => ({
  ...content,
  scale: { ...part(content.scale), photo: NO_PHOTO },
  view: { ...part(content.view), photo: NO_PHOTO, nudges: [], patch: null },
  others: [],
});

/** The third knew one shade by its trade name, and of the dot its diameter alone. */
function fromThird(content: Content): Content {
  const { shade: named, dotDiameter, ...plan } = part(content.plan);
  const parts = typeof named === "string" ? Number(named.slice(2)) : named;
  const one = { parts, name: "" };
  return {
    ...content,
    plan: {
      ...plan,
      shades: [one, one, one],
      undertone: "neutral",
      turns: false,
      dot: { ...usualDot, diameter: dotDiameter },
    },
    moment: usualMoment,
  };
}
