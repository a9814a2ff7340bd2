/* Plan files as each version's own code wrote them, and what they are painted as: frozen/README.md. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { contentName, crcName } from "../../../src/core/head/view.ts";
import { crc32 } from "../../../src/core/photo/crc32.ts";
import { renderPicture } from "../../../src/core/picture/picture.ts";
import { type PlanFile, planFile, readPlanFile } from "../../../src/core/plan/plan-file.ts";
import { type Scene, lookingAt, sceneOf, viewOf } from "../../../src/core/plan/scene.ts";
import { headFolliclesOf } from "../../pictures/head-follicles.ts";
import { fingerprint } from "../picture/known-picture.ts";
import { skinPhoto } from "./frozen/photo.ts";

type Picture = { readonly dots: number; readonly fingerprint: number };
type Painted = Readonly<Record<string, { readonly own: readonly Picture[]; readonly kept: readonly Picture[] }>>;

const top = path.resolve(import.meta.dirname, "../../..");
const folder = path.join(import.meta.dirname, "frozen");
const painted: Painted = JSON.parse(readFileSync(path.join(folder, "painted.json"), "utf8"));
const names = readdirSync(folder)
  .filter((name) => /^v\d.*\.json$/u.test(name))
  .map((name) => name.slice(0, -".json".length));
const textOf = (name: string): string => readFileSync(path.join(folder, `${name}.json`), "utf8");
const versionOf = (text: string): number => JSON.parse(text).version;

/** Painted otherwise by a later commit on purpose: frozen/README.md says which, and why. */
const CHANGED = ["v1", "v1-demo", "v2-at-first", "v4-close-up", "v4-fades", "v4-soft"];

function opened(name: string): PlanFile {
  const read = readPlanFile(textOf(name));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.reason)}`);
  return read.value;
}

function presentVersion(): number {
  const file = planFile(opened(names[0]).document);
  return file.ok ? versionOf(file.value) : Number.NaN;
}

/** The file as it was looked at when it was saved; from version 6 on, as it is first looked at. */
const sceneIn = ({ document, look }: PlanFile): Scene => lookingAt(sceneOf(document), look ?? {});

function paintedHere(scene: Scene): Picture {
  const { width, height } = viewOf(scene).camera;
  const { picture, dots } = renderPicture(skinPhoto(width, height), scene, headFolliclesOf(scene.document));
  return { dots, fingerprint: fingerprint(picture.data) };
}

test("each version that is no longer written has frozen files, and each file has its pictures", () => {
  const present = presentVersion();
  const frozen = new Set(names.map((name) => versionOf(textOf(name))));
  for (let version = 1; version < present; version++) expect(frozen).toContain(version);
  expect(names.toSorted()).toEqual(Object.keys(painted).toSorted());
  for (const name of names) expect(name.startsWith(`v${versionOf(textOf(name))}`)).toBe(true);
});

test.each(names)("%s is painted pixel for pixel as before version 6, or by the last that wrote its version", (name) => {
  const scene = sceneIn(opened(name));
  const photos = scene.document.views.slice(0, painted[name].kept.length).map(({ photo }) => photo);
  expect(photos[0]).toBe(scene.cursor.photo);
  expect(photos.map((photo) => paintedHere(lookingAt(scene, { photo })))).toEqual(painted[name].kept);
});

test("what its own commit painted has changed where that was meant, and nowhere else", () => {
  const changed = names.filter((name) => JSON.stringify(painted[name].own) !== JSON.stringify(painted[name].kept));
  expect(changed.toSorted()).toEqual(CHANGED);
});

test("a frozen plan looks as no other does", () => {
  const all = names.flatMap((name) =>
    painted[name].kept.map(({ fingerprint }) => `${name.slice(0, 2)} ${fingerprint}`),
  );
  // One head from one side, straight from v1-demo to v3-demo; v3 and v4 are looked at once more, in close-up or soft.
  expect(new Set(all).size).toBeGreaterThanOrEqual(all.length - 2);
});

test("plans from the third version on know the demo's photos by their files", () => {
  const files = ["front", "three-quarter", "top"].map((name) =>
    readFileSync(path.join(top, `tests/first-demo/${name}.jpg`)),
  );
  const photosOf = (name: string) => opened(name).document.views.map(({ photo }) => photo);
  for (const name of ["v3-demo", "v4-demo", "v5-demo"])
    expect(photosOf(name)).toEqual(files.map((file) => crcName(crc32(file))));
  const named = files.map((file) => contentName(createHash("sha256").update(file).digest("hex")));
  expect(photosOf("v6-demo")).toEqual(named);
});
