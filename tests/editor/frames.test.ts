/* Which part of the photo is asked for: fine enough for the screen, never more than there is. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levelSize } from "../../src/core/photo/pyramid.ts";
import { baseFrame, detailFrame, levelFor } from "../../src/editor/frames.ts";
import { fitted, toPhoto, zoomedAbout } from "../../src/editor/viewport.ts";

const side = fc.integer({ min: 64, max: 6000 });
const size = fc.record({ width: side, height: side });
const stageSize = fc.record({
  width: fc.integer({ min: 200, max: 3000 }),
  height: fc.integer({ min: 200, max: 2000 }),
});
const LEVELS = 6;
/** The grid that edges of a close-up lie on, in pixels of its level. */
const STEP = 128;

describe("a frame", () => {
  test("is of the coarsest level whose pixels are not larger than the screen's", () => {
    expect(levelFor(1, 1, LEVELS)).toBe(0);
    expect(levelFor(0.51, 1, LEVELS)).toBe(0);
    expect(levelFor(0.5, 1, LEVELS)).toBe(1);
    expect(levelFor(0.5, 2, LEVELS)).toBe(0);
    expect(levelFor(0.1, 1, LEVELS)).toBe(3);
    expect(levelFor(0.0001, 1, LEVELS)).toBe(LEVELS - 1);
    expect(levelFor(9, 1, LEVELS)).toBe(0);
  });

  test("of the base is the whole photo at its level", () => {
    const frame = baseFrame({ width: 800, height: 600 }, { width: 4001, height: 3001 }, 1, LEVELS);
    expect(frame).toEqual({ level: 2, left: 0, top: 0, width: levelSize(4001, 2), height: levelSize(3001, 2) });
  });

  test("of a close-up lies within the photo and covers what is in view of it, and little more", () => {
    fc.assert(
      fc.property(stageSize, size, fc.double({ min: 1, max: 30, noNaN: true }), (stage, photo, factor) => {
        const about = { x: stage.width / 3, y: stage.height / 4 };
        const viewport = zoomedAbout(fitted(stage, photo), about, factor, stage, photo);
        const frame = detailFrame(viewport, stage, photo, 1, LEVELS);
        fc.pre(frame !== null);
        const whole = { width: levelSize(photo.width, frame.level), height: levelSize(photo.height, frame.level) };
        expect(frame.left).toBeGreaterThanOrEqual(0);
        expect(frame.top).toBeGreaterThanOrEqual(0);
        expect(frame.left + frame.width).toBeLessThanOrEqual(whole.width);
        expect(frame.top + frame.height).toBeLessThanOrEqual(whole.height);
        const pixel = 2 ** frame.level;
        const from = toPhoto(viewport, { x: 0, y: 0 });
        const to = toPhoto(viewport, { x: stage.width, y: stage.height });
        expect(frame.left).toBeLessThanOrEqual(Math.max(0, from.x / pixel));
        expect(frame.top).toBeLessThanOrEqual(Math.max(0, from.y / pixel));
        expect(frame.left + frame.width).toBeGreaterThanOrEqual(Math.min(whole.width, Math.floor(to.x / pixel)));
        expect(frame.top + frame.height).toBeGreaterThanOrEqual(Math.min(whole.height, Math.floor(to.y / pixel)));
        // And little more: less than a step of the grid to each side, so that a pan does not ask for the whole photo.
        expect(frame.left).toBeGreaterThan(Math.max(0, from.x / pixel) - STEP);
        expect(frame.top).toBeGreaterThan(Math.max(0, from.y / pixel) - STEP);
        expect(frame.left + frame.width).toBeLessThan(Math.min(whole.width, to.x / pixel) + STEP);
        expect(frame.top + frame.height).toBeLessThan(Math.min(whole.height, to.y / pixel) + STEP);
      }),
    );
  });

  test("of a close-up is not asked for where the base is as fine already", () => {
    const stage = { width: 1600, height: 1200 };
    const photo = { width: 1000, height: 800 };
    const close = zoomedAbout(fitted(stage, photo), { x: 800, y: 600 }, 6, stage, photo);
    expect(detailFrame(close, stage, photo, 1, LEVELS)).toBeNull();
  });
});
