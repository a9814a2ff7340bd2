/* Core is the same on every machine and at every hour. These tests plant what would break that, by the walls (chance,
   clocks, locales, inexact arithmetic) and by core's own types (the DOM, Node), and demand each catch. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { checkWalls } from "../setup/walls.ts";

const inCore = (code: string, file = "src/core/geometry/exact.ts"): readonly string[] =>
  checkWalls(new Map([[file, `${code}\nexport const last = 1;`]])).faults;

const inexact = "sin cos tan asin acos atan atan2 exp log log2 log10 pow hypot cbrt sinh cosh tanh expm1 log1p".split(
  " ",
);

describe("chance, clocks and inexact arithmetic are caught in core", () => {
  test.for(inexact)("Math.%s", (name) => {
    expect(inCore(`export const y = Math.${name}(1, 2);`)).toEqual([expect.stringContaining(`Math.${name}`)]);
  });

  test.for([
    ["Math.random()", /core has no chance/],
    ["Math['random']()", /core has no chance/],
    ["2 ** 0.5", /\*\*/],
    ["((x = 2) => { x **= 2; return x; })()", /\*\*/],
    ["(({ sin }) => sin)(Math)", /Math\.name/],
    ["[Math]", /Math\.name/],
    ["((k) => Math[k])('sin')", /Math\.name/],
    ["Date.now()", /no Date/],
    ["new Date()", /no Date/],
    ["performance.now()", /no performance/],
    ["globalThis.Math", /no globalThis/],
    ["crypto.getRandomValues(new Uint8Array(1))", /no crypto/],
    ["new Intl.NumberFormat()", /no Intl/],
    ["(1).toLocaleString()", /locale/],
    ["eval('1')", /no eval/],
    ["import.meta.url", /import\.meta/],
  ] as const)("%s", ([code, reason]) => {
    const found = inCore(`export const y = ${code};`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(reason);
  });

  test("exact arithmetic, comments and mere names are left alone", () => {
    const code = `/* Math.sin, Date.now(), 2 ** 3 */
      export const y = Math.sqrt(Math.abs(Math.imul(3, 2))) + Math.PI;
      export type Moment = { readonly Date: number; readonly console: string };
      export const read = (moment: Moment): number => moment.Date; // not the clock`;
    expect(inCore(code)).toEqual([]);
  });

  test("other rooms may use them", () => {
    expect(inCore("export const y = Math.sin(Date.now()) ** 2;", "src/app/clock.ts")).toEqual([]);
  });
});

describe("core's types know no screen and no machine", () => {
  test("each planted name is an unknown one", () => {
    const planted = [
      "document",
      "window",
      "navigator",
      "fetch",
      "setTimeout",
      "console",
      "process",
      "Buffer",
      "ImageData",
    ];
    const code = planted.map((name, i) => `export const p${i} = ${name};`).join("\n");
    const complaints = typeCheck(`${code}\nexport const fine: number = Math.sqrt(2);`);
    expect(complaints.map((line) => /TS\d+: Cannot find name '(\w+)'/.exec(line)?.[1])).toEqual(planted);
  });

  test("and a plain type error is one", () => {
    expect(typeCheck(`export const a: number = "1";`)).toEqual([expect.stringContaining("TS2322")]);
  });
});

/** Checks one module under core's own tsconfig, in a folder of its own, and returns the compiler's lines. */
function typeCheck(code: string): string[] {
  mkdirSync("node_modules/.cache", { recursive: true });
  const folder = mkdtempSync("node_modules/.cache/planted-");
  try {
    writeFileSync(path.join(folder, "planted.ts"), code);
    const config = { extends: "../../../src/core/tsconfig.json", include: ["planted.ts"] };
    writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = spawnSync(
      process.execPath,
      ["node_modules/typescript/bin/tsc", "-p", folder, "--noEmit", "--pretty", "false"],
      {
        encoding: "utf8",
      },
    );
    return tsc.stdout.split("\n").filter((line) => line.includes("error TS"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
