/* Documents of every kind within the limits that files keep, most of them such as no client has. */
import * as fc from "fast-check";
import { maleVault } from "../../../src/core/head/vault.ts";
import { STROKE_RADIUS, hairKinds } from "../../../src/core/head/hair-strokes.ts";
import { BACK, isWhorl, turns } from "../../../src/core/head/growth.ts";
import { OUTLINE_RAYS, type View, aspects, contentName, crcName } from "../../../src/core/head/view.ts";
import { AREA, type Area, LONGEST_NAME, areaKinds, isCovered } from "../../../src/core/hairline/areas.ts";
import { cellText } from "../../../src/core/hairline/cell-text.ts";
import { type Cells, SIDE, cellsOfRuns, union } from "../../../src/core/hairline/cells.ts";
import { FADE } from "../../../src/core/hairline/finish.ts";
import { covers, hairlineOfShape, hairlineShapes } from "../../../src/core/hairline/hairline.ts";
import { DOT } from "../../../src/core/pigment/dot.ts";
import { hairColours } from "../../../src/core/pigment/hair-colour.ts";
import { PARTS } from "../../../src/core/pigment/shades.ts";
import { undertones } from "../../../src/core/pigment/undertone.ts";
import { type Document, grownDocument } from "../../../src/core/plan/document.ts";
import { DENSITY, type Plan, choosers } from "../../../src/core/plan/plan.ts";

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const within = ({ least, most }: { readonly least: number; readonly most: number }) => number(least, most);
const sha256 = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""));

export const anyPhotoName = fc.oneof(sha256.map(contentName), fc.nat(0xffffffff).map(crcName), fc.constant("unnamed"));

const pixel = fc.record({ x: number(-1e5, 1e5), y: number(-1e5, 1e5) });
const ruler = fc.record({ from: pixel, to: pixel });
const cut = fc.array(pixel, { minLength: 3, maxLength: 24 });
const stroke = fc.record({
  kind: fc.constantFrom(...hairKinds),
  radius: within(STROKE_RADIUS),
  points: fc.array(pixel, { minLength: 1, maxLength: 12 }),
});
const direction = fc
  .tuple(number(-1, 1), number(-1, 1), number(-1, 1))
  .filter((d) => Math.hypot(...d) > 0.01)
  .map(([x, y, z]): readonly [number, number, number] => {
    const size = Math.hypot(x, y, z);
    return [x / size, y / size, z / size];
  });

/** Some rows of runs, one by one below each other, and others laid over them. */
const runs: fc.Arbitrary<Cells> = fc
  .record({
    top: fc.integer({ min: 0, max: SIDE - 12 }),
    rows: fc.array(fc.tuple(fc.nat(SIDE - 1), fc.nat(300)), { maxLength: 12 }),
  })
  .map(({ top, rows }) =>
    cellsOfRuns(rows.map(([from, many], i) => ({ row: top + i, from, to: Math.min(SIDE, from + many) }))),
  );
export const anyCells = fc.array(runs, { maxLength: 3 }).map((all) => all.reduce(union, { top: 0, rows: [] }));

const anyView: fc.Arbitrary<View> = fc.record({
  photo: anyPhotoName,
  aspect: fc.constantFrom(...aspects),
  camera: fc.record({
    width: fc.integer({ min: 1, max: 789_062 }),
    height: fc.nat(65_534).map((n) => n + 1),
    focal: number(1, 1e8),
  }),
  pose: fc.record({
    yaw: number(-360, 360),
    pitch: number(-180, 180),
    roll: number(-360, 360),
    x: number(-1e5, 1e5),
    y: number(-1e5, 1e5),
    z: number(150, 1e5),
  }),
  outline: fc.array(number(0.6, 1.6), { minLength: OUTLINE_RAYS, maxLength: OUTLINE_RAYS }),
  traced: fc.boolean(),
  fittedBy: fc.constantFrom("guess", "face", "person", "known"),
  eyes: fc.option(fc.record({ pupils: number(0, 1e5), iris: number(0, 1e5) })),
  ruler: fc.option(ruler),
  cuts: fc.array(cut, { maxLength: 6 }),
  hair: fc.option(fc.array(stroke, { maxLength: 4 })),
  patch: fc.option(fc.record({ ends: ruler, mm: number(0.1, 1000), area: cut })),
  nudges: fc.array(fc.record({ at: direction, to: direction }), { maxLength: 12 }),
  skinAt: fc.option(pixel),
  neutralAt: fc.option(pixel),
  person: fc.option(anyCells.map(cellText)),
  softness: number(0.5, 8),
});

const shade = fc.record({
  parts: fc.integer({ min: PARTS.least, max: PARTS.most }),
  name: fc.string({ unit: "grapheme", maxLength: 60 }).filter(({ length }) => length <= 60),
});

const anyFade = fc.record({
  edge: within(FADE.edge),
  transition: within(FADE.transition),
  stray: within(FADE.stray),
  macro: within(FADE.macro),
  micro: within(FADE.micro),
  strays: fc.option(within(FADE.strays)),
  finer: within(FADE.finer),
  fainter: within(FADE.fainter),
});
export const anyFinish = fc.record({ front: anyFade, sides: anyFade });

const anyArea: fc.Arbitrary<Area> = fc
  .record({
    id: fc.nat(99_999).map(String),
    kind: fc.constantFrom(...areaKinds),
    name: fc.string({ maxLength: LONGEST_NAME }),
    points: fc.array(direction, { maxLength: 8 }),
    added: anyCells.map(cellText),
    erased: anyCells.map(cellText),
    mirrored: fc.boolean(),
    width: number(AREA.graft.least, AREA.parting.most),
    softness: within(AREA.softness),
    density: within(AREA.density),
    shade: fc.integer({ min: AREA.shade.least, max: AREA.shade.most }),
    sessions: fc
      .uniqueArray(number(AREA.share.least, 0.99), { maxLength: 3 })
      .map((shares) => [...shares.toSorted((a, b) => a - b), 1]),
  })
  .map((area) => (!isCovered(area) ? { ...area, added: "", erased: "" } : area));
const anyAreas = fc.uniqueArray(anyArea, { maxLength: 3, selector: ({ id }) => id });

const anyPlan: fc.Arbitrary<Plan> = fc.record({
  hairline: fc
    .tuple(fc.constantFrom(...hairlineShapes), fc.constantFrom(...covers), number(45, 120), fc.option(anyFinish))
    .map(([shape, cover, height, finish]) => ({ ...hairlineOfShape(maleVault, shape, cover, height), finish })),
  areas: anyAreas,
  density: within(DENSITY),
  shades: fc.tuple(shade, shade, shade),
  shadeBy: fc.constantFrom(...choosers),
  undertone: fc.constantFrom(...undertones),
  turns: fc.boolean(),
  dot: fc.record({
    diameter: within(DOT.diameter),
    strength: within(DOT.strength),
    variation: within(DOT.variation),
    needleDepth: within(DOT.needleDepth),
    along: within(DOT.along),
  }),
  edition: fc.constantFrom(1, 2),
});

const anyScale = (photo: fc.Arbitrary<string>): fc.Arbitrary<Document["scale"]> =>
  fc.oneof(
    fc.record({ source: fc.constant("head" as const), mm: number(100, 230), percent: number(0, 100) }),
    fc.record({ source: fc.constantFrom("face" as const, "iris" as const), photo }),
    fc.record({ source: fc.constant("pupils" as const), photo, mm: number(40, 90) }),
    fc.record({ source: fc.constant("ruler" as const), photo, mm: number(1, 600) }),
  );

export const anyDocument: fc.Arbitrary<Document> = fc
  .uniqueArray(anyView, { minLength: 1, maxLength: 3, selector: ({ photo }) => photo })
  .chain((views) =>
    fc.record({
      seed: fc.nat(0xffffffff),
      vault: fc.constant(maleVault),
      scale: anyScale(fc.constantFrom(...views.map(({ photo }) => photo))),
      hair: fc.option(fc.constantFrom(...hairColours)),
      growth: fc.option(
        fc.record({ whorl: direction.filter(isWhorl), turn: fc.constantFrom(...turns), back: within(BACK) }),
      ),
      matteSkin: fc.boolean(),
      views: fc.constant(views),
      plans: fc.tuple(anyPlan, fc.array(anyPlan, { maxLength: 1 })).map(([first, rest]) => [first, ...rest] as const),
      times: number(0.82, 1.09),
    }),
  )
  .map(({ times, plans, ...rest }) => grownDocument({ ...rest, plans: [...plans] as [Plan, ...Plan[]] }, times));
