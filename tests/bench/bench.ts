/* `npm run bench`: peers and ours in one run. Prints a table and writes bench.json; `npm run bench -- quick` repeats less. */

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright";
import { build, preview } from "vite";
import { launchOptions } from "../setup/browser.mjs";
import { type Entry } from "./measure.ts";
import { nodeEntries } from "./node.ts";

const top = path.resolve(import.meta.dirname, "../..");
const folder = path.join(top, "node_modules/.cache/bench");

async function browserEntries(repeats: number): Promise<Record<string, Entry>> {
  const root = path.join(folder, "page");
  mkdirSync(root, { recursive: true });
  const script = path.join(top, "tests/bench/browser.ts");
  writeFileSync(
    path.join(root, "index.html"),
    `<!doctype html><title>bench</title><body><script type="module">import ${JSON.stringify(script)};</script></body>`,
  );
  const outDir = path.join(folder, "dist");
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
  const server = await preview({
    root,
    configFile: false,
    logLevel: "warn",
    build: { outDir },
    preview: { port: 5297 },
  });
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    page.on("pageerror", (fault) => console.error(fault.message));
    await page.goto(server.resolvedUrls?.local[0] ?? "");
    await page.waitForFunction(() => "bench" in globalThis);
    return await page.evaluate(
      (n) => (globalThis as unknown as { bench: (n: number) => Record<string, Entry> }).bench(n),
      repeats,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

export async function main(args: readonly string[]): Promise<void> {
  const quick = args.includes("quick");
  const entries = { ...nodeEntries(quick), ...(await browserEntries(quick ? 7 : 15)) };
  for (const [name, { ratio, ours, peer, unit, peerName }] of Object.entries(entries)) {
    const figures = [ratio.toFixed(2), ours.toPrecision(4), peer.toPrecision(4)]
      .map((text) => text.padStart(10))
      .join("");
    console.log(`${name.padEnd(26)}${figures}  ${unit.padEnd(9)}${peerName}`);
  }
  writeFileSync(path.join(top, "bench.json"), `${JSON.stringify(entries, null, 2)}\n`);
}
