/* Colour names as they are read. */
import { expect, test } from "vitest";
import { colourWords } from "../../src/app/panel/colour-words.ts";

test.each([
  ["black", "black"],
  ["gray", "grey"],
  ["goldenrod", "goldenrod"],
  ["saddlebrown", "saddle brown"],
  ["darkslategray", "dark slate grey"],
  ["mediumvioletred", "medium violet red"],
  ["lightgoldenrodyellow", "light goldenrod yellow"],
  ["palegoldenrod", "pale goldenrod"],
  ["papayawhip", "papaya whip"],
  ["seashell", "seashell"],
])("%s is read as %s", (keyword, words) => {
  expect(colourWords(keyword)).toBe(words);
});
