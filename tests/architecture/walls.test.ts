/* The walls are only worth as much as the faults they catch: each test plants one in an otherwise sound little tree
   and demands the catch, by file and by reason. */
import { describe, expect, test } from "vitest";
import { checkWalls, readTree } from "../setup/walls.ts";

/** A sound tree with one module per room, most of them importing something they may. */
const sound: Readonly<Record<string, string>> = {
  "src/main.tsx": `import { App } from "./app/app.tsx"; import "./workers/host.ts"; export const root = <App />;`,
  "src/core/units.ts": `export type Mm = number; export const mm = (value: number): Mm => Math.sqrt(value);`,
  "src/core/geometry/exact.ts": `/* Our own Math.sin, and 2 ** 3. */ export const sin = (x: number): number => x;`,
  "src/core/colour/lab.ts": `export const lab = 1;`,
  "src/core/plan/parse.ts": `import * as v from "valibot"; import type { Mm } from "../units.ts"; export const a: Mm = v.a;`,
  "src/core/stipple/stipple.ts": `export { marks } from "./marks.ts";`,
  "src/core/stipple/marks.ts": `export const marks = 1;`,
  "src/core/reading/skin.ts": `export const skin = 1;`,
  "src/store/store.ts": `import { createStore } from "zustand/vanilla"; import "../core/units.ts"; export const s = createStore;`,
  "src/workers/protocol.ts": `import type { Mm } from "../core/units.ts"; export type Job = Mm;`,
  "src/workers/entry.ts": `import { mm } from "../core/units.ts"; import "./protocol.ts"; export const m = mm;`,
  "src/workers/host.ts": `export const start = () => new Worker(new URL("./entry.ts", import.meta.url), { type: "module" });`,
  "src/intake/decode.ts": `import type { Job } from "../workers/protocol.ts"; import "../workers/host.ts"; export type D = Job;`,
  "src/export/image.ts": `import "../core/units.ts"; export const image = 1;`,
  "src/words/words.ts": `import { createInstance } from "i18next"; import type { Mm } from "../core/units.ts"; export const w: [Mm, unknown] = [1, createInstance];`,
  "src/records/library.ts": `import "../core/units.ts"; export const library = 1;`,
  "src/editor/stage.tsx": `import { Stage } from "react-konva"; import "../store/store.ts"; export const E = () => <Stage />;`,
  "src/app/app.tsx": `import { useState } from "react"; import "../editor/stage.tsx"; export const App = () => <p>{useState}</p>;`,
  "src/cli/render.ts": `import { readFile } from "node:fs/promises"; import sharp from "sharp"; export const r = [readFile, sharp];`,
};

/** The faults found when `code` is added to one file of the sound tree (or makes a new one). */
function plant(file: string, code: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const files = { ...sound, ...more };
  files[file] = `${files[file] ?? ""}\n${code}`;
  return checkWalls(new Map(Object.entries(files))).faults;
}

type Fault = readonly [what: string, file: string, code: string, reason: RegExp];

/** One fault alone, in the planted file: the walls neither miss it nor cry about anything else (but a way back). */
function demandsEach(faults: readonly Fault[]): void {
  test.for(faults)("%s", ([, file, code, reason]) => {
    const found = plant(file, code).filter((fault) => !fault.includes("is in a cycle"));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(reason);
    expect(found[0].startsWith(`${file}:`)).toBe(true);
  });
}

test("the sound tree has no faults", () => {
  expect(checkWalls(new Map(Object.entries(sound)))).toMatchObject({ modules: 19, faults: [] });
});

test("an empty tree is a fault, not a pass", () => {
  expect(checkWalls(new Map()).faults).toEqual([expect.stringContaining("no modules")]);
  expect(checkWalls(new Map([["src/app/style.css", ""]])).faults).toEqual([expect.stringContaining("no modules")]);
});

test("our own src is read, and stands", () => {
  const report = checkWalls(readTree("src"));
  expect(report.faults).toEqual([]);
  expect(report.modules).toBeGreaterThan(20);
  expect(report.imports).toBeGreaterThan(20);
});

describe("each kind of import is seen", () => {
  const file = "src/core/reading/skin.ts";
  demandsEach([
    ["a value import", file, `import { s } from "../../store/store.ts";`, /core may not import store/],
    ["an import without an extension", file, `import { s } from "../../store/store";`, /core may not import store/],
    ["a side-effect import", file, `import "../../store/store.ts";`, /core may not import store/],
    ["a type-only import", file, `import type { s } from "../../store/store.ts";`, /core may not import store/],
    ["an inline type import", file, `import { type s } from "../../store/store.ts";`, /core may not import store/],
    ["import('…').Type", file, `export type S = import("../../store/store.ts").S;`, /core may not import store/],
    ["typeof import('…')", file, `export type S = typeof import("../../store/store.ts");`, /core may not import store/],
    ["a re-export", file, `export { s } from "../../store/store.ts";`, /core may not import store/],
    ["a type-only re-export", file, `export type { s } from "../../store/store.ts";`, /core may not import store/],
    ["export *", file, `export * from "../../store/store.ts";`, /core may not import store/],
    ["export * as", file, `export * as s from "../../store/store.ts";`, /core may not import store/],
    ["a dynamic import", file, `export const s = () => import("../../store/store.ts");`, /core may not import store/],
    [
      "a dynamic import by template",
      file,
      "export const s = import(`../../store/store.ts`);",
      /core may not import store/,
    ],
    ["a computed import", file, "export const s = (x: string) => import(x);", /only known at run time/],
    [
      "import = require",
      file,
      `import s = require("../../store/store.ts"); export { s };`,
      /core may not import store/,
    ],
    ["require", file, `declare const require: any; require("../../store/store.ts");`, /core may not import store/],
    ["an augmented module", file, `declare module "../../store/store.ts" { }`, /core may not import store/],
    ["a query", file, `import s from "../../store/store.ts?raw"; export { s };`, /core may not import store/],
    ["import.meta.glob", "src/app/app.tsx", `import.meta.glob("../workers/*.ts");`, /import\.meta\.glob/],
    ["a reference directive", "src/store/store.ts", `/// <reference types="node" />`, /reference/],
    ["a path that leaves src", file, `import "../../../tests/setup/walls.ts";`, /outside src/],
    ["an absolute path", file, `import "/src/store/store.ts";`, /outside src/],
    ["a path that leads nowhere", file, `import "./gone.ts";`, /leads nowhere/],
    ["text that is no program", file, `import {`, /cannot be read/],
  ]);
});

describe("the rooms keep to themselves", () => {
  demandsEach([
    ["core → workers", "src/core/units.ts", `import type { Job } from "../workers/protocol.ts";`, /core may not/],
    ["geometry → core", "src/core/geometry/exact.ts", `import type { Mm } from "../units.ts";`, /geometry may not/],
    ["stipple → core", "src/core/stipple/marks.ts", `import { skin } from "../photo/skin.ts";`, /stipple may not/],
    [
      "store → editor",
      "src/store/store.ts",
      `import type { E } from "../editor/stage.tsx";`,
      /store may not import editor/,
    ],
    ["store → workers", "src/store/store.ts", `import "../workers/host.ts";`, /store may not import workers\/host/],
    [
      "protocol → host",
      "src/workers/protocol.ts",
      `import type { start } from "./host.ts";`,
      /workers\/protocol may not/,
    ],
    ["entry → host", "src/workers/entry.ts", `import type { start } from "./host.ts";`, /workers\/entry may not/],
    ["entry → store", "src/workers/entry.ts", `import "../store/store.ts";`, /workers\/entry may not import store/],
    [
      "host → entry by import",
      "src/workers/host.ts",
      `import "./entry.ts";`,
      /workers\/host may not import workers\/entry/,
    ],
    ["host → entry by type", "src/workers/host.ts", `import type { m } from "./entry.ts";`, /workers\/host may not/],
    ["intake → store", "src/intake/decode.ts", `import "../store/store.ts";`, /intake may not import store/],
    [
      "intake → protocol as a value",
      "src/intake/decode.ts",
      `import "../workers/protocol.ts";`,
      /may only "import type"/,
    ],
    ["export → intake", "src/export/image.ts", `import "../intake/decode.ts";`, /export may not import intake/],
    ["records → store", "src/records/library.ts", `import type { s } from "../store/store.ts";`, /records may not/],
    ["core → words", "src/core/units.ts", `import type { w } from "../words/words.ts";`, /core may not import words/],
    ["store → words", "src/store/store.ts", `import "../words/words.ts";`, /store may not import words/],
    ["words → core as a value", "src/words/words.ts", `import "../core/units.ts";`, /may only "import type" from core/],
    [
      "words → store",
      "src/words/words.ts",
      `import type { s } from "../store/store.ts";`,
      /words may not import store/,
    ],
    ["editor → workers", "src/editor/stage.tsx", `import "../workers/host.ts";`, /editor may not import workers/],
    [
      "editor → app",
      "src/editor/stage.tsx",
      `export type A = import("../cli/render.ts").A;`,
      /editor may not import cli/,
    ],
    [
      "app → workers/entry",
      "src/app/app.tsx",
      `import type { m } from "../workers/entry.ts";`,
      /app may not import workers\/entry/,
    ],
    ["app → cli", "src/app/app.tsx", `import "../cli/render.ts";`, /app may not import cli/],
    ["cli → store", "src/cli/render.ts", `import "../store/store.ts";`, /cli may not import store/],
    [
      "app starts a worker",
      "src/app/app.tsx",
      `new Worker(new URL("../workers/entry.ts", import.meta.url));`,
      /may not start src\/workers\/entry/,
    ],
    [
      "host starts another worker",
      "src/workers/host.ts",
      `new Worker(new URL("./protocol.ts", import.meta.url));`,
      /may not start/,
    ],
    ["a worker by plain address", "src/workers/host.ts", `new Worker("/entry.js");`, /starts a worker other than/],
    ["code by address", "src/app/app.tsx", `new URL("../cli/render.ts", import.meta.url);`, /app may not import cli/],
    ["a module without a room", "src/extra/thing.ts", `export const thing = 1;`, /belongs to no room/],
  ]);

  test("app → main, and so a cycle", () => {
    const found = plant("src/app/app.tsx", `import type { root } from "../main.tsx";`);
    expect(found).toEqual([expect.stringContaining("app may not import main"), expect.stringContaining("in a cycle")]);
  });
});

describe("packages have their places", () => {
  const skin = "src/core/reading/skin.ts";
  demandsEach([
    ["react in core", skin, `import { useState } from "react";`, /core may not import the package "react"/],
    ["a type of react in core", skin, `import type { FC } from "react";`, /"react"/],
    ["JSX in core", "src/core/photo/view.tsx", `export const v = <p />;`, /"react\/jsx-runtime"/],
    ["konva in core", skin, `import Konva from "konva";`, /"konva"/],
    ["node: in core", skin, `import { readFileSync } from "node:fs";`, /"node:fs"/],
    ["fs in core", skin, `import { readFileSync } from "fs";`, /"fs"/],
    ["a colour library in core", skin, `import { colord } from "colord";`, /"colord"/],
    [
      "a colour library's plugin in app",
      "src/app/app.tsx",
      `import lab from "colord/plugins/lab";`,
      /"colord\/plugins\/lab"/,
    ],
    ["valibot outside plan", "src/core/colour/lab.ts", `import * as v from "valibot";`, /"valibot"/],
    ["colord beside its door", "src/core/colour/lab.ts", `import { colord } from "colord";`, /"colord"/],
    ["colord in app", "src/app/app.tsx", `import names from "colord/plugins/names";`, /"colord\/plugins\/names"/],
    ["idb outside records", "src/store/store.ts", `import { openDB } from "idb";`, /"idb"/],
    ["valibot in app", "src/app/app.tsx", `export type V = import("valibot").BaseSchema;`, /"valibot"/],
    [
      "react in store",
      "src/store/store.ts",
      `import type { FC } from "react";`,
      /store may not import the package "react"/,
    ],
    ["zustand's React half in store", "src/store/store.ts", `import { create } from "zustand";`, /package "zustand"/],
    ["konva in app", "src/app/app.tsx", `import Konva from "konva";`, /app may not import the package "konva"/],
    ["node: in app", "src/app/app.tsx", `import "node:fs";`, /"node:fs"/],
    ["sharp in export", "src/export/image.ts", `import sharp from "sharp";`, /"sharp"/],
    ["an address in the network", "src/app/app.tsx", `import "https://example.org/x.js";`, /package "https:/],
  ]);
});

describe("stipple has one door", () => {
  demandsEach([
    ["from core", "src/core/reading/skin.ts", `import { marks } from "../stipple/marks.ts";`, /passes the door/],
    ["by type", "src/core/reading/skin.ts", `export type M = import("../stipple/marks").M;`, /passes the door/],
    ["from the worker", "src/workers/entry.ts", `export * from "../core/stipple/marks.ts";`, /passes the door/],
    ["from main", "src/main.tsx", `import "./core/stipple/marks.ts";`, /passes the door/],
    ["and so has records", "src/app/app.tsx", `import "../records/library.ts";`, /passes the door/],
  ]);
});

describe("cycles, barrels and names", () => {
  test("a cycle of values is told as the way round", () => {
    const found = plant("src/core/units.ts", `import { skin } from "./reading/skin.ts";`, {
      "src/core/reading/skin.ts": `import "../units.ts"; export const skin = 1;`,
    });
    expect(found).toEqual([
      "src/core/reading/skin.ts  is in a cycle: src/core/reading/skin.ts → src/core/units.ts → src/core/reading/skin.ts",
    ]);
  });

  test("a cycle of types alone is a cycle", () => {
    const found = plant("src/core/units.ts", `export type S = import("./reading/skin.ts").S;`, {
      "src/core/reading/skin.ts": `import type { A } from "./tone.ts"; export type S = A;`,
      "src/core/reading/tone.ts": `import type { Mm } from "../units.ts"; export type A = Mm;`,
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("tone.ts → src/core/units.ts → src/core/reading/skin.ts");
  });

  test("a module that imports itself is a cycle", () => {
    expect(plant("src/core/units.ts", `import type { Mm as M } from "./units.ts";`)).toEqual([
      expect.stringContaining("cycle"),
    ]);
  });

  demandsEach([
    ["a barrel", "src/core/reading/all.ts", `export { skin } from "./skin.ts";`, /barrel/],
    [
      "a barrel in two steps",
      "src/core/reading/all.ts",
      `import { skin } from "./skin.ts"; export { skin };`,
      /barrel/,
    ],
    ["an index", "src/core/photo/index.ts", `export const one = 1;`, /is an index/],
    ["utils", "src/core/utils/sum.ts", `export const sum = 1;`, /says nothing/],
    ["colour-helpers", "src/core/colour-helpers.ts", `export const sum = 1;`, /says nothing/],
    ["plain JavaScript", "src/core/sum.js", `export const sum = 1;`, /is not TypeScript/],
  ]);
});
