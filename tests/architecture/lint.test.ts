/* A linter's setting can lapse without a word (a renamed rule, a plugin left out). Each rule that we lean on is shown
   one fault here and must report it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { expect, test } from "vitest";

const planted = `
import { useEffect, useState } from "react";

async function later(): Promise<void> {
  await Promise.resolve();
}

export function Panel({ kind, onClose }: { kind: "a" | "b"; onClose: (() => void) | undefined }) {
  const [count, setCount] = useState(0);
  if (kind === "a") useState(1);
  useEffect(() => setCount(count + 1), []);
  later();
  [1].forEach(async () => later());
  switch (kind) {
    case "a":
      break;
  }
  // @ts-ignore
  const loose: any = count == 1;
  return (
    <div onClick={onClose}>
      <img src="a.png" />
      <button>{[1, 2].map((n) => <b>{n}</b>)}{String(loose)}</button>
    </div>
  );
}
`;

const wanted = [
  "react-hooks(rules-of-hooks)",
  "react-hooks(exhaustive-deps)",
  "react(jsx-key)",
  "react(button-has-type)",
  "typescript(no-floating-promises)",
  "typescript(no-misused-promises)",
  "typescript(switch-exhaustiveness-check)",
  "typescript(no-explicit-any)",
  "typescript(ban-ts-comment)",
  "eslint(eqeqeq)",
  "jsx-a11y(alt-text)",
  "jsx-a11y(click-events-have-key-events)",
];

test("each rule we lean on reports its planted fault", () => {
  const reported = rulesAgainst(planted);
  expect(wanted.filter((rule) => !reported.has(rule))).toEqual([]);
});

/** Lints one module by our settings, in a folder of its own, and returns the names of the rules that spoke. */
function rulesAgainst(code: string): Set<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "stubble-lint-"));
  try {
    writeFileSync(path.join(folder, "planted.tsx"), code);
    symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"), "junction");
    const config = {
      extends: path.resolve("src/tsconfig.json"),
      include: ["planted.tsx"],
      references: [],
      compilerOptions: { rootDir: "." },
    };
    writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(config));
    const words = ["-c", "tests/setup/oxlint.json", "--type-aware", "-f", "json", path.join(folder, "planted.tsx")];
    const { stdout } = spawnSync(process.execPath, ["node_modules/oxlint/bin/oxlint", ...words], { encoding: "utf8" });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; severity: string }[] };
    return new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ code: rule }) => rule));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
