/* The plan as a small file: the document with a name and a version, checked word by word when it comes back. */

import * as v from "valibot";
import { type Result, err, ok } from "../result.ts";
import { covers, hairlineShapes } from "../hairline/hairline.ts";
import { MOST_CUTS } from "../head/cut.ts";
import { MOST_NUDGES } from "../head/nudge.ts";
import { OUTLINE_RAYS, SOFTNESS, aspects } from "../head/view.ts";
import { DOT } from "../pigment/dot.ts";
import { moments } from "../pigment/healing.ts";
import { PARTS } from "../pigment/shades.ts";
import { undertones } from "../pigment/undertone.ts";
import { type Document, MOST_VIEWS } from "./document.ts";
import { type Content, broughtUp, migrations } from "./migrations.ts";
import { DENSITY } from "./plan.ts";
import type { Cursor } from "./scene.ts";

const FORMAT = "stubble-plan";
const VERSION = migrations.length + 1;

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

const photo = v.pipe(v.string(), v.regex(/^(sha256:[0-9a-f]{64}|crc32:[0-9a-f]{8}|unnamed)$/u));
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
  skinAt: v.nullable(pixel),
  neutralAt: v.nullable(pixel),
  softness: within(SOFTNESS),
});

const plan = v.object({
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
    needleDepth: within(DOT.needleDepth),
  }),
  edition: v.picklist([1, 2]),
});

const document = v.object({
  seed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4294967295)),
  vault: v.object({ halfLength: between(70, 130), halfBreadth: between(55, 100), height: between(65, 125) }),
  scale,
  matteSkin: v.boolean(),
  views: v.pipe(v.array(view), v.minLength(1), v.maxLength(MOST_VIEWS)),
  plans: v.tupleWithRest([plan], plan),
});

/** Where files of versions 1 to 5 were being looked at. */
const look = v.optional(v.nullable(v.object({ photo, moment: v.picklist(moments) })), null);

/** A plan file's document, and where it was being looked at, which later files do not say. */
export type PlanFile = { readonly document: Document; readonly look: Pick<Cursor, "photo" | "moment"> | null };

/** The file's text, for saving. */
export const planFile = (content: Document): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, ...content }, null, 1)}\n`;

/** What a file's text holds, of any version up to the newest; or why it is no plan of ours. */
export function readPlanFile(text: string): Result<PlanFile, PlanFault> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return err({ fault: "not-a-plan" });
  }
  const header = v.safeParse(
    v.object({ format: v.literal(FORMAT), version: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
    content,
  );
  if (!header.success) return err({ fault: "not-a-plan" });
  if (header.output.version > VERSION) return err({ fault: "newer-version", version: header.output.version });
  const present = broughtUp(header.output.version, content as Content);
  const whole = v.safeParse(v.object({ ...document.entries, look }), present);
  if (!whole.success) return err({ fault: "damaged-plan", where: v.getDotPath(whole.issues[0]) ?? "the whole file" });
  const { look: looked, ...rest } = whole.output;
  const photos = rest.views.map((one) => one.photo);
  if (new Set(photos).size < photos.length) return err({ fault: "damaged-plan", where: "views" });
  return ok({ document: rest, look: looked });
}
