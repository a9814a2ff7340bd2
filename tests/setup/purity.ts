/* What core must not touch although its own language offers it: chance, clocks, locales, and the arithmetic that
   engines round differently. (The DOM and Node are kept out by core's tsconfig, which does not know their names.) */
import { isNode, nameOf, type Node, textOf, walk } from "./syntax.ts";

/** Exactly rounded in every engine, or whole-number work; constants are the same double everywhere. */
const exactMath = new Set(
  "abs min max floor ceil round trunc sign sqrt imul fround clz32 PI E LN2 LN10 LOG2E LOG10E SQRT2 SQRT1_2".split(" "),
);

const forbidden = new Set(
  (
    "Date Intl globalThis eval Function WeakRef FinalizationRegistry " +
    "performance crypto console fetch setTimeout setInterval"
  ).split(" "),
);

export type Impurity = { readonly message: string; readonly start: number };

export function impuritiesOf(program: Node): Impurity[] {
  const found: Impurity[] = [];
  const add = (start: number, message: string): unknown => found.push({ message, start });

  walk(program, (node, parent) => {
    const { start } = node;
    if (node.type === "Identifier" && isReference(node, parent)) {
      const name = node.name as string;
      if (forbidden.has(name)) add(start, `core has no ${name}: no clock, no chance, no locale, no I/O`);
      if (name === "Math") checkMath(node, parent, add);
    }
    if (node.type === "MemberExpression") {
      const name = memberName(node);
      if (name !== undefined && /^(toLocale|localeCompare)/.test(name)) {
        add(start, `.${name}() follows the machine's locale, and core is the same on every machine`);
      }
    }
    if (node.type === "MetaProperty" && nameOf(node.meta) === "import") add(start, "core has no import.meta");
    if ((node.type === "BinaryExpression" && node.operator === "**") || node.operator === "**=") {
      add(start, "** is rounded differently by different engines: use core/geometry/exact");
    }
  });
  return found;
}

function checkMath(node: Node, parent: Node | undefined, add: (start: number, message: string) => unknown): void {
  // `typeof Math` and `Math` handed on are refused too: what cannot be followed cannot be trusted.
  const name = parent?.type === "MemberExpression" && parent.object === node ? memberName(parent) : undefined;
  if (name === undefined) add(node.start, "Math may only be used as Math.name, so that each use can be checked");
  else if (name === "random") add(node.start, "core has no chance: use core/random with a seed");
  else if (!exactMath.has(name)) {
    add(node.start, `Math.${name} is rounded differently by different engines: use core/geometry/exact`);
  }
}

function memberName(node: Node): string | undefined {
  return node.computed ? textOf(node.property) : nameOf(node.property);
}

/** Whether this identifier stands for a variable, and is not merely the name of a property. */
function isReference(node: Node, parent: Node | undefined): boolean {
  if (!isNode(parent)) return true;
  if (parent.type === "MemberExpression") return parent.object === node || parent.computed === true;
  if (parent.key === node && parent.value !== node) return parent.computed === true || parent.shorthand === true;
  return !/^(Import|Export)\w*Specifier$/.test(parent.type);
}
