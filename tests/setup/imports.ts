/* Everything by which one module reaches another: imports, re-exports, `import("…")` as value and as type, workers,
   and the ways that cannot be followed (those are reported, never skipped). */
import { isNode, nameOf, type Node, type Parsed, textOf, walk } from "./syntax.ts";

export type Reference = {
  /** As written, without a query (`?url`). */
  readonly specifier: string;
  readonly kind: "value" | "types" | "worker";
  readonly start: number;
};

/** A way of importing that the walls cannot see through. */
export type Opaque = { readonly message: string; readonly start: number };

export function referencesOf(path: string, { program, comments }: Parsed): { found: Reference[]; opaque: Opaque[] } {
  const found: Reference[] = [];
  const opaque: Opaque[] = [];
  const add = (source: unknown, kind: Reference["kind"], start: number): void => {
    const text = textOf(source);
    if (text === undefined) opaque.push({ message: "imports a name that is only known at run time", start });
    else found.push({ specifier: text.replace(/[?#].*$/, ""), kind, start });
  };

  // JSX calls React without saying so.
  if (path.endsWith(".tsx")) found.push({ specifier: "react/jsx-runtime", kind: "value", start: 0 });

  for (const { value, start } of comments) {
    if (/^\/\s*<reference/.test(value)) opaque.push({ message: "brings in types by a /// reference", start });
    if (/@jsxImportSource/.test(value)) opaque.push({ message: "changes where JSX comes from", start });
  }

  walk(program, (node, parent) => {
    const { start } = node;
    switch (node.type) {
      case "ImportDeclaration":
        // `import { type A }` still runs the module (verbatimModuleSyntax), so only `import type` is types.
        add(node.source, node.importKind === "type" ? "types" : "value", start);
        break;
      case "ExportNamedDeclaration":
      case "ExportAllDeclaration":
        if (node.source) add(node.source, node.exportKind === "type" ? "types" : "value", start);
        break;
      case "ImportExpression":
        add(node.source, "value", start);
        break;
      case "TSImportType":
        add(node.source, "types", start);
        break;
      case "TSExternalModuleReference":
        add(node.expression, "value", start);
        break;
      case "TSModuleDeclaration":
        if (textOf(node.id) !== undefined) add(node.id, "types", start);
        break;
      case "CallExpression":
        if (nameOf(node.callee) === "require") add(first(node), "value", start);
        if (isMetaGlob(node.callee)) opaque.push({ message: "imports by import.meta.glob", start });
        break;
      case "NewExpression":
        if (isModuleUrl(node)) {
          const worker =
            parent?.type === "NewExpression" && nameOf(parent.callee) === "Worker" && first(parent) === node;
          const text = textOf(first(node));
          // An address of something that is not code (a picture, a model) is not an import.
          if (worker || text === undefined || /\.[cm]?[jt]sx?$/.test(text))
            add(first(node), worker ? "worker" : "value", start);
        } else if (/^(Shared)?Worker$/.test(nameOf(node.callee) ?? "") && !isModuleUrl(first(node))) {
          opaque.push({ message: "starts a worker other than by new URL(…, import.meta.url)", start });
        }
        break;
    }
  });
  return { found, opaque };
}

function first(call: Node): unknown {
  return (call.arguments as readonly unknown[])[0];
}

/** `new URL(…, import.meta.url)` */
function isModuleUrl(value: unknown): boolean {
  if (!isNode(value) || value.type !== "NewExpression" || nameOf(value.callee) !== "URL") return false;
  const base = (value.arguments as readonly unknown[])[1];
  return isNode(base) && base.type === "MemberExpression" && isNode(base.object) && base.object.type === "MetaProperty";
}

function isMetaGlob(callee: unknown): boolean {
  if (!isNode(callee) || callee.type !== "MemberExpression" || !isNode(callee.object)) return false;
  return callee.object.type === "MetaProperty" && (nameOf(callee.property) ?? "").startsWith("glob");
}
