/* Which part of the photo, and how fine, the stage has room for. The whole photo at one level is the base; when zoomed
   in, a finer cut of what is in view lies over it. */

import { levelSize } from "../core/photo/pyramid.ts";
import type { Frame } from "../core/picture/frame-sheets.ts";
import type { Size, Viewport } from "./viewport.ts";
import { fitScale } from "./viewport.ts";

/** Edges of a cut lie on this grid, so that a small pan asks for nothing new. Level pixels. */
const GRID = 128;

/** The finest level worth drawing: one of its pixels is at most one device pixel, if the photo has that many. */
export function levelFor(scale: number, dpr: number, levels: number): number {
  const level = Math.floor(Math.log2(1 / (scale * dpr)) + 1e-9);
  return Math.min(Math.max(level, 0), levels - 1);
}

const sizeAt = (photo: Size, level: number): Size => ({
  width: levelSize(photo.width, level),
  height: levelSize(photo.height, level),
});

/** The whole photo, as fine as it is seen when it fits the window. */
export function baseFrame(stage: Size, photo: Size, dpr: number, levels: number): Frame {
  const level = levelFor(fitScale(stage, photo), dpr, levels);
  return { level, left: 0, top: 0, ...sizeAt(photo, level) };
}

/** What is in view and a little around it, where finer pixels than the base's are there to be seen; else null. */
export function detailFrame(viewport: Viewport, stage: Size, photo: Size, dpr: number, levels: number): Frame | null {
  const level = levelFor(viewport.scale, dpr, levels);
  if (level >= baseFrame(stage, photo, dpr, levels).level) return null;
  const size = sizeAt(photo, level);
  const pixel = viewport.scale * 2 ** level;
  const span = (shift: number, room: number, side: number): readonly [from: number, length: number] => {
    const from = Math.max(0, GRID * Math.floor(-shift / pixel / GRID));
    const to = Math.min(side, GRID * Math.ceil((room - shift) / pixel / GRID));
    return [Math.min(from, side - 1), Math.max(1, to - from)];
  };
  const [left, width] = span(viewport.x, stage.width, size.width);
  const [top, height] = span(viewport.y, stage.height, size.height);
  return { level, left, top, width: Math.min(width, size.width - left), height: Math.min(height, size.height - top) };
}
