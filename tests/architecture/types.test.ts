/* `tsc -b` can only find faults in files that some project includes, so every TypeScript file must have one. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { expect, test } from "vitest";

type Solution = { readonly references: readonly { readonly path: string }[] };

/** The files a project checks, as the compiler itself tells them. */
function filesOf(project: string): string[] {
  const words = ["node_modules/typescript/bin/tsc", "-p", project, "--listFilesOnly"];
  const { stdout } = spawnSync(process.execPath, words, { encoding: "utf8" });
  return stdout.split("\n").filter((line) => path.isAbsolute(line) && !line.includes("node_modules"));
}

test("every TypeScript file belongs to a project of the solution", () => {
  const { references } = JSON.parse(readFileSync("tsconfig.json", "utf8")) as Solution;
  const checked = new Set(references.flatMap((reference) => filesOf(reference.path)));
  const written = ["src", "tests"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      // The kernel's source is AssemblyScript: its own compiler checks it whenever it is built.
      .filter((file) => /\.tsx?$/.test(file) && !file.includes("kernel/source"))
      .map((file) => path.resolve(folder, file)),
  );
  expect(written.length).toBeGreaterThan(20);
  expect(written.filter((file) => !checked.has(file))).toEqual([]);
  expect(checked).toContain(path.resolve("vite.config.ts"));
});
