/* Numbers stand on something: what comments cite is in core's SOURCES.md, and all that is there is rested on. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readTree } from "../setup/walls.ts";

const TABLE = "src/core/SOURCES.md";

type Files = ReadonlyMap<string, string>;

/** Code as one line: a comment may be wrapped inside a citation. */
const unwrapped = (code: string): string => code.replaceAll(/\s*\n\s*(?:\* |\/\/ )?/g, " ");

/** Ids after the word SOURCES: one, or several with commas and "and" between. */
function citations(code: string): readonly string[] {
  const found = [...unwrapped(code).matchAll(/\bSOURCES((?:(?:,| and)? [a-z]+-\d+)+)/g)];
  return found.flatMap(([, list]) => list.match(/[a-z]+-\d+/g) ?? []);
}

/** What is wrong between the rows of `table` and the files that cite them; `src/` has to rest on every row. */
function sourceFaults(table: string, files: Files): readonly string[] {
  const rows = [...table.matchAll(/^- \*\*([a-z]+-\d+)\*\* \(([^)]*)\)/gm)];
  const ids = rows.map(([, id]) => id);
  const resting = new Set<string>();
  const faults: string[] = [];
  for (const [file, code] of files) {
    for (const id of citations(code)) {
      if (!ids.includes(id)) faults.push(`${file}: SOURCES has no ${id}`);
      else if (file.startsWith("src/")) resting.add(id);
    }
    if (/\bSOURCES\b(?!\.md|(?:,| and)? [a-z]+-\d)/.test(unwrapped(code))) faults.push(`${file}: SOURCES of what`);
  }
  ids.forEach((id, i) => {
    if (ids.indexOf(id) !== i) faults.push(`${id}: twice`);
    if (!resting.has(id)) faults.push(`${id}: nothing rests on it`);
    if (!/^[HML]\b/.test(rows[i][2])) faults.push(`${id}: no trust`);
  });
  return faults;
}

/** The folders that a file lies in, its own first, the top ("") last. */
const above = (file: string): readonly string[] =>
  file.split("/").map((_, i, parts) => parts.slice(0, parts.length - 1 - i).join("/"));

/** Documents that are named and not there: beside the file, or beside a folder above it. */
function lostDocuments(files: Files, documents: ReadonlySet<string>): readonly string[] {
  return [...files].flatMap(([file, text]) =>
    (text.match(/(?<![}\w./-])[\w.-][\w./-]*\.md\b/g) ?? [])
      .filter((name) => !above(file).some((folder) => documents.has(path.posix.join(folder, name))))
      .map((name) => `${file}: there is no ${name}`),
  );
}

const own = "tests/architecture/sources.test.ts";
const ours = new Map([...readTree("src"), ...readTree("tests")].filter(([file]) => file !== own));
const code = new Map([...ours].filter(([file]) => /\.(?:tsx?|mjs|css)$/.test(file)));

test("every number that a comment cites has its row, and every row is rested on", () => {
  expect(sourceFaults(readFileSync(TABLE, "utf8"), code)).toEqual([]);
  expect([...code.values()].flatMap(citations).length).toBeGreaterThan(50);
});

test("no file cites a document that is not in the repository", () => {
  const texts = new Map([...ours].filter(([file]) => /\.(?:tsx?|mjs|css|html|json|md)$/.test(file)));
  for (const file of ["README.md", "package.json", "index.html"]) texts.set(file, readFileSync(file, "utf8"));
  const documents = new Set([...texts.keys()].filter((file) => file.endsWith(".md")));
  expect(lostDocuments(texts, documents)).toEqual([]);
});

describe("each fault is caught", () => {
  const table = "- **head-1** (H) Wide: 77.\n- **head-2** (L; height M) High: 95.\n";
  const sound = "/** Wide (SOURCES head-1 and\n * head-2). See SOURCES.md. */";
  test.for([
    ["nothing is wrong with a sound pair", table, sound, []],
    ["an id without a row", table, `${sound} // SOURCES head-2, head-3`, ["src/a.ts: SOURCES has no head-3"]],
    ["a row that nothing rests on", table, "// SOURCES head-2", ["head-1: nothing rests on it"]],
    ["a row twice", `${table}${table.split("\n")[0]}\n`, sound, ["head-1: twice"]],
    ["a row without trust", table.replace("(H)", "(sure)"), sound, ["head-1: no trust"]],
    ["a citation of nothing", table, `${sound} // by SOURCES`, ["src/a.ts: SOURCES of what"]],
  ] as const)("%s", ([, rows, text, faults]) => {
    expect(sourceFaults(rows, new Map([["src/a.ts", text]]))).toEqual(faults);
  });

  test("a test's citation alone holds up no row", () => {
    expect(sourceFaults(table, new Map([["tests/a.ts", sound]]))).toHaveLength(2);
  });

  test("a document that is not there", () => {
    const texts = new Map([["src/core/c/a.ts", "// see README.md, ../b/README.md and lost.md"]]);
    const documents = new Set(["README.md", "src/core/b/README.md"]);
    expect(lostDocuments(texts, documents)).toEqual(["src/core/c/a.ts: there is no lost.md"]);
  });
});
