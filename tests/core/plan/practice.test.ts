/* What a practitioner keeps comes back whole, or not at all. */
import { expect, test } from "vitest";
import { readPractice } from "../../../src/core/plan/practice.ts";
import { usualRates } from "../../../src/core/plan/work.ts";

const bottles = [
  { parts: 10, name: "Espresso", colour: "#3b2a20" },
  { parts: 20, name: "" },
];

test("bottles come back with their colours, and without where they have none", () => {
  const read = readPractice(JSON.parse(JSON.stringify({ shades: bottles, rates: usualRates })));
  expect(read).toStrictEqual({ shades: bottles, rates: usualRates });
});

test("bottles come back where no rates were kept, and rates where no bottles were", () => {
  expect(readPractice({ shades: bottles })).toStrictEqual({ shades: bottles });
  expect(readPractice({ rates: usualRates })).toStrictEqual({ rates: usualRates });
});

test.each(["brownish", "#3B2A20", "saddlebrown", "", 7, null])(
  "a bottle whose colour is %j loses that alone",
  (odd) => {
    expect(readPractice({ shades: [{ parts: 10, name: "Espresso", colour: odd }] })).toStrictEqual({
      shades: [{ parts: 10, name: "Espresso" }],
    });
  },
);

test.each([[[]], [[{ parts: 2, name: "" }]], [[{ parts: 10 }]], ["all of them"], [null]])(
  "bottles like %j count for nothing, and the rates still count",
  (shades) => {
    expect(readPractice({ shades, rates: usualRates })).toStrictEqual({ rates: usualRates });
  },
);

test("what is no object at all keeps nothing", () => {
  for (const kept of [null, 7, "text", []]) expect(readPractice(kept)).toEqual({});
});
