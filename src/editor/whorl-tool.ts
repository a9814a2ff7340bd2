/* Where the whorl lies from which all hair grows: one handle, and short strokes that show which way hair lies then. It
   belongs to the head, so that every photo has it; the strokes are the editor's and stand in no picture. */

import type { Point2, Vec3 } from "../core/geometry/vector.ts";
import { type Growth, wayOfHair, withWhorl } from "../core/head/growth.ts";
import { scalpDirection } from "../core/head/scalp.ts";
import { scalpAt } from "../core/head/scalp-extent.ts";
import { type Surface, alongSkin, surfaceOf } from "../core/head/surface.ts";
import { type Vault, vaultPoint } from "../core/head/vault.ts";
import { walk } from "../core/head/walk.ts";
import { memoised } from "../core/memo.ts";
import type { Document } from "../core/plan/document.ts";
import { type Scene, headOf } from "../core/plan/scene.ts";
import { saying, words } from "../words/words.ts";
import { type Line, type Moved, type Tool, freely } from "./tool.ts";

/** Cosine of incidence from which the whorl can be set, and from which a stroke is worth its ink. */
const SEEN = 0.15;
const SHOWN = 0.3;
/** From one stroke to the next in the scalp's chart, about 15 mm, and how long each is, mm. */
const APART = 0.155;
const LONG = 11;

/** Rows of places over the whole scalp, each shifted against the one before. */
const places: readonly Vec3[] = Array.from({ length: 27 * 24 }, (_, i): readonly [number, number] => {
  const row = Math.floor(i / 24);
  return [((i % 24) - 11.5 + (row % 2) / 2) * APART, (row - 13) * APART * 0.87];
})
  .filter(([u, v]) => u * u + v * v < 3.2)
  .map(([u, v]) => scalpDirection(u, v));

/** Whether hair grows at a place, mm: on the scalp, but not on the forehead. */
const bearsHair = ([x, y, z]: Vec3): boolean => scalpAt([x, y, z]) && (z < 50 || y > 45);

/** Ways of hair over a head: the same for all photos of it, as long as its whorl stays. */
const waysOn = memoised((vault: Vault, growth: Growth): readonly (readonly Vec3[])[] =>
  places.filter((d) => bearsHair(vaultPoint(vault, d))).map((d) => wayOfHair(vault, growth, d, LONG)),
);

/** A stroke with a barb at its end, which tells root from tip; null where it is turned away. */
function strokeOf(surface: Surface, way: readonly Vec3[]): readonly Point2[] | null {
  const seen = way.map((d) => surface.toImage(d));
  if (seen.some(({ facing }) => facing < SHOWN)) return null;
  const points = seen.map(({ x, y }) => ({ x, y }));
  const [before, tip] = points.slice(-2);
  const [dx, dy] = [tip.x - before.x, tip.y - before.y];
  const barb = (side: number): Point2 => ({
    x: tip.x - 0.6 * dx - side * 0.4 * dy,
    y: tip.y - 0.6 * dy + side * 0.4 * dx,
  });
  return [...points, barb(1), tip, barb(-1)];
}

function strokesOn(surface: Surface, growth: Growth): readonly Line[] {
  return waysOn(surface.vault, growth).flatMap((way, i) => {
    const points = strokeOf(surface, way);
    return points ? [{ id: `hair-${i}`, strong: false, hair: true, points }] : [];
  });
}

/** Whether this photo shows the whorl; false where nothing is known of one. */
export function showsWhorl(scene: Scene): boolean {
  const { growth } = scene.document;
  const { vault, view } = headOf(scene);
  return growth !== null && surfaceOf(vault, view).toImage(growth.whorl).facing > SEEN;
}

function movedTo(document: Document, before: Growth, d: Vec3): Moved {
  const { growth, whole } = withWhorl(before, d);
  return { document: { ...document, growth }, stopped: whole ? null : saying("news.whorl") };
}

export const whorlTool: Tool = {
  name: "whorl",
  handles(scene) {
    const { growth } = scene.document;
    if (!growth || !showsWhorl(scene)) return [];
    const { vault, view } = headOf(scene);
    const { x, y } = surfaceOf(vault, view).toImage(growth.whorl);
    return [{ id: "whorl", label: words("handle.whorl.middle"), at: { x, y } }];
  },
  lines(scene) {
    const { growth } = scene.document;
    const { vault, view } = headOf(scene);
    return growth ? strokesOn(surfaceOf(vault, view), growth) : [];
  },
  moved(scene, _id, to) {
    const { growth } = scene.document;
    if (!growth) return freely(scene.document);
    const { vault, view } = headOf(scene);
    return movedTo(scene.document, growth, surfaceOf(vault, view).fromImage(to));
  },
  stepped(scene, _id, towards, mm) {
    const { growth } = scene.document;
    if (!growth) return freely(scene.document);
    const { vault, view } = headOf(scene);
    const to = walk(vault, growth.whorl, alongSkin(surfaceOf(vault, view), growth.whorl, towards), mm);
    return movedTo(scene.document, growth, to);
  },
};
