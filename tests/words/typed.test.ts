/* What the door refuses to compile: a key that is not there, a value that is missing, of the wrong kind or of no use.
   Each line is shown to the compiler alone beside sound ones, and must be the one that it names. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { expect, test } from "vitest";

const sound = [
  `words("command.undo");`,
  `words("status.shown", { count: 3, photo: "a.jpg" });`,
  `words("head.summary", { view: saying("aspect.left.name"), placed: "x" });`,
  `words("work.price", { price: { amount: 1, currency: "EUR" } });`,
  `words(\`shape.\${"natural" as "natural" | "winged"}.name\`);`,
  `const note: Saying = saying("sentences", { first: saying("news.guess"), second: "b" }); said(note);`,
];

const faulty = [
  // Keys.
  `words("command.undoo");`,
  `words("command");`,
  `words("status.shown_one", { count: 1, photo: "a.jpg" });`,
  `words("command" as string);`,
  `words(\`shape.\${"natural" as "natural" | "round"}.name\`);`,
  `saying("news.gone");`,
  // Values.
  `words("status.shown");`,
  `words("status.shown", { photo: "a.jpg" });`,
  `words("status.shown", { count: 3 });`,
  `words("status.shown", { count: 3, photo: "a.jpg", more: 1 });`,
  `words("status.shown", { count: "3", photo: "a.jpg" });`,
  `words("command.hint", { name: 1, key: "z" });`,
  `words("work.price", { price: 12 });`,
  `words("command.undo", {});`,
  // Sayings are made by the door alone.
  `said({ id: "command.undo", values: {} });`,
  `const note: Saying = { id: "command.undo", values: {} }; said(note);`,
];

test("each faulty use is an error, and no sound one", () => {
  const before = [
    `import type { Saying } from "../../../src/core/saying.ts";`,
    `import { said, saying, words } from "../../../src/words/words.ts";`,
    `export {};`,
  ];
  const uses = [...sound, ...faulty];
  const lines = [...before, ...uses.map((use) => `{ ${use} }`)];
  const wrong = new Set(linesWithErrors(lines.join("\n")).map((line) => lines[line - 1].slice(2, -2)));
  expect([...wrong]).toEqual(faulty);
});

/** The numbers of the lines that the compiler complains about, in a module beside the words' own tsconfig. */
function linesWithErrors(code: string): number[] {
  mkdirSync("node_modules/.cache", { recursive: true });
  const folder = mkdtempSync("node_modules/.cache/planted-");
  try {
    writeFileSync(path.join(folder, "planted.ts"), code);
    const config = {
      extends: "../../../src/words/tsconfig.json",
      // Core's types may come from any of its files, and need not be told one by one.
      compilerOptions: { composite: false, emitDeclarationOnly: false },
      include: ["planted.ts", "../../../src/words", "../../../src/core/saying.ts"],
    };
    writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ ...config, references: [] }));
    const words = ["node_modules/typescript/bin/tsc", "-p", folder, "--noEmit"];
    const { stdout } = spawnSync(process.execPath, [...words, "--pretty", "false"], { encoding: "utf8" });
    const complaints = stdout.split("\n").filter((line) => line.includes("error TS"));
    return complaints.map((line) => Number(/planted\.ts\((\d+),/.exec(line)?.[1] ?? Number.NaN));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
