/* Lines end at 120 columns. The formatter sees to code and leaves comments as they are, so they are measured here; what
   stands within quotes may run on. */
import { expect, test } from "vitest";
import { parseSync } from "vite";
import { type Node, walk } from "../setup/syntax.ts";
import { readTree } from "../setup/walls.ts";

const COLUMNS = 120;
const QUOTED = /^(?:Literal|TemplateLiteral|JSXText)$/;

/** Places of a source that stand within quotes, [from, to). */
function quotes(file: string, source: string): readonly (readonly [from: number, to: number])[] {
  if (!/\.(?:[jt]sx?|mjs)$/.test(file)) return [];
  const lang = file.endsWith("x") ? "tsx" : file.endsWith(".ts") ? "ts" : "js";
  const found: [number, number][] = [];
  walk(parseSync(file, source, { lang, sourceType: "module" }).program as unknown as Node, (node) => {
    if (QUOTED.test(node.type)) found.push([node.start, node.end as number]);
  });
  return found;
}

/** Lines of a file that are too long, but for those whose last column stands within quotes. */
function longLines(file: string, source: string): readonly string[] {
  const lines = source.split("\n");
  if (!lines.some((line) => line.length > COLUMNS)) return [];
  const within = quotes(file, source);
  let start = 0;
  return lines.flatMap((line, i) => {
    const at = start + COLUMNS;
    start += line.length + 1;
    const long = line.length > COLUMNS && !within.some(([from, to]) => from < at && at < to);
    return long ? [`${file}:${i + 1}`] : [];
  });
}

test("no line is longer than 120 columns", () => {
  const files = [...readTree("src"), ...readTree("tests")].filter(([file]) => /\.(?:[jt]sx?|mjs|css)$/.test(file));
  expect(files.flatMap(([file, source]) => longLines(file, source))).toEqual([]);
  expect(files.length).toBeGreaterThan(300);
});

test("long comments and code are found, what is quoted and what just fits is not", () => {
  const long = "x".repeat(COLUMNS);
  expect(longLines("a.ts", `// ${long}`)).toEqual(["a.ts:1"]);
  expect(longLines("a.ts", `/* ${long.slice(6)} */\n\n/** ${long} */`)).toEqual(["a.ts:3"]);
  expect(longLines("a.ts", `export const ${long} = 1;`)).toEqual(["a.ts:1"]);
  expect(longLines("a.ts", `export const a = "${long}";`)).toEqual([]);
  expect(longLines("a.ts", `export const a = "a"; // "${long}"`)).toEqual(["a.ts:1"]);
  expect(longLines("a.tsx", `export const a = <p>${long}</p>;`)).toEqual([]);
  expect(longLines("a.css", `/* ${long} */`)).toEqual(["a.css:1"]);
  expect(longLines("a.ts", `// ${"−".repeat(COLUMNS - 3)}`)).toEqual([]);
});
