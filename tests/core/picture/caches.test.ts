/* The law of all derived values: whatever was edited, looked at and undone before, the picture by way of what is kept
   is the picture from scratch, byte for byte. */
import * as fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { withEqualParts } from "../../../src/core/equal-parts.ts";
import type { Vault } from "../../../src/core/head/vault.ts";
import { memoised } from "../../../src/core/memo.ts";
import type { Edition } from "../../../src/core/pigment/edition.ts";
import { unit } from "../../../src/core/geometry/vector.ts";
import { turns } from "../../../src/core/head/growth.ts";
import { scalpDirection } from "../../../src/core/head/scalp.ts";
import { bareOutline, plainView, type View } from "../../../src/core/head/view.ts";
import { brushed, newArea } from "../../../src/core/hairline/areas.ts";
import { brushCells } from "../../../src/core/hairline/brush.ts";
import { hairlineShapes, withShape } from "../../../src/core/hairline/hairline.ts";
import { type PixelBuffer, pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { pyramidOf } from "../../../src/core/photo/pyramid.ts";
import { moments } from "../../../src/core/pigment/healing.ts";
import { undertones } from "../../../src/core/pigment/undertone.ts";
import { type DrawnFrame, type Frame, createFrameSheets } from "../../../src/core/picture/frame-sheets.ts";
import { type HeadFollicles, createHeadFollicles, folliclesOf } from "../../../src/core/picture/head-follicles.ts";
import { specularOf } from "../../../src/core/picture/light.ts";
import { NOTHING_OVER } from "../../../src/core/picture/over-ink.ts";
import { createPlanInView } from "../../../src/core/picture/plan-in-view.ts";
import { type Document, newDocument, withPhoto, withScale } from "../../../src/core/plan/document.ts";
import { usualPlan } from "../../../src/core/plan/plan.ts";
import { type Scene, planOf, sceneOf, viewOf } from "../../../src/core/plan/scene.ts";
import { createSession } from "../../../src/store/session.ts";
import { plainPhoto } from "../../store/plain-photo.ts";

const [WIDE, HIGH] = [96, 128];
const MOST_DENSITY = 40;

function photoPixels(salt: number): PixelBuffer {
  const photo = pixelBuffer(WIDE, HIGH);
  for (let i = 0; i < photo.data.length; i++)
    photo.data[i] = i % 4 === 3 ? 255 : 70 + ((i * (31 + salt) + (i >> 7)) % 160);
  return photo;
}
const levels: Readonly<Record<string, readonly PixelBuffer[]>> = {
  a: pyramidOf(photoPixels(0)),
  b: pyramidOf(photoPixels(6)),
};

const view = (photo: string, yaw: number): View => ({
  ...plainView(
    "front",
    { width: WIDE, height: HIGH, focal: 200 },
    { yaw, pitch: -35, roll: 0, x: 0, y: 0, z: 500 },
    "known",
  ),
  photo,
});
const start = (): Document => withPhoto(newDocument(view("a", 0), { ...usualPlan(), density: 36 }), view("b", 30));

let head: HeadFollicles;
beforeAll(() => {
  head = createHeadFollicles(folliclesOf(start()));
  createPlanInView(head)(
    sceneOf(newDocument(view("a", 0), { ...usualPlan(), density: MOST_DENSITY })),
    NOTHING_OVER,
    () => false,
  );
});

const frames: readonly Frame[] = [
  { level: 0, left: 0, top: 0, width: WIDE, height: HIGH },
  { level: 0, left: 16, top: 8, width: 40, height: 32 },
];

/** A worker's renderer: what it keeps from one picture to the next, and its canvas. */
function createRenderer(head: HeadFollicles) {
  const planInView = createPlanInView(head);
  const sheets = createFrameSheets();
  // As the worker does: read once for a photo and its fit.
  const mirrored = memoised((of: PixelBuffer, vault: Vault, view: View, edition: Edition) =>
    specularOf(of, 1, vault, view, edition),
  );
  let known: Scene | null = null;
  const canvases = new WeakMap<object, Uint8ClampedArray>();
  return (asked: Scene, frame: Frame): Uint8ClampedArray => {
    // As it comes through the door: a copy.
    known = withEqualParts(known, structuredClone(asked));
    const scene = known;
    const { vault, matteSkin } = scene.document;
    const [pixels] = levels[scene.cursor.photo];
    const specular = matteSkin ? null : mirrored(pixels, vault, viewOf(scene), planOf(scene).edition);
    const drawn = sheets.draw(
      scene,
      planInView(scene, { specular, hair: null }, () => false),
      frame,
      pixels,
    );
    const canvas = canvases.get(drawn.of) ?? new Uint8ClampedArray(4 * frame.width * frame.height);
    canvases.set(drawn.of, canvas);
    lay(drawn, frame, canvas);
    return canvas;
  };
}

function lay({ painted, changed }: DrawnFrame, { width }: Frame, canvas: Uint8ClampedArray): void {
  if (!changed) return;
  for (let y = changed.top; y < changed.top + changed.height; y++) {
    const from = 4 * (painted.stride * y + changed.left);
    canvas.set(painted.data.subarray(from, from + 4 * changed.width), 4 * (width * y + changed.left));
  }
}

type Session = ReturnType<typeof createSession>;
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const half = fc.constantFrom(0, 1);
const act: fc.Arbitrary<(session: Session) => void> = fc.oneof(
  fc.integer({ min: 30, max: MOST_DENSITY }).map((density) => (s: Session) => s.plan({ density })),
  number(0.12, 0.6).map(
    (diameter) => (s: Session) => s.plan({ dot: { ...planOf(s.store.getState().scene!).dot, diameter } }),
  ),
  number(1, 1.4).map((along) => (s: Session) => {
    s.plan({ dot: { ...planOf(s.store.getState().scene!).dot, along } });
  }),
  fc.record({ x: number(-0.4, 0.4), turn: fc.constantFrom(...turns) }).map(({ x, turn }) => (s: Session) => {
    s.edit(({ document }) => ({ ...document, growth: { whorl: unit([x, 0.8, -0.6]), turn, back: 50 * x } }));
  }),
  fc.integer({ min: 4, max: 40 }).map(
    (parts) => (s: Session) =>
      s.edit(({ document }) => ({
        ...document,
        plans: [
          {
            ...document.plans[0],
            shades: [{ parts, name: "" }, document.plans[0].shades[1], document.plans[0].shades[2]],
          },
        ],
      })),
  ),
  fc.constantFrom(...undertones).map((undertone) => (s: Session) => s.plan({ undertone })),
  fc.constantFrom(1 as const, 2 as const).map((edition) => (s: Session) => s.plan({ edition })),
  fc.constantFrom(...hairlineShapes).map((shape) => (s: Session) => {
    const { document } = s.store.getState().scene!;
    s.plan({ hairline: withShape(document.vault, document.plans[0].hairline, shape) });
  }),
  fc
    .record({ at: number(0.2, 1.2), radius: number(1, 12), erasing: fc.boolean(), shade: fc.constantFrom(0, 1) })
    .map(({ at, radius, erasing, shade }) => (s: Session) => {
      const { vault, plans } = s.store.getState().scene!.document;
      const area = plans[0].areas.at(-1) ?? newArea("1", "area", "", true);
      const stroke = brushCells(vault, [{ d: scalpDirection(0.1, at), radius }]);
      s.plan({ areas: [{ ...brushed(area, stroke, erasing), shade }] });
    }),
  half.map((matte) => (s: Session) => s.edit(({ document }) => ({ ...document, matteSkin: matte === 1 }))),
  number(-20, 20).map((yaw) => (s: Session) => {
    const here = viewOf(s.store.getState().scene!);
    s.view({ pose: { ...here.pose, yaw } });
  }),
  number(0.9, 1.1).map((k) => (s: Session) => s.view({ outline: bareOutline.map((_, i) => (i < 9 ? k : 1)) })),
  number(0.5, 3).map((softness) => (s: Session) => s.view({ softness })),
  half.map(
    (cut) => (s: Session) =>
      s.view({
        cuts: cut
          ? [
              [
                { x: 40, y: 20 },
                { x: 60, y: 20 },
                { x: 50, y: 60 },
              ],
            ]
          : [],
      }),
  ),
  half.map(
    (near) => (s: Session) =>
      s.view({
        patch: near
          ? {
              ends: { from: { x: 10, y: 120 }, to: { x: 80, y: 120 } },
              mm: 30,
              area: [
                { x: 8, y: 8 },
                { x: 88, y: 8 },
                { x: 88, y: 110 },
                { x: 8, y: 110 },
              ],
            }
          : null,
      }),
  ),
  number(0, 90).map((x) => (s: Session) => s.view({ ruler: { from: { x, y: 3 }, to: { x: 90, y: 3 } } })),
  number(140, 165).map(
    (mm) => (s: Session) => s.edit(({ document }) => withScale(document, { source: "head", mm, percent: 3 })),
  ),
  fc.constantFrom("a", "b").map((photo) => (s: Session) => s.look({ photo })),
  fc.constantFrom(...moments).map((moment) => (s: Session) => s.look({ moment })),
  fc.constant((s: Session) => s.undo()),
  fc.constant((s: Session) => s.redo()),
  fc.constant((s: Session) => s.beginGesture()),
  fc.constant((s: Session) => s.endGesture()),
);

test("after any edits, looks and undos the picture by way of what is kept equals the picture from scratch", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(act, half), { minLength: 1, maxLength: 12 }), (acts) => {
      const session = createSession();
      session.open(plainPhoto("a", "a", WIDE, HIGH), new File([], "a"), sceneOf(start()), "line");
      const renderer = createRenderer(head);
      const pictures = acts.map(([run, which]) => {
        run(session);
        return renderer(session.store.getState().scene!, frames[which]);
      });
      // Every beginning of a sequence is a sequence too, so the last picture is enough to ask for.
      const fresh = createRenderer(createHeadFollicles(head.follicles));
      const scratch = fresh(session.store.getState().scene!, frames[acts.at(-1)![1]]);
      expect(Buffer.from(pictures.at(-1)!.buffer).equals(Buffer.from(scratch.buffer))).toBe(true);
    }),
    { numRuns: 16 },
  );
});
