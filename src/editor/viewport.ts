/* Where the photo lies on the stage: a scale and a shift, and how far they may go. Pure arithmetic; the store around it
   is viewfinder.ts. Stage lengths are CSS pixels. */

import type { Point2 } from "../core/geometry/vector.ts";

export type Size = { readonly width: number; readonly height: number };

/** Stage = scale × photo + (x, y). */
export type Viewport = { readonly scale: number; readonly x: number; readonly y: number };

/** Air around a photo that fits the window: 3 % of the shorter side, at most 28 px. */
const margin = (stage: Size): number => Math.min(28, 0.03 * Math.min(stage.width, stage.height));

/** Scale at which the whole photo is seen, with a little air around it. */
export function fitScale(stage: Size, photo: Size): number {
  const air = 2 * margin(stage);
  return Math.min(Math.max(1, stage.width - air) / photo.width, Math.max(1, stage.height - air) / photo.height);
}

/**
 * Least and greatest scale: half the fitting one to 16 px per photo pixel (or twice the fitting one for tiny photos).
 */
export function scaleLimits(stage: Size, photo: Size): readonly [least: number, most: number] {
  const fit = fitScale(stage, photo);
  return [fit / 2, Math.max(16, fit * 2)];
}

/** The whole photo in the middle of the stage. */
export function fitted(stage: Size, photo: Size): Viewport {
  const scale = fitScale(stage, photo);
  return { scale, x: (stage.width - scale * photo.width) / 2, y: (stage.height - scale * photo.height) / 2 };
}

/** A part of a photo, photo pixels. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/**
 * How much of the stage the head fills when a photo is first seen:
 * most of a narrow one (a phone), less of a wide one. CSS px.
 */
const NARROW = 600;
const share = (stage: Size): number => (stage.width < NARROW ? 0.86 : 0.68);

/**
 * Where a photo is first seen: whole, or, where its head is known for
 * certain, near enough to see dots. Never farther away than whole.
 */
export function atHome(stage: Size, photo: Size, head: Box | null): Viewport {
  const whole = fitted(stage, photo);
  if (!head) return whole;
  const scale = Math.max(whole.scale, share(stage) * Math.min(stage.width / head.width, stage.height / head.height));
  const x = stage.width / 2 - scale * (head.left + head.width / 2);
  const y = stage.height / 2 - scale * (head.top + head.height / 2);
  return scale === whole.scale ? whole : limited({ scale, x, y }, stage, photo);
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** The nearest allowed viewport: scale within its limits, and the middle of the stage stays over the photo. */
export function limited(viewport: Viewport, stage: Size, photo: Size): Viewport {
  const [least, most] = scaleLimits(stage, photo);
  const scale = clamp(viewport.scale, least, most);
  const along = (shift: number, room: number, side: number): number => clamp(shift, room / 2 - scale * side, room / 2);
  return {
    scale,
    x: along(viewport.x, stage.width, photo.width),
    y: along(viewport.y, stage.height, photo.height),
  };
}

/**
 * Zoomed by a factor so that the photo point under `about` (stage) stays where it is, unless a limit stands in the way.
 */
export function zoomedAbout(viewport: Viewport, about: Point2, factor: number, stage: Size, photo: Size): Viewport {
  const [least, most] = scaleLimits(stage, photo);
  const scale = clamp(viewport.scale * factor, least, most);
  const k = scale / viewport.scale;
  return limited(
    { scale, x: about.x - k * (about.x - viewport.x), y: about.y - k * (about.y - viewport.y) },
    stage,
    photo,
  );
}

export function panned(viewport: Viewport, dx: number, dy: number, stage: Size, photo: Size): Viewport {
  return limited({ ...viewport, x: viewport.x + dx, y: viewport.y + dy }, stage, photo);
}

export const toStage = (viewport: Viewport, p: Point2): Point2 => ({
  x: viewport.scale * p.x + viewport.x,
  y: viewport.scale * p.y + viewport.y,
});

export const toPhoto = (viewport: Viewport, p: Point2): Point2 => ({
  x: (p.x - viewport.x) / viewport.scale,
  y: (p.y - viewport.y) / viewport.scale,
});
