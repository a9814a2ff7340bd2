/* Plans of versions 1 to 5 from the command line, on the photos that they were made on. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { main } from "../../src/cli/render.ts";

const top = path.resolve(import.meta.dirname, "../..");
const frozen = path.join(top, "tests/core/plan/frozen");
const painted = JSON.parse(readFileSync(path.join(frozen, "painted.json"), "utf8"));

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "stubble-"));
  said = [];
  const hear = (words: unknown): void => void said.push(String(words));
  vi.spyOn(console, "log").mockImplementation(hear);
  vi.spyOn(console, "error").mockImplementation(hear);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.restoreAllMocks();
});

/**
 * What is said when a frozen plan is painted on one of the demo's photos; whether it failed. The photos are 1600 px
 * high, and the picture has its caption below.
 */
async function render(photo: string, plan: string, ...more: readonly string[]): Promise<readonly [string, boolean]> {
  const out = path.join(folder, "out.png");
  const before = process.exitCode;
  await main([path.join(top, `tests/first-demo/${photo}.jpg`), path.join(frozen, `${plan}.json`), out, ...more]);
  const failed = process.exitCode === 1;
  process.exitCode = before;
  return [said.join("\n").replaceAll(out, "OUT"), failed];
}

const dotsOf = (plan: string): number => painted[plan].kept[0].dots;

test("a plan of version 4 is painted at the moment that it was saved at, on the photo with its checksum", async () => {
  expect(await render("front", "v4-demo")).toEqual([`OUT: 1200 x 1654, ${dotsOf("v4-demo")} dots`, false]);
  // A third of the dots stands after the first session.
  expect(dotsOf("v4-demo")).toBeLessThan(0.35 * dotsOf("v3-demo"));
});

test("another photo of the plan is its own view of the head", async () => {
  const [words, failed] = await render("top", "v3-demo");
  expect(words).toMatch(/^OUT: 1200 x 1654, \d+ dots$/u);
  expect(words).not.toContain(` ${dotsOf("v3-demo")} `);
  expect(failed).toBe(false);
});

test("a photo that the plan does not name is refused, though it is as large", async () => {
  const [words, failed] = await render("left", "v3-demo");
  expect(words).toContain("is not the photo that the plan was made on");
  expect(failed).toBe(true);
});

test("a plan that named no photo is painted on any of its size", async () => {
  expect(await render("front", "v1-demo")).toEqual([`OUT: 1200 x 1654, ${dotsOf("v1-demo")} dots`, false]);
});
