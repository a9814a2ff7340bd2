/* The syntax tree of one module, by the parser that the build itself uses, and a walk over it. */
import { parseSync } from "vite";

export type Node = { readonly type: string; readonly start: number; readonly [key: string]: unknown };
export type Comment = { readonly value: string; readonly start: number };
export type Parsed = {
  readonly program: Node;
  readonly comments: readonly Comment[];
  readonly errors: readonly string[];
};

export function parse(path: string, source: string): Parsed {
  const lang = path.endsWith(".tsx") ? "tsx" : path.endsWith(".d.ts") ? "dts" : "ts";
  const { program, comments, errors } = parseSync(path, source, { lang, sourceType: "module" });
  return { program: program as unknown as Node, comments, errors: errors.map((error) => error.message) };
}

/** Calls `visit` for every node below `node` and itself, with the node above it. */
export function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, node);
    }
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

/** The text of a plain string literal or a template without holes, else undefined. */
export function textOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === "Literal" && typeof value.value === "string") return value.value;
  if (value.type !== "TemplateLiteral") return undefined;
  const quasis = value.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return quasis.length === 1 ? quasis[0].value.cooked : undefined;
}

/** The name of a plain identifier, else undefined. */
export function nameOf(value: unknown): string | undefined {
  return isNode(value) && value.type === "Identifier" ? (value.name as string) : undefined;
}

export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split("\n").length;
}
