/* Where the photo lies on the stage: laws of fitting, zooming and panning. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  atHome,
  fitScale,
  fitted,
  limited,
  panned,
  scaleLimits,
  toPhoto,
  toStage,
  zoomedAbout,
} from "../../src/editor/viewport.ts";

const side = fc.integer({ min: 64, max: 6000 });
const size = fc.record({ width: side, height: side });
const stageSize = fc.record({
  width: fc.integer({ min: 200, max: 3000 }),
  height: fc.integer({ min: 200, max: 2000 }),
});
const point = fc.record({ x: fc.integer({ min: -500, max: 3500 }), y: fc.integer({ min: -500, max: 3500 }) });

describe("a viewport", () => {
  test("that fits shows the whole photo, in the middle", () => {
    fc.assert(
      fc.property(stageSize, size, (stage, photo) => {
        const fit = fitted(stage, photo);
        const corner = toStage(fit, { x: photo.width, y: photo.height });
        expect(fit.x).toBeGreaterThanOrEqual(0);
        expect(fit.y).toBeGreaterThanOrEqual(0);
        expect(corner.x).toBeLessThanOrEqual(stage.width);
        expect(corner.y).toBeLessThanOrEqual(stage.height);
        // Half a thousandth of a pixel: rounding only.
        expect(fit.x + corner.x).toBeCloseTo(stage.width, 3);
        expect(fit.y + corner.y).toBeCloseTo(stage.height, 3);
      }),
    );
  });

  test("keeps the point under the pointer when zooming, as long as no limit stands in the way", () => {
    fc.assert(
      fc.property(stageSize, size, fc.double({ min: 0.5, max: 4, noNaN: true }), (stage, photo, factor) => {
        const start = fitted(stage, photo);
        const about = { x: stage.width / 2, y: stage.height / 2 };
        const next = zoomedAbout(start, about, factor, stage, photo);
        const before = toPhoto(start, about);
        const after = toPhoto(next, about);
        // A thousandth of a photo pixel.
        expect(after.x).toBeCloseTo(before.x, 3);
        expect(after.y).toBeCloseTo(before.y, 3);
      }),
    );
  });

  test("never leaves its limits, whatever is done to it", () => {
    fc.assert(
      fc.property(
        stageSize,
        size,
        fc.array(fc.tuple(point, fc.double({ min: 0.01, max: 100, noNaN: true }))),
        (stage, photo, moves) => {
          let viewport = fitted(stage, photo);
          for (const [at, factor] of moves) {
            viewport = panned(zoomedAbout(viewport, at, factor, stage, photo), at.x, at.y, stage, photo);
            const [least, most] = scaleLimits(stage, photo);
            expect(viewport.scale).toBeGreaterThanOrEqual(least);
            expect(viewport.scale).toBeLessThanOrEqual(most);
            const middle = toPhoto(viewport, { x: stage.width / 2, y: stage.height / 2 });
            expect(middle.x).toBeGreaterThanOrEqual(-1e-6);
            expect(middle.x).toBeLessThanOrEqual(photo.width + 1e-6);
            expect(middle.y).toBeGreaterThanOrEqual(-1e-6);
            expect(middle.y).toBeLessThanOrEqual(photo.height + 1e-6);
          }
        },
      ),
    );
  });

  test("first shows the head where it is known, and else the whole photo", () => {
    const photo = { width: 1200, height: 1600 };
    const head = { left: 300, top: 150, width: 600, height: 750 };
    expect(atHome({ width: 1000, height: 800 }, photo, null)).toEqual(fitted({ width: 1000, height: 800 }, photo));
    const phone = { width: 390, height: 380 };
    const home = atHome(phone, photo, head);
    const [from, to] = [toStage(home, { x: 300, y: 150 }), toStage(home, { x: 900, y: 900 })];
    expect(Math.min(from.x, from.y)).toBeGreaterThan(0);
    expect(to.x).toBeLessThan(phone.width);
    expect(to.y).toBeLessThan(phone.height);
    expect(home.scale).toBeGreaterThan(1.4 * fitScale(phone, photo));
  });

  test("within its limits is left as it is", () => {
    const stage = { width: 1000, height: 800 };
    const photo = { width: 1200, height: 1600 };
    const viewport = { scale: fitScale(stage, photo) * 2, x: 10, y: -30 };
    expect(limited(viewport, stage, photo)).toEqual(viewport);
  });

  test("goes from half the fitting scale to 16 screen pixels per photo pixel", () => {
    expect(scaleLimits({ width: 1000, height: 800 }, { width: 2000, height: 2000 })).toEqual([
      fitScale({ width: 1000, height: 800 }, { width: 2000, height: 2000 }) / 2,
      16,
    ]);
  });
});
