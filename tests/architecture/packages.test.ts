/* What src imports is installed with it: a development dependency is for tests and tools alone. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { referencesOf } from "../setup/imports.ts";
import { parse } from "../setup/syntax.ts";
import { readTree } from "../setup/walls.ts";

const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

test("every package that src imports is a dependency", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: object };
  const imported = [...readTree("src")]
    // The kernel's source is AssemblyScript, compiled beforehand.
    .filter(([file]) => /\.tsx?$/.test(file) && !file.includes("kernel/source"))
    .flatMap(([file, source]) => referencesOf(file, parse(file, source)).found)
    .map(({ specifier }) => specifier)
    .filter((specifier) => !/^(\.|node:)/.test(specifier));
  const packages = new Set(imported.map(packageOf));
  expect(packages.size).toBeGreaterThan(5);
  expect([...packages].filter((name) => !Object.keys(dependencies).includes(name))).toEqual([]);
});
