/* Makes the demo head's pictures and truth: `node tests/setup/run.mjs tests/demo/make.ts [view ...] [--jobs N]
   [--quick]`. Each picture is rendered by a child process running one bundled copy of this room. */
import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { build } from "vite";
import { VIEWS } from "./camera.ts";
import { encode } from "./develop.ts";
import { Field } from "./grid.ts";
import { describe, scalpPoints } from "./points.ts";
import { EAR, EYEBALL, SKIN } from "./shape.ts";
import { hairBoundary, skinColour } from "./skin.ts";
import type { Layers } from "./trace.ts";
import { renderView } from "./view.ts";

const ROOT = process.cwd(),
  CACHE = path.join(ROOT, "node_modules/.cache/demo");
const PUBLIC = path.join(ROOT, "public/demo"),
  TRUTH = path.join(ROOT, "tests/demo/truth");
const SAMPLES = 2,
  RAYS = 1,
  GRID = 1;

/** One grey picture from a question asked of every sample; a pixel says yes if half of its samples do. */
async function mask(
  L: Layers,
  n: number,
  yes: (what: number, x: number, y: number, z: number) => boolean,
  file: string,
): Promise<void> {
  const w = L.w / n,
    h = L.h / n,
    out = Buffer.alloc(w * h);
  for (let j = 0; j < h; j++)
    for (let i = 0; i < w; i++) {
      let k = 0;
      for (let b = 0; b < n; b++)
        for (let a = 0; a < n; a++) {
          const p = (j * n + b) * L.w + i * n + a;
          if (yes(L.what[p], L.pos[p * 3], L.pos[p * 3 + 1], L.pos[p * 3 + 2])) k++;
        }
      out[j * w + i] = k * 2 >= n * n ? 255 : 0;
    }
  await sharp(out, { raw: { width: w, height: h, channels: 1 } })
    .toColourspace("b-w")
    .png({ compressionLevel: 9 })
    .toFile(file);
}

/** The light that the skin mirrors before film sees it, coded as sRGB, at a quarter of the picture's size. */
async function mirrored(shine: Float64Array, width: number, height: number, file: string): Promise<void> {
  const w = width / 4,
    h = height / 4,
    out = Buffer.alloc(w * h * 3);
  for (let j = 0; j < h; j++)
    for (let i = 0; i < w; i++)
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let b = 0; b < 4; b++) for (let a = 0; a < 4; a++) sum += shine[((j * 4 + b) * width + i * 4 + a) * 3 + c];
        out[(j * w + i) * 3 + c] = Math.round(255 * Math.min(1, encode(sum / 16)));
      }
  await sharp(out, { raw: { width: w, height: h, channels: 3 } })
    .png({ compressionLevel: 9 })
    .toFile(file);
}

async function picture(name: string, quick: boolean): Promise<void> {
  const view = VIEWS.find((v) => v.name === name);
  if (!view) throw new Error(`no view called ${name}`);
  const n = quick ? 1 : SAMPLES;
  const r = renderView(new Field(GRID), view, { x: 0, y: 0, w: view.width, h: view.height }, 1, n, RAYS);
  await sharp(r.data, { raw: { width: r.width, height: r.height, channels: 3 } })
    .jpeg({ quality: 92, chromaSubsampling: "4:4:4", mozjpeg: true })
    .toFile(path.join(PUBLIC, `${name}.jpg`));
  await mask(r.layers, n, (m, x, y, z) => m === SKIN && y > hairBoundary(x, z), path.join(TRUTH, `${name}-skull.png`));
  await mirrored(r.shine, r.width, r.height, path.join(TRUTH, `${name}-shine.png`));
  await mask(r.layers, n, (m) => m === SKIN || m === EAR || m === EYEBALL, path.join(TRUTH, `${name}-head.png`));
}

async function facts(): Promise<void> {
  const c = new Float64Array(3),
    mean = [0, 0, 0],
    points = scalpPoints(4000);
  for (const p of points) {
    skinColour(...p.mm, SKIN, c);
    for (let i = 0; i < 3; i++) mean[i] += c[i] / points.length;
  }
  const { demo, surface } = describe(new Field(GRID), mean);
  await writeFile(path.join(PUBLIC, "demo.json"), `${JSON.stringify(demo, null, 1)}\n`);
  await writeFile(path.join(TRUTH, "surface.json"), `${JSON.stringify(surface)}\n`);
}

async function bundle(): Promise<string> {
  await build({
    configFile: false,
    logLevel: "error",
    root: ROOT,
    build: {
      ssr: path.join(ROOT, "tests/demo/make.ts"),
      outDir: CACHE,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      rollupOptions: { output: { entryFileNames: "make.mjs" } },
    },
  });
  return pathToFileURL(path.join(CACHE, "make.mjs")).href;
}

function child(url: string, args: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const p = spawn(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `const m = await import(${JSON.stringify(url)}); await m.main(${JSON.stringify(args)});`,
      ],
      { stdio: "inherit", cwd: ROOT },
    );
    p.on("exit", (code) => (code === 0 ? done() : fail(new Error(`${args.join(" ")} ended with ${code}`))));
  });
}

export async function main(args: string[]): Promise<void> {
  if (args[0] === "--one") return args[1] === "facts" ? facts() : picture(args[1], args.includes("--quick"));
  await mkdir(PUBLIC, { recursive: true });
  await mkdir(TRUTH, { recursive: true });
  const url = await bundle();
  const at = args.indexOf("--jobs"),
    jobs = at >= 0 ? Number(args[at + 1]) : 3;
  const named = args.filter((a, i) => !a.startsWith("--") && (at < 0 || i !== at + 1));
  const queue = named.length > 0 ? [...named] : ["facts", ...VIEWS.map((v) => v.name)];
  const quick = args.includes("--quick") ? ["--quick"] : [];
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const t = Date.now();
      await child(url, ["--one", next, ...quick]);
      console.log(`${next}: ${((Date.now() - t) / 1000).toFixed(0)} s`);
    }
  };
  await Promise.all(Array.from({ length: jobs }, lane));
}
