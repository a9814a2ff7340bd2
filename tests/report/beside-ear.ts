/* Where a plan's treated edge runs about an ear in a view from the side, and where it ends at the nape, against real
   work (54 photos, relative to ear and lobe, good to 15 %). The edge is where half of the density stands. */
import { scalpChart } from "../../src/core/head/scalp.ts";
import { onHead } from "../../src/core/head/scale.ts";
import type { Surface } from "../../src/core/head/surface.ts";
import { type Vault, vaultPoint } from "../../src/core/head/vault.ts";
import { type Point2, unit } from "../../src/core/geometry/vector.ts";
import type { Region } from "../../src/core/hairline/region.ts";
import type { Millimetres } from "../../src/core/units.ts";

/** An ear in a picture, px: its top and lowest point, the tragus, how far it reaches to both sides at mid height. */
export type Ear = Readonly<Record<"top" | "lobe" | "tragus" | "front" | "back", Point2>>;

/** The bare skin over and behind an ear; the sideburn's end above the tragus; its front's distance before the ear. */
export const earParts = ["overEar", "behindEar", "sideburnEnd", "beforeEar"] as const;
export type EarPart = (typeof earParts)[number];
export const edgeParts = [...earParts, "nape"] as const;
export type EdgePart = (typeof edgeParts)[number];

/**
 * As real work has them, mm, least and most. A sideburn ends between tragus and lobe, or goes on into the beard; the
 * nape's half density lies so far below the lobe.
 */
const REAL: Readonly<Record<EdgePart, readonly [Millimetres, Millimetres]>> = {
  overEar: [0, 5],
  behindEar: [0, 10],
  sideburnEnd: [-60, 0],
  beforeEar: [0, 5],
  nape: [22, 27],
};

/** Looked for no farther than this, and taken for so far where nothing is found. */
const FARTHEST: Millimetres = 60;
const STEP: Millimetres = 0.5;
/** The skin before an ear in which a sideburn stands. */
const STRIP: Millimetres = 15;

/** How far a measure lies off real work. */
export const offReal = (part: EdgePart, mm: Millimetres): Millimetres =>
  Math.max(0, REAL[part][0] - mm, mm - REAL[part][1]);

/** Share of the density that a view shows at a place of its picture; none beside the head. */
export const shareIn =
  (surface: Surface, region: Region) =>
  (p: Point2): number => {
    if (!onHead(surface, p)) return 0;
    const { u, v } = scalpChart(surface.fromImage(p));
    return region.share(u, v);
  };

/** The edge about an ear, mm, in a picture of `perMm` px to the millimetre there. */
export function besideEar(share: (p: Point2) => number, ear: Ear, perMm: number): Record<EarPart, Millimetres> {
  const { top, lobe, tragus, front, back } = ear;
  const face = Math.sign(front.x - back.x);
  const treated = (x: number, y: number): boolean => share({ x, y }) >= 0.5;
  const reached = ({ x, y }: Point2, dx: number, dy: number): Millimetres => {
    for (let far = 0; far < FARTHEST; far += STEP) if (treated(x + far * dx * perMm, y + far * dy * perMm)) return far;
    return FARTHEST;
  };
  let end = top.y - FARTHEST * perMm;
  for (let beside = 0; beside <= STRIP; beside += 1) {
    const x = front.x + face * beside * perMm;
    for (let y = end; y <= lobe.y + FARTHEST * perMm; y += STEP * perMm) if (treated(x, y)) end = y;
  }
  return {
    overEar: reached(top, 0, -1),
    behindEar: reached(back, -face, 0),
    sideburnEnd: (tragus.y - end) / perMm,
    beforeEar: reached({ x: front.x, y: end - 3 * perMm }, face, 0),
  };
}

/**
 * How far below the lobe half of the density ends on the midline of the nape; `lobe`: its height in the head's frame.
 */
export function napeBelow(vault: Vault, region: Region, lobe: Millimetres): Millimetres {
  const place = (degrees: number) => {
    const turn = (degrees * Math.PI) / 180;
    return unit([0, -Math.sin(turn), -Math.cos(turn)]);
  };
  let lowest = 0;
  for (let degrees = 0; degrees < 89; degrees += 0.25) {
    const { u, v } = scalpChart(place(degrees));
    if (region.share(u, v) >= 0.5) lowest = degrees;
  }
  return lobe - vaultPoint(vault, place(lowest))[1];
}
