/* Runs the checks one after the other: `steps.mjs check` the quick ones, `steps.mjs test` all of them. Every step runs
   even when an earlier one failed, each within its time; the last line adds up what the test runners reported. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { closingLine } from "./closing-line.mjs";

const bin = (file) => path.join("node_modules", file);
const reports = ["node_modules/.cache/reports/vitest.json", "node_modules/.cache/reports/playwright.json"];

const quick = [
  // Frozen plans stay as they were written.
  step(
    "format",
    1,
    bin("oxfmt/bin/oxfmt"),
    "-c",
    "tests/setup/oxfmt.json",
    "--check",
    ".",
    "!tests/core/plan/frozen/*.json",
  ),
  step(
    "lint",
    2,
    bin("oxlint/bin/oxlint"),
    "-c",
    "tests/setup/oxlint.json",
    "--type-aware",
    "--deny-warnings",
    // AssemblyScript: its own compiler checks it.
    "--ignore-pattern",
    "src/core/stipple/kernel/source/**",
    ".",
  ),
  // A setting by folder does not reach past the folder of oxlint.json, so this rule has a run of its own.
  step(
    "lint: no console",
    1,
    bin("oxlint/bin/oxlint"),
    "-A",
    "all",
    "-D",
    "no-console",
    "--ignore-pattern",
    "src/cli/**",
    "src",
  ),
  step("types", 2, bin("typescript/bin/tsc"), "-b", "--pretty", "false"),
  step("walls", 1, "tests/setup/run.mjs", "tests/setup/walls.ts"),
];

const slow = [
  step("unit, property and golden tests", 10, bin("vitest/vitest.mjs"), "run"),
  step("end-to-end tests", 20, bin("@playwright/test/cli.js"), "test", "-c", "tests/setup/playwright.config.ts"),
];

function step(name, minutes, ...words) {
  return { name, minutes, words };
}

const whole = process.argv[2] === "test";
for (const file of reports) rmSync(file, { force: true });
const failed = [];
for (const { name, minutes, words } of whole ? [...quick, ...slow] : quick) {
  console.log(`\n— ${name}`);
  const started = performance.now();
  const right = await run(words, minutes);
  console.log(`  ${name}: ${right ? "ok" : "FAILED"}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (!right) failed.push(name);
}

console.log(failed.length === 0 ? "\nAll steps passed." : `\nFailed: ${failed.join("; ")}.`);
if (whole) {
  const closing = closingLine(reports);
  console.log(closing.line);
  if (!closing.right) process.exitCode = 1;
}
if (failed.length > 0) process.exitCode = 1;

/** Runs a Node script as its own process group, so that at the end of its time its browsers and servers go with it. */
function run(words, minutes) {
  return new Promise((resolve) => {
    const grouped = process.platform !== "win32";
    const child = spawn(process.execPath, words, { stdio: ["ignore", "inherit", "inherit"], detached: grouped });
    const end = () => {
      try {
        if (grouped && child.pid) process.kill(-child.pid, "SIGKILL");
        else child.kill("SIGKILL");
      } catch {
        // Gone already.
      }
    };
    const limit = setTimeout(() => {
      console.error(`  out of time: ${minutes} min`);
      end();
    }, minutes * 60_000);
    const interrupted = () => {
      end();
      process.exit(130);
    };
    process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
    child.on("close", (code) => {
      clearTimeout(limit);
      process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
      resolve(code === 0);
    });
  });
}
