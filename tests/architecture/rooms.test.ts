/* Every room has a README that is its law, and the law speaks of what is there; core's rooms rest on those before. */
import { describe, expect, test } from "vitest";
import { referencesOf } from "../setup/imports.ts";
import { parse } from "../setup/syntax.ts";
import { readTree } from "../setup/walls.ts";

type Files = ReadonlyMap<string, string>;

/** Folders that have a law of their own: those of src, and those of core. */
const roomsIn = (files: Files): ReadonlySet<string> =>
  new Set([...files.keys()].flatMap((file) => /^src\/(?:core\/)?[^/]+(?=\/)/.exec(file) ?? []));

/** Rooms without a README, and code that a README names and that is neither in its room nor where the name says. */
function lawFaults(files: Files): readonly string[] {
  return [...roomsIn(files)].flatMap((room) => {
    const law = files.get(`${room}/README.md`);
    if (law === undefined) return [`${room} has no README.md`];
    const names = [...law.replaceAll(/^```[\s\S]*?^```/gm, "").matchAll(/`([\w./-]+\.tsx?)`/g)].map(([, name]) => name);
    const isThere = (name: string): boolean =>
      [room, "src", "src/core"].some((folder) => files.has(`${folder}/${name}`)) ||
      [...files.keys()].some((file) => file.startsWith(`${room}/`) && file.endsWith(`/${name}`));
    return names.filter((name) => !isThere(name)).map((name) => `${room}/README.md: there is no ${name}`);
  });
}

/** Each rests on those before it alone. Stipple knows none of them and is reached by its door, as the walls see to. */
const order = ["geometry", "colour", "photo", "head", "hairline", "pigment", "reading", "plan", "picture"];

/** Imports of core that go from a room to a later one. */
function arrowsUp(files: Files): readonly string[] {
  return [...files].flatMap(([file, source]) => {
    const here = order.indexOf(/^src\/core\/([^/]+)\//.exec(file)?.[1] ?? "");
    if (here < 0 || !file.endsWith(".ts")) return [];
    return referencesOf(file, parse(file, source))
      .found.map(({ specifier }) => specifier)
      .filter((specifier) => order.indexOf(/^\.\.\/([^/]+)\//.exec(specifier)?.[1] ?? "") > here)
      .map((specifier) => `${file} looks up to ${specifier}`);
  });
}

const src = readTree("src");

test("every room has its law, and the code that it names is there", () => {
  expect(lawFaults(src)).toEqual([]);
  expect(roomsIn(src).size).toBeGreaterThan(16);
});

test("no room of core looks up to a later one", () => {
  expect(arrowsUp(src)).toEqual([]);
  const known = [...roomsIn(src)].filter((room) => room.startsWith("src/core/")).map((room) => room.slice(9));
  expect(known.toSorted()).toEqual([...order, "stipple"].toSorted());
});

describe("each fault is caught", () => {
  const sound: Files = new Map([
    ["src/core/README.md", "`head/vault.ts`, `units.ts`"],
    ["src/core/units.ts", ""],
    ["src/core/head/README.md", "`vault.ts` in `units.ts`"],
    ["src/core/head/vault.ts", `import type { Mm } from "../units.ts"; import "../geometry/vector.ts";`],
    ["src/main.tsx", ""],
  ]);
  const laws = (file: string, text: string): readonly string[] => lawFaults(new Map([...sound, [file, text]]));
  const arrows = (text: string): readonly string[] => arrowsUp(new Map([["src/core/head/vault.ts", text]]));

  test("not in a sound tree", () => {
    expect(lawFaults(sound)).toEqual([]);
    expect(arrowsUp(sound)).toEqual([]);
  });

  test("a room without a law", () => {
    expect(laws("src/core/plan/plan.ts", "")).toEqual(["src/core/plan has no README.md"]);
    expect(laws("src/store/session.ts", "")).toEqual(["src/store has no README.md"]);
  });

  test("a law that speaks of what is gone", () => {
    expect(laws("src/core/head/README.md", "`slide.ts`")).toEqual(["src/core/head/README.md: there is no slide.ts"]);
  });

  test("a step up, for a value or a type", () => {
    expect(arrows(`import { trace } from "../reading/trace.ts";`)).toHaveLength(1);
    expect(arrows(`import type { Plan } from "../plan/plan.ts";`)).toHaveLength(1);
    expect(arrows(`export type { Plan } from "../plan/plan.ts";`)).toHaveLength(1);
  });
});
