/* Faces and silhouettes in picture files, read in a browser by the app's own face worker. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Page, chromium } from "playwright";
import { build, preview } from "vite";
import type { Face } from "../../src/core/reading/face.ts";
import { launchOptions } from "../setup/browser.mjs";
import { faceModels } from "../setup/face-models.ts";
import type { Mask } from "../../src/core/reading/silhouette.ts";
import type { FacesIn, PersonIn } from "./face-page.ts";

const top = path.resolve(import.meta.dirname, "../..");
const folder = path.join(top, "node_modules/.cache/faces");

/** For each file its faces, in pixels of the picture; an empty list where there is none. */
export const facesOf = (files: readonly string[]): Promise<ReadonlyMap<string, readonly Face[]>> =>
  readIn(files, (page, address) =>
    page.evaluate((it) => (globalThis as unknown as { facesIn: FacesIn }).facesIn(it), address),
  );

/** For each file which pixels of the picture, made small, are a person. */
export const peopleOf = (files: readonly string[]): Promise<ReadonlyMap<string, Mask>> =>
  readIn(files, async (page, address) => {
    const read = (it: string) => (globalThis as unknown as { personIn: PersonIn }).personIn(it);
    const mask = await page.evaluate(read, address);
    return { ...mask, data: Uint8Array.from(mask.data) };
  });

/** For each file what a page that holds the app's readings says of it. */
async function readIn<T>(
  files: readonly string[],
  read: (page: Page, address: string) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
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
    const found = new Map<string, T>();
    for (const [i, file] of files.entries()) found.set(file, await read(page, `picture/${i}`));
    return found;
  } finally {
    await browser.close();
    await server.close();
  }
}
