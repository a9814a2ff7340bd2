/* Builds the stippling kernel: AssemblyScript to WebAssembly, written into the source as text, so that Node, the worker
   and the tests all have it without fetching. `npm run kernel`; a test builds it again and compares. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const top = path.resolve(import.meta.dirname, "../..");
const folder = path.join(top, "src/core/stipple/kernel");

/** The kernel's text as it should stand in bytes.ts. */
export function kernelText() {
  const out = mkdtempSync(path.join(tmpdir(), "kernel-"));
  try {
    const file = path.join(out, "kernel.wasm");
    const words = [
      "-O3",
      "--enable",
      "simd",
      "--runtime",
      "stub",
      "--noAssert",
      "--importMemory",
      "--initialMemory",
      "1",
    ];
    const asc = path.join(top, "node_modules/assemblyscript/bin/asc.js");
    const sources = ["field", "ink", "bake", "show", "tint", "compose"].map((name) =>
      path.join(folder, `source/${name}.ts`),
    );
    execFileSync(process.execPath, [asc, ...sources, "-o", file, ...words], { cwd: top });
    const text = readFileSync(file).toString("base64");
    return `/* Made by \`npm run kernel\` from source/. */\nexport const kernelBytes =\n  "${text}";\n`;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(path.join(folder, "bytes.ts"), kernelText());
