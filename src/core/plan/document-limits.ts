/* What a document may hold. The one list of limits: a file is read by it and written by it, so that whatever can be
   written can be read. They are wide: nothing that can be set in the app lies beyond. */

import * as v from "valibot";
import { type Result, err, ok } from "../result.ts";
import { canBeDrawn } from "../hairline/boundary.ts";
import { FADE } from "../hairline/finish.ts";
import { AREA, LONGEST_NAME, LONGEST_TEXT, MOST_AREAS, MOST_POINTS, areaKinds, isCovered } from "../hairline/areas.ts";
import { readCells } from "../hairline/cell-text.ts";
import { DRAWN } from "../hairline/drawn-points.ts";
import { UNEVEN, covers, hairlineShapes } from "../hairline/hairline.ts";
import { BLEND, restPoints, templeStates } from "../hairline/rest.ts";
import { MOST_CUTS } from "../head/cut.ts";
import { MOST_STROKES, MOST_STROKE_POINTS, STROKE_RADIUS, hairKinds } from "../head/hair-strokes.ts";
import { BACK, isWhorl, turns } from "../head/growth.ts";
import { MOST_NUDGES } from "../head/nudge.ts";
import type { Vault } from "../head/vault.ts";
import { OUTLINE_RAYS, SOFTNESS, type View, aspects } from "../head/view.ts";
import { MAX_PIXELS, MIN_SIDE } from "../photo/limits.ts";
import { DOT } from "../pigment/dot.ts";
import { editions } from "../pigment/edition.ts";
import { hairColours } from "../pigment/hair-colour.ts";
import { PARTS } from "../pigment/shades.ts";
import type { Millimetres } from "../units.ts";
import { undertones } from "../pigment/undertone.ts";
import { type Document, MOST_VIEWS } from "./document.ts";
import { DENSITY, choosers } from "./plan.ts";

const between = (least: number, most: number) => v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most));
const within = ({ least, most }: { readonly least: number; readonly most: number }) => between(least, most);
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const photoName = v.pipe(v.string(), v.regex(/^(sha256:[0-9a-f]{64}|crc32:[0-9a-f]{8}|unnamed)$/u));
const shade = v.object({ parts: whole(PARTS.least, PARTS.most), name: v.pipe(v.string(), v.maxLength(60)) });
/** Head frame, mm. How far from the centre is asked against the head. */
const point = v.strictTuple([between(-1e3, 1e3), between(-1e3, 1e3), between(-1e3, 1e3)]);
/** Unit, but for rounding. */
const direction = v.pipe(
  v.strictTuple([between(-1.001, 1.001), between(-1.001, 1.001), between(-1.001, 1.001)]),
  v.check(([x, y, z]) => Math.abs(x * x + y * y + z * z - 1) < 1e-3),
);

const growth = v.object({
  whorl: v.pipe(
    direction,
    v.check((d) => isWhorl(d)),
  ),
  turn: v.picklist(turns),
  back: within(BACK),
});

/** The longest side of a photo that opens, px. */
const LONGEST = Math.ceil(MAX_PIXELS / MIN_SIDE);
/** On a photo or beside it: a head that is seen near reaches far beyond. */
const pixel = v.object({ x: between(-1e8, 1e8), y: between(-1e8, 1e8) });
const ruler = v.object({ from: pixel, to: pixel });
const stroke = v.object({
  kind: v.picklist(hairKinds),
  radius: within(STROKE_RADIUS),
  points: v.pipe(v.array(pixel), v.minLength(1), v.maxLength(MOST_STROKE_POINTS)),
});
const cut = v.pipe(v.array(pixel), v.minLength(3), v.maxLength(24));
const scale = v.variant("source", [
  v.object({ source: v.literal("head"), mm: between(100, 230), percent: between(0, 100) }),
  v.object({ source: v.literal("face"), photo: photoName }),
  v.object({ source: v.literal("pupils"), photo: photoName, mm: between(40, 90) }),
  v.object({ source: v.literal("iris"), photo: photoName }),
  v.object({ source: v.literal("ruler"), photo: photoName, mm: between(1, 600) }),
]);

/** A fit may go round more than once, degrees. */
const turn = between(-3600, 3600);
/** Of a camera to the head, mm; how near it may come is asked against the head. */
const distance = between(-1e9, 1e9);

const cells = v.pipe(
  v.string(),
  v.maxLength(LONGEST_TEXT),
  v.check((text) => readCells(text) !== null),
);

const view = v.object({
  photo: photoName,
  aspect: v.picklist(aspects),
  camera: v.object({ width: whole(1, LONGEST), height: whole(1, LONGEST), focal: between(1, 1e8) }),
  pose: v.object({ yaw: turn, pitch: turn, roll: turn, x: distance, y: distance, z: distance }),
  outline: v.pipe(v.array(between(0.6, 1.6)), v.length(OUTLINE_RAYS)),
  traced: v.boolean(),
  fittedBy: v.picklist(["none", "guess", "face", "person", "known"]),
  eyes: v.nullable(v.object({ pupils: between(0, LONGEST), iris: between(0, LONGEST) })),
  ruler: v.nullable(ruler),
  cuts: v.pipe(v.array(cut), v.maxLength(MOST_CUTS)),
  hair: v.nullable(v.pipe(v.array(stroke), v.maxLength(MOST_STROKES))),
  patch: v.nullable(v.object({ ends: ruler, mm: between(1e-4, 1000), area: cut })),
  nudges: v.pipe(v.array(v.object({ at: direction, to: direction })), v.maxLength(MOST_NUDGES)),
  skinAt: v.nullable(pixel),
  neutralAt: v.nullable(pixel),
  person: v.nullable(cells),
  softness: within(SOFTNESS),
});

const fade = v.object({
  edge: within(FADE.edge),
  transition: within(FADE.transition),
  stray: within(FADE.stray),
  macro: within(FADE.macro),
  micro: within(FADE.micro),
  strays: v.nullable(within(FADE.strays)),
  finer: within(FADE.finer),
  fainter: within(FADE.fainter),
});

const drawn = v.object({
  points: v.pipe(v.array(direction), v.minLength(DRAWN.least), v.maxLength(DRAWN.most)),
  temples: v.boolean(),
});

const rest = v.object({
  points: v.object(v.entriesFromList(restPoints, point)),
  temples: v.picklist(templeStates),
  blend: within(BLEND),
});

/** Rising from one session to the next, and all is done by the last. */
const sessions = v.pipe(
  v.array(within(AREA.share)),
  v.minLength(AREA.sessions.least),
  v.maxLength(AREA.sessions.most),
  v.check((shares) => shares.at(-1) === 1 && shares.every((share, i) => i === 0 || share > shares[i - 1])),
);

const area = v.pipe(
  v.object({
    id: v.pipe(v.string(), v.regex(/^[0-9a-z]{1,8}$/u)),
    kind: v.picklist(areaKinds),
    name: v.pipe(v.string(), v.maxLength(LONGEST_NAME)),
    points: v.pipe(v.array(direction), v.maxLength(MOST_POINTS)),
    added: cells,
    erased: cells,
    mirrored: v.boolean(),
    width: between(AREA.graft.least, AREA.parting.most),
    softness: within(AREA.softness),
    density: within(AREA.density),
    shade: whole(AREA.shade.least, AREA.shade.most),
    sessions,
  }),
  // Lines and grafts are not brushed.
  v.check((one) => isCovered(one) || (one.added === "" && one.erased === "")),
);

const areas = v.pipe(
  v.array(area),
  v.maxLength(MOST_AREAS),
  v.check((all) => new Set(all.map(({ id }) => id)).size === all.length),
);

const plan = v.object({
  hairline: v.object({
    shape: v.picklist(hairlineShapes),
    cover: v.picklist(covers),
    points: v.object({ mid: point, templeLeft: point, templeRight: point, peakLeft: point, peakRight: point }),
    finish: v.nullable(v.object({ front: fade, sides: fade })),
    rest: v.nullable(rest),
    drawn: v.nullable(drawn),
    uneven: within(UNEVEN),
  }),
  areas,
  density: within(DENSITY),
  shades: v.strictTuple([shade, shade, shade]),
  shadeBy: v.picklist(choosers),
  undertone: v.picklist(undertones),
  turns: v.boolean(),
  dot: v.object({
    diameter: within(DOT.diameter),
    strength: within(DOT.strength),
    variation: within(DOT.variation),
    needleDepth: within(DOT.needleDepth),
    along: within(DOT.along),
  }),
  edition: v.picklist(editions),
});

/** A place at the head's side, mm; where it lies on the head is asked against that. */
const besideHead = v.object({ y: between(-300, 100), z: between(-150, 150) });

const document = v.object({
  seed: whole(0, 4294967295),
  vault: v.object({
    halfLength: between(35, 240),
    halfBreadth: between(55, 100),
    height: between(35, 240),
    depth: between(35, 380),
    ear: v.object({ top: besideHead, lobe: besideHead }),
  }),
  scale,
  hair: v.nullable(v.picklist(hairColours)),
  growth: v.nullable(growth),
  matteSkin: v.boolean(),
  views: v.pipe(v.array(view), v.minLength(1), v.maxLength(MOST_VIEWS)),
  plans: v.tupleWithRest([plan], plan),
});

/** A document and nothing else of `content`, or the path of the first entry beyond the limits, "" for all of it. */
export function documentWithin(content: unknown): Result<Document, string> {
  const read = v.safeParse(document, content);
  if (!read.success) return err(v.getDotPath(read.issues[0]) ?? "");
  const where = misfit(read.output);
  return where === null ? ok(read.output) : err(where);
}

/** What is wrong only against the rest: asked of ratios, which stay when head and distances grow together. */
function misfit({ vault, views, plans }: Document): string | null {
  if (!isHead(vault)) return "vault";
  const photos = views.map(({ photo }) => photo);
  const twice = photos.findIndex((photo, i) => photos.indexOf(photo) < i);
  if (twice >= 0) return `views.${twice}.photo`;
  const inside = views.findIndex(({ pose }) => !isOutside(vault, pose));
  if (inside >= 0) return `views.${inside}.pose`;
  const undrawn = plans.findIndex(({ hairline }) => !canBeDrawn(vault, hairline));
  return undrawn < 0 ? null : `plans.${undrawn}.hairline`;
}

/** The widest ratios of the lengths that versions 1 to 5 took; and of the lower half, which version 8 brought. */
function isHead({ halfLength, halfBreadth, height, depth, ear }: Vault): boolean {
  const long = halfLength / halfBreadth;
  const high = height / halfBreadth;
  const deep = depth / height;
  return long > 0.69 && long < 2.37 && high > 0.64 && high < 2.28 && deep >= 1 && deep < 2.5 && isEar(ear, depth);
}

/** Upright, and no longer than a head is deep. */
const isEar = ({ top, lobe }: Vault["ear"], depth: Millimetres): boolean =>
  top.y - lobe.y > 0.15 * depth && top.y - lobe.y < depth && lobe.y > -depth;

/** Versions 1 to 5 took cameras from 150 mm on from heads of 130 mm at most. */
const isOutside = ({ halfLength, halfBreadth, height }: Vault, { z }: View["pose"]): boolean =>
  z > 1.15 * Math.max(halfLength, halfBreadth, height);
