/* The kernel in the source is the one its source builds, and its two makes give the same field. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { wholeScalp } from "../../../src/core/head/scalp-chart.ts";
import { wasmKernel } from "../../../src/core/stipple/kernel/wasm.ts";
import { createField } from "../../../src/core/stipple/stipple.ts";
import { kernelText } from "../../setup/kernel.mjs";

test("bytes.ts is what npm run kernel writes", () => {
  expect(readFileSync("src/core/stipple/kernel/bytes.ts", "utf8")).toBe(kernelText());
});

test("WebAssembly and plain TypeScript place the same follicles", () => {
  // Without it the fastest kernel is the plain one.
  expect(wasmKernel()).not.toBeNull();
  const [fast, plain] = (["fastest", "plain"] as const).map((engine) => {
    const field = createField(wholeScalp.chart, 5, 9000, "fine", engine);
    field.grow(9000);
    return Buffer.concat([Buffer.from(field.u.buffer), Buffer.from(field.v.buffer)]);
  });
  expect(fast.equals(plain)).toBe(true);
});
