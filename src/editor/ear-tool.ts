/* Where the ears stand: top and lobe of one that is seen from the side. Both ears are alike and belong to the head, so
   that every photo has them, and the line's edge round them goes with them. */

import type { Point2, Vec3 } from "../core/geometry/vector.ts";
import { type EarEnd, sideAt, withEarEnd } from "../core/head/ear.ts";
import { type Surface, alongSkin, surfaceOf } from "../core/head/surface.ts";
import { type Vault, vaultPoint } from "../core/head/vault.ts";
import { walk } from "../core/head/walk.ts";
import { wireOf } from "../core/head/wire.ts";
import { withEar } from "../core/plan/document.ts";
import { type Scene, headOf } from "../core/plan/scene.ts";
import { saying, words } from "../words/words.ts";
import { lineTool } from "./line-tool.ts";
import { type Moved, type Tool, freely } from "./tool.ts";

/** Cosine of incidence from which an ear is seen from the side. */
const FROM_SIDE = 0.45;

type Handle = { readonly end: EarEnd; readonly side: 1 | -1 };
const ends: Readonly<Record<string, Handle>> = {
  topLeft: { end: "top", side: 1 },
  lobeLeft: { end: "lobe", side: 1 },
  topRight: { end: "top", side: -1 },
  lobeRight: { end: "lobe", side: -1 },
};

function placeOf(vault: Vault, { end, side }: Handle): Vec3 {
  const { y, z } = vault.ear[end];
  const [dx, dy, dz] = sideAt(vault, y, z);
  return [side * dx, dy, dz];
}

/** Whether an ear is seen from the side there: by its lobe, which lies lower and flatter than its top. */
const isSeen = (surface: Surface, vault: Vault, handle: Handle): boolean =>
  surface.toImage(placeOf(vault, { ...handle, end: "top" })).facing > FROM_SIDE;

/** Whether this photo shows an ear from the side. */
export function showsEar(scene: Scene): boolean {
  const { vault, view } = headOf(scene);
  const surface = surfaceOf(vault, view);
  return Object.values(ends).some((handle) => isSeen(surface, vault, handle));
}

function movedTo(scene: Scene, { end }: Handle, d: Vec3): Moved {
  const { vault } = scene.document;
  const [, y, z] = vaultPoint(vault, d);
  const { ear, whole } = withEarEnd(vault, end, { y, z });
  return { document: withEar(scene.document, ear), stopped: whole ? null : saying("news.ear") };
}

export const earTool: Tool = {
  name: "ear",
  handles(scene) {
    const { vault, view } = headOf(scene);
    const surface = surfaceOf(vault, view);
    return Object.entries(ends).flatMap(([id, handle]) => {
      const { x, y } = surface.toImage(placeOf(vault, handle));
      return isSeen(surface, vault, handle) ? [{ id, label: words(`handle.ear.${handle.end}`), at: { x, y } }] : [];
    });
  },
  lines(scene) {
    const { vault, view } = headOf(scene);
    const { outline } = wireOf(vault, view);
    return [{ id: "outline", strong: false, points: outline }, ...lineTool.lines(scene)];
  },
  moved(scene, id, to) {
    const handle = ends[id];
    if (!handle) return freely(scene.document);
    const { vault, view } = headOf(scene);
    return movedTo(scene, handle, surfaceOf(vault, view).fromImage(to));
  },
  stepped(scene: Scene, id: string, towards: Point2, mm: number): Moved {
    const handle = ends[id];
    if (!handle) return freely(scene.document);
    const { vault, view } = headOf(scene);
    const d = placeOf(vault, handle);
    return movedTo(scene, handle, walk(vault, d, alongSkin(surfaceOf(vault, view), d, towards), mm));
  },
};
