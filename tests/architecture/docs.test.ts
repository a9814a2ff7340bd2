/* What core exports can be used without reading it: every function has a comment that says more than its name, tells
   in what unit or range bare numbers are, and names the error that it throws. */
import { describe, expect, test } from "vitest";
import { parseSync } from "vite";
import { type Node, isNode, lineAt, nameOf, walk } from "../setup/syntax.ts";
import { readTree } from "../setup/walls.ts";

/** Types that do not say what they count; `Millimetres` and its like do. */
const BARE = /\bnumber\b|\b(?:Float|Int|Uint)\d+(?:Clamped)?Array\b/;

/** A unit, a range, what is counted; or the name of a bound. */
const MEASURE = new RegExp(
  [
    String.raw`\d\.\.|[<>]=? -?\d|\b[01]\b|%|L\*|\b(?:over|under|above|below) -?\d|\d upwards`,
    String.raw`\b(?:px|pixels?|mm|cm|degrees|percent|share|fraction|times|factor|unit|chart points?|lengths?)\b`,
    String.raw`\b(?:codes?|bits|bytes|light|logarithms?|standard deviations?|rank|count(?:ed)?|whole number)\b`,
    String.raw`\bas many\b|\bhow (?:many|far|much|large|soft)\b`,
  ].join("|"),
  "i",
);
const BOUND = /\b[A-Z][A-Z_]{3,}\b/;

type Function = { readonly name: string; readonly at: Node; readonly made: Node };

/** The functions that a module exports, written as declarations or as arrows. */
function exportedFunctions(program: Node): readonly Function[] {
  return (program.body as readonly Node[]).flatMap((at) => {
    const { declaration } = at;
    if (at.type !== "ExportNamedDeclaration" || !isNode(declaration)) return [];
    if (declaration.type === "FunctionDeclaration") return [{ name: nameOf(declaration.id)!, at, made: declaration }];
    if (declaration.type !== "VariableDeclaration") return [];
    return (declaration.declarations as readonly Node[]).flatMap(({ id, init }) =>
      isNode(init) && init.type === "ArrowFunctionExpression" ? [{ name: nameOf(id)!, at, made: init }] : [],
    );
  });
}

/** Whether a function itself throws; what it calls may say so for itself. */
function throws(made: Node): boolean {
  let found = false;
  walk(made, (node) => {
    if (node.type === "ThrowStatement") found = true;
  });
  return found;
}

/** What the comments of one module's exported functions leave out. */
function docFaults(file: string, source: string): readonly string[] {
  const { program, comments } = parseSync(file, source, { lang: "ts", sourceType: "module" });
  const text = (node: unknown): string => (isNode(node) ? source.slice(node.start, node.end as number) : "");
  return exportedFunctions(program as unknown as Node).flatMap(({ name, at, made }) => {
    const comment = comments.findLast(
      ({ value, end }) => value.startsWith("*") && end <= at.start && source.slice(end, at.start).trim() === "",
    );
    const where = `${file}:${lineAt(source, at.start)} ${name}`;
    if (!comment) return [`${where}: no comment`];
    const doc = comment.value.replaceAll(/\s*\n\s*\* ?/g, " ");
    const types = [...(made.params as readonly Node[]), made.returnType].map(text).join(" ");
    const faults: string[] = [];
    if (BARE.test(types) && !MEASURE.test(doc) && !BOUND.test(doc))
      faults.push(`${where}: numbers without unit or range`);
    if (throws(made) && !/\b\w*Error\b/.test(doc)) faults.push(`${where}: an error unsaid`);
    return faults;
  });
}

test("every function that core exports says what it takes, gives and throws", () => {
  // Stipple is a module of its own behind one door, and its README says what that gives.
  const files = [...readTree("src/core")].filter(([file]) => file.endsWith(".ts") && !file.includes("/stipple/"));
  expect(files.flatMap(([file, source]) => docFaults(file, source))).toEqual([]);
  expect(files.length).toBeGreaterThan(60);
});

describe("each fault is caught", () => {
  const bare = "export const half = (x: number): number => x / 2;";
  test.for([
    ["a sound one", `/** Half of x, mm. */\n${bare}`, []],
    ["none", bare, ["a.ts:1 half: no comment"]],
    ["one that is no doc comment", `/* Half of x, mm. */\n${bare}`, ["a.ts:2 half: no comment"]],
    ["one that stands elsewhere", `/** Half of x, mm. */\nconst y = 1;\n${bare}`, ["a.ts:3 half: no comment"]],
    ["numbers of no unit", `/** Half of it. */\n${bare}`, ["a.ts:2 half: numbers without unit or range"]],
    ["units that the types tell", "/** Half of it. */\nexport const half = (x: Degrees): Degrees => x / 2;", []],
    [
      "an array of no unit",
      "/** All of it. */\nexport function all(x: Float64Array): void {}",
      ["a.ts:2 all: numbers without unit or range"],
    ],
    [
      "an error unsaid",
      "/** Stops. */\nexport function stop(): never { throw new RangeError(); }",
      ["a.ts:2 stop: an error unsaid"],
    ],
    ["an error said", "/** Throws RangeError. */\nexport function stop(): never { throw new RangeError(); }", []],
  ] as const)("%s", ([, source, faults]) => {
    expect(docFaults("a.ts", source)).toEqual(faults);
  });
});
