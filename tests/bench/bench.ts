/* `npm run bench`: peers and ours in one run. Prints a table and writes bench.json; `npm run bench -- quick` repeats
   less, `npm run bench -- stroke` measures the brush alone and writes nothing, `npm run bench -- pictures` draws the
   field instead. */

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright";
import { build, preview } from "vite";
import { launchOptions } from "../setup/browser.mjs";
import { appEntries, strokeEntries } from "./app.ts";
import type { Entry } from "./measure.ts";
import type { Parts } from "./page.ts";
import { writePictures } from "./pictures.ts";

const top = path.resolve(import.meta.dirname, "../..");
const folder = path.join(top, "node_modules/.cache/bench");

/** A page that shares with no other has a clock of 5 instead of 100 microseconds. */
const alone = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

const parts = ["place", "paint", "export"] as const;

async function pageEntries(quick: boolean): Promise<Record<string, Entry>> {
  const root = path.join(folder, "page");
  mkdirSync(root, { recursive: true });
  const script = path.join(top, "tests/bench/page.ts");
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
    preview: { port: 5297, headers: alone },
  });
  const browser = await chromium.launch(launchOptions());
  try {
    let entries: Record<string, Entry> = {};
    for (const part of parts) {
      console.log(`measuring: ${part}`);
      // A page to each part: what one leaves behind slows no other.
      const page = await browser.newPage();
      page.on("pageerror", (fault) => console.error(fault.message));
      await page.goto(server.resolvedUrls?.local[0] ?? "");
      await page.waitForFunction(() => "bench" in globalThis);
      const some = await page.evaluate(([name, few]) => (globalThis as unknown as { bench: Parts }).bench[name](few), [
        part,
        quick,
      ] as const);
      entries = { ...entries, ...some };
      await page.close();
    }
    return entries;
  } finally {
    await browser.close();
    await server.close();
  }
}

export async function main(args: readonly string[]): Promise<void> {
  if (args.includes("pictures")) {
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, "field.png");
    await writePictures(file);
    return console.log(`fine, natural, clustered, white noise, Poisson discs at 10 to 100 %: ${file}`);
  }
  const quick = args.includes("quick");
  if (args.includes("stroke")) return print(await strokeEntries(folder, quick));
  const entries = { ...(await pageEntries(quick)), ...(await appEntries(folder, quick)) };
  print(entries);
  writeFileSync(path.join(top, "bench.json"), `${JSON.stringify(entries, null, 2)}\n`);
}

function print(entries: Readonly<Record<string, Entry>>): void {
  for (const [name, { ratio, ours, peer, unit, peerName }] of Object.entries(entries)) {
    const figures = [ratio.toFixed(2), ours.toPrecision(4), peer.toPrecision(4)]
      .map((text) => text.padStart(10))
      .join("");
    console.log(`${name.padEnd(26)}${figures}  ${unit.padEnd(9)}${peerName}`);
  }
}
