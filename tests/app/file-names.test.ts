/* Names of files that are saved: the photo's own, fit for any system. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { stem } from "../../src/app/saving/save-picture.ts";

test.each([
  ["IMG_0042.JPG", "IMG_0042"],
  ["Anna Müller, front.jpeg", "Anna-Müller-front"],
  ["../../etc/passwd", "..-..-etc-passwd"],
  ["after 2.5 years.png", "after-2.5-years"],
  ["v1.2", "v1.2"],
  ["頭頂.webp", "頭頂"],
  ["???.png", "photo"],
  ["", "photo"],
])("%j is saved as %j", (name, expected) => {
  expect(stem(name)).toBe(expected);
});

test("whatever a photo is called, the name has no separator, no space and is not empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      expect(stem(name)).toMatch(/^[\p{L}\p{N}._-]+$/u);
    }),
  );
});
