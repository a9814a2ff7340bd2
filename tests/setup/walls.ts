/* The walls between the rooms of src: reads every module, follows all it imports, types too, and reports each step
   that rooms.ts does not allow. Run as `npm run walls`; tests/architecture plants faults and demands each catch. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { cyclesOf } from "./cycles.ts";
import { type Reference, referencesOf } from "./imports.ts";
import { impuritiesOf } from "./purity.ts";
import { corners, doors, roomOf, rooms, workers } from "./rooms.ts";
import { lineAt, type Node, parse } from "./syntax.ts";

export type Report = { readonly modules: number; readonly imports: number; readonly faults: readonly string[] };

/** Checks a set of files, named from the top of the repository ("src/core/units.ts"). */
export function checkWalls(files: ReadonlyMap<string, string>): Report {
  const faults: string[] = [];
  const graph = new Map<string, string[]>();
  let imports = 0;

  const modules = [...files.keys()].filter((file) => /\.[cm]?[jt]sx?$/.test(file)).toSorted();
  if (modules.length === 0) faults.push("no modules found: the walls have nothing to stand on");

  for (const file of modules) {
    const source = files.get(file)!;
    const fault = (start: number, message: string): unknown =>
      faults.push(`${file}:${lineAt(source, start)}  ${message}`);
    if (!/\.tsx?$/.test(file)) fault(0, "is not TypeScript");
    if (roomOf(file) === undefined) fault(0, "belongs to no room (tests/setup/rooms.ts lists them)");
    for (const message of nameFaults(file)) fault(0, message);

    const parsed = parse(file, source);
    for (const error of parsed.errors) fault(0, `cannot be read: ${error}`);
    if (isBarrel(parsed.program) && !Object.values(doors).includes(file)) fault(0, "is a barrel: it only passes on");
    if (file.startsWith("src/core/")) {
      for (const { start, message } of impuritiesOf(parsed.program)) fault(start, message);
    }

    const { found, opaque } = referencesOf(file, parsed);
    for (const { start, message } of opaque) fault(start, message);
    const targets: string[] = [];
    for (const reference of found) {
      imports += 1;
      const target = resolve(file, reference.specifier, files);
      const message = target.outside ?? stepFault(file, target, reference);
      if (message !== undefined) fault(reference.start, message);
      if (target.file !== undefined) targets.push(target.file);
    }
    graph.set(file, targets);
  }

  for (const cycle of cyclesOf(graph)) faults.push(`${cycle[0]}  is in a cycle: ${cycle.join(" → ")}`);
  return { modules: modules.length, imports, faults };
}

type Target = { readonly file?: string; readonly name?: string; readonly outside?: string };

/** Where a specifier leads: a file of ours, a package by its name, or a place outside that no module may reach. */
function resolve(from: string, specifier: string, files: ReadonlyMap<string, string>): Target {
  if (!/^[./]/.test(specifier)) return { name: specifier };
  const base = path.posix.join(path.posix.dirname(from), specifier);
  if (specifier.startsWith("/") || !base.startsWith("src/")) return { outside: `reaches outside src: "${specifier}"` };
  const file = ["", ".ts", ".tsx", ".d.ts", "/index.ts", "/index.tsx"]
    .map((end) => base + end)
    .find((name) => files.has(name));
  return file === undefined ? { outside: `leads nowhere: "${specifier}"` } : { file };
}

/** Why this step is not allowed, or undefined. */
function stepFault(from: string, target: Target, { kind, specifier }: Reference): string | undefined {
  const here = roomOf(from);
  if (here === undefined) return undefined; // has no room: reported already
  const room = rooms[here];

  if (target.file === undefined) {
    if (room.packages === "every package") return undefined;
    const corner = Object.entries(corners).flatMap(([folder, names]) => (from.startsWith(folder) ? names : []));
    const allowed = [...room.packages, ...corner].some((name) => isBelow(specifier, name));
    return allowed ? undefined : `${here} may not import the package "${specifier}"`;
  }

  if (kind === "worker") {
    return workers[target.file] === from ? undefined : `may not start ${target.file} as a worker`;
  }
  for (const [folder, door] of Object.entries(doors)) {
    if (target.file.startsWith(folder) && target.file !== door && !from.startsWith(folder)) {
      return `passes the door of ${folder}: import ${door} instead of "${specifier}"`;
    }
  }
  const there = roomOf(target.file);
  if (there === undefined || there === here || room.rooms === "every room") return undefined;
  const reach = room.rooms[there];
  if (reach === "all" || (reach === "types" && kind === "types")) return undefined;
  if (reach === "types") return `${here} may only "import type" from ${there}`;
  return `${here} may not import ${there} ("${specifier}")`;
}

function isBelow(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(name.endsWith(":") ? name : `${name}/`);
}

function nameFaults(file: string): string[] {
  const names = file.split("/").map((part) => part.replace(/\..*$/, ""));
  const vague = names.filter((name) => /(^|-)(utils?|helpers?|misc)$/i.test(name));
  return [
    ...vague.map((name) => `"${name}" says nothing: name the thought`),
    ...(names.at(-1) === "index" ? ["is an index: give the module the name of its thought"] : []),
  ];
}

/** Whether a module declares nothing itself and only passes on what others export. */
function isBarrel(program: Node): boolean {
  const body = program.body as readonly Node[];
  const passing = body.filter((node) => /^Export(All|Named)/.test(node.type) && !node.declaration);
  return passing.length > 0 && body.every((node) => node.type === "ImportDeclaration" || passing.includes(node));
}

/** Every file below a folder, with its text. */
export function readTree(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(file.split(path.sep).join("/"), readFileSync(file, "utf8"));
  }
  return files;
}

export function main(): void {
  const { modules, imports, faults } = checkWalls(readTree("src"));
  for (const fault of faults) console.error(fault);
  console.log(`walls: ${modules} modules, ${imports} imports, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}
