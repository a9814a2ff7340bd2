/* The catalogue as a whole: what is in it is used, and every text is fit to be read. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { canDraw } from "../../src/core/photo/typeface/typeface.ts";
import { english } from "../../src/words/english.ts";
import { language } from "../../src/words/words.ts";
import { isNode, lineAt, type Node, nameOf, parse, textOf, walk } from "../setup/syntax.ts";
import { readTree } from "../setup/walls.ts";

const texts = new Map(textsIn(english));
const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
const base = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, "");

describe("the catalogue", () => {
  it("has no key that nothing says", () => {
    const { keys, opaque } = keysSaid();
    expect(opaque).toEqual([]);
    const said = [...new Set([...texts.keys()].map(base))].filter((key) => !keys.some((one) => one.test(key)));
    expect(said).toEqual([]);
  });

  it("has all plural forms of the language where it has one", () => {
    const plurals = new Set([...texts.keys()].filter((key) => key !== base(key)).map(base));
    expect(plurals.size).toBeGreaterThan(5);
    for (const key of plurals) {
      expect([...texts.keys()].filter((one) => base(one) === key).toSorted()).toEqual(
        forms.map((form) => `${key}_${form}`).toSorted(),
      );
    }
  });

  it("has no text that does not read well", () => {
    expect([...texts].filter(([key, text]) => !readsWell(key, text))).toEqual([]);
    const bad = ["", " a", "a  b", "{{a}", "{b}", "<b>a", "<i>a</i>", "Wait...", "undefined", "$t(a)"];
    expect(bad.filter((text) => readsWell("key", text))).toEqual([]);
  });
});

describe("the caption below a picture", () => {
  it("is in letters that the typeface has, whatever view and moment it names", () => {
    const named = [...texts].filter(([key]) => /^(caption|aspect|moment)\./.test(key)).map(([, text]) => text);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((text) => !canDraw(text))).toEqual([]);
    expect(canDraw("漢")).toBe(false);
  });
});

describe("index.html", () => {
  const page = readFileSync("index.html", "utf8");

  it("has no word of its own", () => {
    const seen = [
      ...page.replace(/<script[\s\S]*?<\/script>/g, "").matchAll(/>([^<]*)</g),
      ...page.matchAll(/name="description" content="([^"]*)"/g),
      ...page.matchAll(/lang="([^"]*)"/g),
    ].map(([, text]) => text.trim());
    expect(seen.filter((text) => /\p{L}/u.test(text)).toSorted()).toEqual(
      ["{{language}}", "{{page.description}}", "{{page.noScript}}", "{{page.title}}"].toSorted(),
    );
  });
});

function textsIn(part: object, path = ""): [key: string, text: string][] {
  return Object.entries(part).flatMap(([name, value]: [string, string | object]) =>
    typeof value === "string" ? [[path + name, value] as [string, string]] : textsIn(value, `${path}${name}.`),
  );
}

/** Something, trimmed, with braces and marks in pairs; no space twice, but where the command line lines things up. */
function readsWell(key: string, text: string): boolean {
  const plain = text.replace(/\{\{\w+(, \w+)?\}\}/g, "").replace(/<b>[^<]*<\/b>/g, "");
  const gaps = key.startsWith("commandLine.") ? /^$/ : /^$|\s\s|\n/;
  return text === text.trim() && !gaps.test(text) && !/[{}<>]|\.\.\.|undefined|null|NaN|\$t\(/.test(plain);
}

/** The keys that the code says, as patterns: a key may be put together from a code. `opaque`: those without one. */
function keysSaid(): { readonly keys: readonly RegExp[]; readonly opaque: readonly string[] } {
  const keys: RegExp[] = [];
  const opaque: string[] = [];
  for (const [file, source] of [...readTree("src"), ...readTree("tests/setup")]) {
    if (!/\.tsx?$/.test(file) || file === "src/words/words.ts") continue;
    walk(parse(file, source).program, (node) => {
      if (node.type !== "CallExpression" || !/^(words|saying)$/.test(nameOf(node.callee) ?? "")) return;
      for (const key of choicesOf((node.arguments as readonly Node[])[0])) {
        const pattern = patternOf(key);
        if (pattern) keys.push(pattern);
        else opaque.push(`${file}:${lineAt(source, node.start)}`);
      }
    });
  }
  return { keys, opaque };
}

const choicesOf = (node: Node): readonly Node[] =>
  node.type === "ConditionalExpression"
    ? [...choicesOf(node.consequent as Node), ...choicesOf(node.alternate as Node)]
    : [node];

function patternOf(node: Node): RegExp | undefined {
  const text = textOf(node);
  const literal = (part: string): string => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  if (text !== undefined) return new RegExp(`^${literal(text)}$`);
  if (!isNode(node) || node.type !== "TemplateLiteral") return undefined;
  const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return new RegExp(`^${quasis.map(({ value }) => literal(value.cooked)).join("[^.]+")}$`);
}
