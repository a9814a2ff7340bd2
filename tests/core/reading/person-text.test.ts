/* A silhouette comes back from its text as it was, whatever the photo's size; any text gives a mask or none. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { personOf, personText } from "../../../src/core/reading/person-text.ts";
import type { Mask } from "../../../src/core/reading/silhouette.ts";

/** A person of two pieces, one of them with a hole, in a picture of 400 x 300. */
const mask: Mask = {
  width: 400,
  height: 300,
  data: new Uint8Array(400 * 300).map((_, i) => {
    const [x, y] = [i % 400, Math.floor(i / 400)];
    const head = 40 - Math.hypot(x - 90, y - 60);
    const hole = Math.hypot(x - 95, y - 70) - 8;
    return Math.max(Math.min(head, hole), 6 - Math.hypot(x - 180, y - 149)) > 0 ? 200 : 90;
  }),
};

test("what is kept is the silhouette, pixel by pixel, in the photo that it was read in", () => {
  const text = personText(mask);
  expect(text.length).toBeLessThan(1500);
  for (const photo of [
    { width: 400, height: 300 },
    { width: 801, height: 601 },
    { width: 3200, height: 2400 },
  ]) {
    const read = personOf(text, photo)!;
    expect([read.width, read.height]).toEqual([400, 300]);
    expect(read.data).toEqual(mask.data.map((share) => (share > 127 ? 255 : 0)));
  }
});

test("nobody is no text, and a text that is none is nobody", () => {
  expect(personText({ ...mask, data: mask.data.map(() => 90) })).toBe("");
  expect(personOf("", { width: 40, height: 30 })?.data.some((share) => share > 0)).toBe(false);
  expect(personOf("!", { width: 40, height: 30 })).toBeNull();
});

test("of another photo's text no more is taken than lies in this one", () => {
  const text = personText(mask);
  const size = fc.integer({ min: 1, max: 400 });
  const law = fc.property(size, size, (width, height) => {
    const mask = personOf(text, { width, height })!;
    expect(mask.data.length).toBe(mask.width * mask.height);
  });
  fc.assert(law, { seed: 3, numRuns: 40 });
});
