/* The line below every saved picture: whatever its words are and however small the picture is. */
import { assert, integer, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Caption, captioned } from "../../../src/core/photo/caption.ts";
import { type PixelBuffer, pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";
import { KNOWN_CAPTION, captionedHere } from "./known-caption.ts";

const GROUND = 38;

/** A picture of noise: each byte another. */
function noise(width: number, height: number): PixelBuffer {
  const picture = pixelBuffer(width, height);
  picture.data.forEach((_, i) => (picture.data[i] = i % 4 === 3 ? 255 : (i * 7919) % 251));
  return picture;
}

/** The greys of the bar below a picture of this size, a row after the other. */
function barOf(width: number, height: number, caption: Caption): readonly (readonly number[])[] {
  const { height: all, data } = captioned(pixelBuffer(width, height), caption);
  return Array.from({ length: all - height }, (_, y) =>
    Array.from({ length: width }, (_, x) => data[4 * ((height + y) * width + x)]),
  );
}

/** Where the letters begin and end, px, both within; how much ink there is, px. */
function inkOf(rows: readonly (readonly number[])[]) {
  const share = (grey: number): number => (grey - GROUND) / (225 - GROUND);
  const columns = rows[0].map((_, x) => rows.reduce((sum, row) => sum + share(row[x]), 0));
  const lines = rows.map((row) => row.reduce((sum, grey) => sum + share(grey), 0));
  const ends = (sums: readonly number[]) => [sums.findIndex((one) => one > 0), sums.findLastIndex((one) => one > 0)];
  return { across: ends(columns), down: ends(lines), ink: lines.reduce((sum, one) => sum + one, 0) };
}

describe("the caption", () => {
  it("has its known bytes in Node", () => {
    expect(captionedHere()).toBe(KNOWN_CAPTION);
  });

  it("stands below the picture, of which not one byte changes, at every size and in any words", () => {
    const size = integer({ min: 1, max: 220 });
    assert(
      property(size, size, string({ unit: "binary", maxLength: 30 }), (width, height, words) => {
        const picture = noise(width, height);
        const saved = captioned(picture, [words, "Simulation"]);
        expect([saved.width, saved.height]).toEqual([width, height + 24]);
        expect(Buffer.from(saved.data.buffer, 0, picture.data.length).equals(Buffer.from(picture.data.buffer))).toBe(
          true,
        );
        const bar = saved.data.subarray(picture.data.length);
        expect(bar.every((byte, i) => (i % 4 === 3 ? byte === 255 : byte >= GROUND && byte <= 225))).toBe(true);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it("grows with the picture, and keeps clear of the bar's edges", () => {
    for (const [long, high] of [
      [400, 24],
      [1600, 54],
      [4000, 135],
    ] as const) {
      const rows = barOf(Math.round(0.75 * long), long, ["Simulation · Åqj"]);
      expect(rows.length).toBe(high);
      const { across, down } = inkOf(rows);
      expect(across[0]).toBeGreaterThan(0.2 * high);
      expect(down[0]).toBeGreaterThan(0.1 * high);
      expect(down[1]).toBeLessThan(0.9 * high);
    }
  });

  it("is the longest line that has room at a size that can be read, and the last one shrunk where none has", () => {
    const caption: Caption = ["Simulation · Front, bowed", "Simulation · Front", "Simulation"];
    const same = (width: number, line: string): boolean =>
      barOf(width, 400, caption).join() === barOf(width, 400, [line]).join();
    expect([200, 120, 90].map((width) => caption.find((line) => same(width, line)))).toEqual(caption);
    const { across, ink } = inkOf(barOf(40, 400, caption));
    expect(across[0]).toBeGreaterThan(0);
    expect(across[1]).toBeLessThan(39);
    expect(ink).toBeGreaterThan(10);
  });

  it("draws a letter that the typeface has not without its marks, or as a box: nothing is left out", () => {
    const drawn = (text: string): string => barOf(300, 200, [text]).join();
    expect(drawn("ộ")).toBe(drawn("o"));
    expect(drawn("e\u0301")).toBe(drawn("é"));
    expect(drawn("é")).not.toBe(drawn("e"));
    expect(drawn("漢")).toBe(drawn("字"));
    expect(drawn("漢")).not.toBe(drawn(" "));
    expect(drawn("1\u00a0000")).toBe(drawn("1 000"));
  });
});
