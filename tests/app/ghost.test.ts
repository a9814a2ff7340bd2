/* The old photo on the camera's frame: whole in height, centred, never out of shape. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ghostPlace } from "../../src/app/camera/ghost.ts";

const size = fc.record({ width: fc.integer({ min: 64, max: 8000 }), height: fc.integer({ min: 64, max: 8000 }) });

describe("the place of the ghost", () => {
  it("is the whole frame for a photo of the camera's own shape, however large it is", () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 8 }), (frame, times) => {
        const photo = { width: frame.width * times, height: frame.height * times };
        const { left, width } = ghostPlace(photo, frame);
        expect(left).toBeCloseTo(0, 12);
        expect(width).toBeCloseTo(1, 12);
      }),
      { endOnFailure: true },
    );
  });

  it("keeps the photo's shape and its middle", () => {
    fc.assert(
      fc.property(size, size, (photo, frame) => {
        const { left, width } = ghostPlace(photo, frame);
        expect((width * frame.width) / frame.height / (photo.width / photo.height)).toBeCloseTo(1, 12);
        expect(left + width / 2).toBeCloseTo(0.5, 9);
      }),
      { endOnFailure: true },
    );
  });

  it("leaves both sides of a wide frame free under an upright photo", () => {
    const { left, width } = ghostPlace({ width: 1200, height: 1600 }, { width: 1600, height: 1200 });
    expect(width).toBeCloseTo(0.5625, 12);
    expect(left).toBeCloseTo(0.21875, 12);
  });

  it("lets a wide photo reach beyond an upright frame, by as much on either side", () => {
    const { left, width } = ghostPlace({ width: 1600, height: 1200 }, { width: 1200, height: 1600 });
    expect(width).toBeCloseTo(16 / 9, 12);
    expect(left).toBeCloseTo(-7 / 18, 12);
  });
});
