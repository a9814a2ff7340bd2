/* Runs the checks: `steps.mjs check` the quick ones, one after the other, `steps.mjs test` all of them, the long ones
   side by side. Every step runs even when an earlier one failed, each within its time; the last line adds up what the
   test runners reported. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { closingLine, failedTests } from "./closing-line.mjs";

const bin = (file) => path.join("node_modules", file);
const reports = ["node_modules/.cache/reports/vitest.json", "node_modules/.cache/reports/playwright.json"];

/** Before a command, so that it runs when nothing else would: Linux makes room at once, others know a low priority. */
const lowered = { linux: ["chrt", "--idle", "0"], win32: [] }[process.platform] ?? ["nice", "-n", "19"];

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
  // An end-to-end test waits for its page most of the time; the others take what it leaves of the cores.
  { ...step("unit, property and golden tests", 15, bin("vitest/vitest.mjs"), "run"), yielding: true },
  step("end-to-end tests", 20, bin("@playwright/test/cli.js"), "test", "-c", "tests/setup/playwright.config.ts"),
];

function step(name, minutes, ...words) {
  return { name, minutes, words, yielding: false };
}

const whole = process.argv[2] === "test";
for (const file of reports) rmSync(file, { force: true });
const failed = [];
for (const one of quick) await take(one);
if (whole) await Promise.all(slow.map(take));

console.log(failed.length === 0 ? "\nAll steps passed." : `\nFailed: ${failed.join("; ")}.`);
if (whole) {
  const closing = closingLine(reports);
  for (const line of failedTests(reports)) console.log(line);
  console.log(closing.line);
  if (!closing.right) process.exitCode = 1;
}
if (failed.length > 0) process.exitCode = 1;

async function take(one) {
  const { name, yielding } = one;
  const title = `\n— ${name}`;
  if (!yielding) console.log(title);
  const started = performance.now();
  const { right, said } = await run(one);
  if (yielding) console.log(`${title}\n${said}`);
  console.log(`  ${name}: ${right ? "ok" : "FAILED"}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (!right) failed.push(name);
}

/**
 * Runs a Node script as its own process group, so that at the end of its time its browsers and servers go with it. One
 * that is yielding runs at the lowest priority, and what it says is kept until its end.
 */
function run({ words, minutes, yielding }) {
  return new Promise((resolve) => {
    const grouped = process.platform !== "win32";
    const [program, ...rest] = [...(yielding ? lowered : []), process.execPath, ...words];
    const out = yielding ? "pipe" : "inherit";
    const child = spawn(program, rest, { stdio: ["ignore", out, out], detached: grouped });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => said.push(chunk));
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
      resolve({ right: code === 0, said: Buffer.concat(said).toString() });
    });
  });
}
