/* The sample in the module's README does what it says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { runnerImport } from "vite";

test("ten lines place follicles and paint them", async () => {
  const readme = readFileSync("src/core/stipple/README.md", "utf8");
  const sample = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";
  const folder = mkdtempSync(path.join(tmpdir(), "readme-"));
  try {
    const file = path.join(folder, "sample.js");
    const door = JSON.stringify(path.resolve("src/core/stipple/stipple.ts"));
    writeFileSync(file, `${sample.replace('"./stipple.ts"', door)}\nexport { data, stride, marks };`);
    const { module } = await runnerImport<{ data: Uint8ClampedArray; stride: number; marks: { count: number } }>(file, {
      configFile: false,
      logLevel: "error",
    });
    const { data, stride, marks } = module;
    expect(marks.count).toBe(2000);
    expect(stride).toBe(800);
    const red = data.filter((_, i) => i % 4 === 0);
    const share = red.filter((value) => value < 180).length / red.length;
    // Dots of 0.19 mm radius and some softness on a disc of 18 mm in a square of 40.
    expect(share).toBeGreaterThan(0.13);
    expect(share).toBeLessThan(0.25);
    expect(red[0]).toBe(190);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
