/* Which way is up: eight ways to store a picture, one way to see it. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Orientation } from "../../../src/core/photo/image-header.ts";
import { inverseOrientation, swapsSides, turnUpright } from "../../../src/core/photo/orientation.ts";
import { pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { lettersOf, ORIENTATIONS, STORED, storedPicture, UPRIGHT } from "./letters.ts";

const anyOrientation = fc.constantFrom<Orientation>(...ORIENTATIONS);
const anyPicture = fc
  .record({ width: fc.integer({ min: 1, max: 150 }), height: fc.integer({ min: 1, max: 150 }), seed: fc.nat() })
  .map(({ width, height, seed }) => {
    const data = new Uint8ClampedArray(width * height * 4);
    for (let i = 0; i < data.length; i++) data[i] = (i * 31 + seed + (i >> 8)) & 255;
    return pixelBuffer(width, height, data);
  });

describe("turning upright", () => {
  it.each(ORIENTATIONS)("sets the letters of orientation %i as the standard does", (orientation) => {
    const picture = storedPicture(1);
    const upright = turnUpright(pixelBuffer(picture.width, picture.height, picture.data), orientation);
    expect(lettersOf(upright, 1)).toEqual(UPRIGHT[orientation]);
  });

  it("is undone by the inverse orientation, byte for byte", () => {
    fc.assert(
      fc.property(anyPicture, anyOrientation, (picture, orientation) => {
        const back = turnUpright(turnUpright(picture, orientation), inverseOrientation(orientation));
        expect(back.width).toBe(picture.width);
        expect(back.height).toBe(picture.height);
        expect(Buffer.from(back.data.buffer).equals(Buffer.from(picture.data.buffer))).toBe(true);
      }),
    );
  });

  it("swaps the sides for the four that lie down, and for no others", () => {
    expect(ORIENTATIONS.filter(swapsSides)).toEqual([5, 6, 7, 8]);
  });

  it("leaves the stored pixels alone", () => {
    const picture = storedPicture(3);
    const before = picture.data.slice();
    for (const orientation of ORIENTATIONS) {
      turnUpright(pixelBuffer(picture.width, picture.height, picture.data), orientation);
    }
    expect(picture.data).toEqual(before);
  });
});

describe("the letters themselves", () => {
  it("are read back from the stored picture as they were set", () => {
    expect(lettersOf(storedPicture(5), 5)).toEqual(STORED);
  });

  it("show a picture that was not turned", () => {
    expect(lettersOf(storedPicture(5), 5)).not.toEqual(UPRIGHT[3]);
  });
});
