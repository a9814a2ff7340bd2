/* Finds words for people that stand outside of the catalogue (src/words): text between JSX tags, names and hints that
   are handed on as plain strings, and anything else that reads like a sentence or a name. */
import { isNode, lineAt, type Node, nameOf, parse } from "./syntax.ts";

export type Found = { readonly file: string; readonly line: number; readonly text: string };

/** Attributes and fields whose value a person sees or hears. */
const SEEN = new Set([
  ..."aria-description aria-label aria-roledescription aria-valuetext alt caption heading hint label mark".split(" "),
  ..."note placeholder remark say short summary text title unit words".split(" "),
]);

/** Attributes that hold code of their own: classes, drawings, styles, React's keys. */
const CODE = new Set("className d key points preserveAspectRatio style viewBox".split(" "));

/** Calls that take a key of the catalogue, or a language of the browser's own. */
const CODED = new Set("words saying matchMedia useMedia querySelector querySelectorAll".split(" "));

const LETTER = /\p{L}/u;
/** Two words in a row, or a word beside a hole; a lone word with a sentence's end; a word that is written as a name. */
const SENTENCE = new RegExp(
  [
    String.raw`\p{L}{2,}[,;:]? (\p{L}{2,}|…)`,
    String.raw`…[,;:]? \p{L}{2,}`,
    String.raw`^\s*\p{L}+[.…!?]\s*$`,
    String.raw`^\s*\p{Lu}\p{Ll}+\s*$`,
  ].join("|"),
  "u",
);

/** Where a string stands: seen by people, code that people never see, or anywhere else. */
type Place = "seen" | "code" | "else";

export function sentencesOutside(files: ReadonlyMap<string, string>): readonly Found[] {
  const found: Found[] = [];
  for (const [file, source] of files) {
    if (!/\.tsx?$/.test(file) || file.startsWith("src/words/")) continue;
    search(parse(file, source).program, "else", (node, text) =>
      found.push({ file, line: lineAt(source, node.start), text: text.replace(/\s+/g, " ").trim() }),
    );
  }
  return found;
}

function search(node: Node, place: Place, report: (node: Node, text: string) => unknown): void {
  if (place === "code") return;
  const text = textAt(node);
  if (text !== undefined) {
    const told = node.type === "JSXText" || place === "seen" ? LETTER : SENTENCE;
    if (told.test(text)) report(node, text);
  }
  for (const [field, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) search(child, placeOf(node, field, child) ?? place, report);
    }
  }
}

/** The text of a string, a template (its holes as "…") or a piece of JSX, else undefined. */
function textAt(node: Node): string | undefined {
  if (node.type === "JSXText" || (node.type === "Literal" && typeof node.value === "string"))
    return node.value as string;
  if (node.type !== "TemplateLiteral") return undefined;
  const quasis = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.map(({ value }) => value.cooked).join("…");
}

/** What a field of a node makes of all below it; undefined: what the node itself is. */
function placeOf(node: Node, field: string, child: Node): Place | undefined {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return field === "source" ? "code" : undefined;
    case "TSLiteralType":
    case "SwitchCase":
      return field === "consequent" ? undefined : "code";
    // What is compared is an id; so is the name of a field.
    case "BinaryExpression":
      return node.operator === "+" ? undefined : "code";
    case "MemberExpression":
      return field === "property" ? "code" : undefined;
    case "ConditionalExpression":
      return field === "test" ? "else" : undefined;
    // Said to programmers.
    case "NewExpression":
      return nameOf(node.callee)?.endsWith("Error") ? "code" : "else";
    case "CallExpression":
      return field === "arguments" ? (CODED.has(nameOf(node.callee) ?? "") ? "code" : "else") : undefined;
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return field === "body" && child.type === "BlockStatement" ? "else" : undefined;
    case "Property":
      return field === "key" ? "code" : byName(nameOf(node.key) ?? (node.key as Node).value);
    case "JSXAttribute":
      return field === "name" ? "code" : byName((node.name as Node).name);
    case "AssignmentExpression":
      return isStyle(node.left as Node) ? "code" : undefined;
    case "JSXElement":
    case "JSXFragment":
      return field === "children" ? "seen" : "else";
    default:
      return undefined;
  }
}

const byName = (name: unknown): Place =>
  typeof name === "string" && SEEN.has(name) ? "seen" : typeof name === "string" && CODE.has(name) ? "code" : "else";

/** `node.className`, `context.font`, `node.style.translate`. */
const isStyle = ({ object, property }: Node): boolean =>
  /^(className|font)$/.test(nameOf(property) ?? "") || (isNode(object) && nameOf(object.property) === "style");
