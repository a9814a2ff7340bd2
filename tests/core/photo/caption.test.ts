/* The line that every saved picture carries, whatever its words are. */
import { describe, expect, it } from "vitest";
import { canDraw, drawCaption } from "../../../src/core/photo/caption.ts";
import { pixelBuffer } from "../../../src/core/photo/pixel-buffer.ts";

const caption = { long: "NOT A PHOTO", short: "PHOTO" };

/** A grey picture with the caption on it, as rows of "#" for letters, "-" for the plate and "." for the picture. */
function drawn(width: number, height: number, words = caption): readonly string[] {
  const picture = pixelBuffer(width, height);
  picture.data.fill(100);
  drawCaption(picture, words);
  const sign = (i: number): string => (picture.data[i] === 240 ? "#" : picture.data[i] === 50 ? "-" : ".");
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => sign(4 * (y * width + x))).join(""),
  );
}

describe("the caption", () => {
  it("is written in letters of five by seven on a plate in the lower left corner", () => {
    const rows = drawn(80, 14, { long: "TO", short: "T" });
    expect(rows.slice(0, 3).join("")).toMatch(/^\.+$/);
    expect(rows.slice(3).map((row) => row.slice(0, 15))).toEqual([
      "---------------",
      "---------------",
      "--#####--###---",
      "----#---#---#--",
      "----#---#---#--",
      "----#---#---#--",
      "----#---#---#--",
      "----#---#---#--",
      "----#----###---",
      "---------------",
      "---------------",
    ]);
    expect(rows.map((row) => row.slice(15)).join("")).toMatch(/^\.+$/);
  });

  it("is the short line where the long one has no room", () => {
    const plate = (width: number): number => drawn(width, 20).at(-1)?.lastIndexOf("-") ?? 0;
    expect(plate(11 * 6 + 3)).toBe(11 * 6 + 2);
    expect(plate(11 * 6 + 2)).toBe(5 * 6 + 2);
  });

  it("refuses letters that it cannot draw, and never leaves one out", () => {
    expect(canDraw("SIMULATION")).toBe(true);
    expect(canDraw("SIMULATIÓN")).toBe(false);
    expect(() => drawn(200, 20, { long: "Ó", short: "O" })).toThrow(RangeError);
  });
});
