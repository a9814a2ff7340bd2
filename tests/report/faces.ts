/* The faces in picture files, read in a browser by the app's own face worker. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright";
import { build, preview } from "vite";
import type { Face } from "../../src/core/reading/face.ts";
import { launchOptions } from "../setup/browser.mjs";
import { faceModels } from "../setup/face-models.ts";
import type { FacesIn } from "./face-page.ts";

const top = path.resolve(import.meta.dirname, "../..");
const folder = path.join(top, "node_modules/.cache/faces");

/** For each file its faces, in pixels of the picture; an empty list where there is none. */
export async function facesOf(files: readonly string[]): Promise<ReadonlyMap<string, readonly Face[]>> {
  mkdirSync(folder, { recursive: true });
  const script = path.join(top, "tests/report/face-page.ts");
  writeFileSync(
    path.join(folder, "index.html"),
    `<!doctype html><title>faces</title><script type="module">import ${JSON.stringify(script)};</script>`,
  );
  const shared = { root: folder, base: "./", configFile: false, logLevel: "error" } as const;
  const outDir = path.join(folder, "dist");
  await build({
    ...shared,
    plugins: [faceModels()],
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 3000 },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 5296 } });
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    page.on("pageerror", (fault) => console.error(fault.message));
    await page.route("**/picture/*", (route) => {
      const file = files[Number(new URL(route.request().url()).pathname.split("/").at(-1))];
      return route.fulfill({ body: readFileSync(file) });
    });
    await page.goto(server.resolvedUrls?.local[0] ?? "");
    await page.waitForFunction(() => "facesIn" in globalThis);
    const found = new Map<string, readonly Face[]>();
    for (const [i, file] of files.entries()) {
      const read = (address: string) => (globalThis as unknown as { facesIn: FacesIn }).facesIn(address);
      found.set(file, await page.evaluate(read, `picture/${i}`));
    }
    return found;
  } finally {
    await browser.close();
    await server.close();
  }
}
