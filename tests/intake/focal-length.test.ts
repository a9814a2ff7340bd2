/* The lens, read by a library from an EXIF block that an independent hand has built. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { focal35mmOf } from "../../src/intake/focal-length.ts";
import { exifBlock } from "../core/photo/tagged.ts";

describe("the focal length", () => {
  it.each([
    [26, true],
    [26, false],
    [112, true],
  ])("is %i mm as the file says (little-endian: %s)", async (focal35mm, little) => {
    expect(await focal35mmOf(exifBlock({ focal35mm, little }))).toBe(focal35mm);
  });

  it("is unknown when the file says 0, or what no lens has", async () => {
    for (const focal35mm of [0, 3, 5000]) expect(await focal35mmOf(exifBlock({ focal35mm }))).toBeNull();
  });

  it("is unknown without a rejection for a block cut anywhere", async () => {
    const block = exifBlock({ focal35mm: 26 });
    for (let length = 0; length < block.length - 4; length++) {
      const focal = await focal35mmOf(block.subarray(0, length));
      expect(focal === null || focal === 26, `${length} bytes gave ${focal}`).toBe(true);
    }
  });

  it("never rejects and never gives nonsense, whatever the block", async () => {
    const law = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (rest) => {
      const focal = await focal35mmOf(Uint8Array.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, ...rest]));
      return focal === null || (focal >= 8 && focal <= 1200);
    });
    await expect(fc.assert(law, { numRuns: 300 })).resolves.toBeUndefined();
  });
});
