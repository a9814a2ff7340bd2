/* Writes the frozen plans anew, each by the code of the commit that wrote such files, and paints them by that code and
   by the last before version 6: `node tests/setup/run.mjs tests/core/plan/frozen/write.mjs`; with a number after it,
   those of that version alone. The history must be there, and no file may change. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runnerImport } from "vite";
import { fingerprint } from "../../picture/known-picture.ts";
import { skinPhoto } from "./photo.ts";
import { commits, plansOf } from "./recipes.mjs";

const here = path.resolve("tests/core/plan/frozen");
/** The last commit that wrote version 5. */
const LAST = "cb61967";

/** A commit's tree in a folder of its own, on the packages of today: what core needs of them has not changed. */
function treeOf(commit) {
  const folder = mkdtempSync(path.join(tmpdir(), `stubble-${commit}-`));
  const tar = execFileSync("git", ["archive", commit], { maxBuffer: 1 << 30 });
  execFileSync("tar", ["x", "-C", folder], { input: tar });
  symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"));
  return folder;
}

const MODULES = [
  "hairline/areas.ts",
  "hairline/brush.ts",
  "hairline/drawn-line.ts",
  "hairline/finish.ts",
  "hairline/hairline.ts",
  "head/vault.ts",
  "head/view.ts",
  "head/scale.ts",
  "head/surface.ts",
  "head/cut.ts",
  "head/nudge.ts",
  "head/patch.ts",
  "photo/crc32.ts",
  "pigment/dot.ts",
  "plan/consultation.ts",
  "plan/document.ts",
  "plan/scene.ts",
  "plan/plan.ts",
  "plan/picture.ts",
  "picture/picture.ts",
  "plan/plan-file.ts",
];

/** Its core, imported whole by one module so that every part is there once. */
async function coreOf(folder) {
  const has = MODULES.filter((name) => existsSync(path.join(folder, "src/core", name)));
  const lines = has.map((name, i) => `export * as m${i} from "./src/core/${name}";`);
  writeFileSync(path.join(folder, "core.ts"), [...lines, 'export * as cli from "./src/cli/render.ts";'].join("\n"));
  const { module } = await runnerImport(path.join(folder, "core.ts"), { configFile: false, logLevel: "error" });
  return { core: (name) => module[`m${has.indexOf(name)}`], cli: module.cli };
}

/** The picture of each photo that the plan knows, or of the one at hand alone. */
function paint(core, consultation, wholly) {
  const { renderPicture } = core("plan/picture.ts");
  const { turnedTo } = core("plan/consultation.ts");
  const photos = wholly ? [consultation.view, ...(consultation.others ?? [])].map(({ photo }) => photo) : [undefined];
  return photos.map((photo) => {
    const turned = turnedTo && photo !== undefined ? turnedTo(consultation, photo) : consultation;
    const { camera } = turned.view;
    const { picture, dots } = renderPicture(skinPhoto(camera.width, camera.height), turned);
    return { dots, fingerprint: fingerprint(picture.data) };
  });
}

/** From version 6 on: the picture of each photo of the document, or of its first alone. */
function paintDocument(core, document, wholly) {
  const { renderPicture } = core("picture/picture.ts");
  const { sceneOf } = core("plan/scene.ts");
  return (wholly ? document.views : document.views.slice(0, 1)).map(({ photo, camera }) => {
    const { picture, dots } = renderPicture(skinPhoto(camera.width, camera.height), sceneOf(document, photo));
    return { dots, fingerprint: fingerprint(picture.data) };
  });
}

/** The demo's view of a name as the commit opened it. */
async function demoAsOpened({ core, cli }, folder, name) {
  const { views } = JSON.parse(readFileSync(path.join(folder, "public/demo/demo.json"), "utf8"));
  const bytes = readFileSync(path.join(folder, "public/demo", views[name].file));
  const demo = path.join(folder, "public/demo");
  if (cli.demoConsultation)
    return { photo: core("photo/crc32.ts").crc32(bytes), ...(await cli.demoConsultation(name, demo)) };
  const { document } = (await cli.demoScene(name, demo)).scene;
  const photo = core("head/view.ts").contentName(createHash("sha256").update(bytes).digest("hex"));
  return { ...document, views: document.views.map((view) => ({ ...view, photo })) };
}

/** What a file of version 6 or later is painted as by the code that wrote it, which is the law. */
function ofDocument(core, document, wholly) {
  const written = core("plan/plan-file.ts").planFile(document);
  if (!written.ok) throw new Error(written.reason.where);
  const read = core("plan/plan-file.ts").readPlanFile(written.value);
  const own = paintDocument(core, read.value.document, wholly);
  return { text: written.value, own, kept: own, refused: false };
}

/** What an earlier file is painted as by its own code, and by the last before version 6. */
function ofConsultation(core, last, consultation, wholly) {
  const text = core("plan/plan-file.ts").planFile(consultation);
  const own = paint(core, core("plan/plan-file.ts").readPlanFile(text).value, wholly);
  const { readPlanFile } = last.core("plan/plan-file.ts");
  const refused = !readPlanFile(text).ok;
  const kept = paint(last.core, readPlanFile(refused ? mended(text) : text).value, wholly);
  return { text, own, kept, refused };
}

/** A file that the last commit refused, with what it asked for that the version did not have yet when it began. */
function mended(text) {
  const { version, scale, view, others, ...content } = JSON.parse(text);
  const percent = scale.source === "head" && scale.percent === undefined ? { percent: scale.mm === 154 ? 6 : 3 } : {};
  const late = version < 3 ? {} : { patch: null, nudges: [] };
  const whole = (one) => ({ cuts: [], ...late, ...one, ...(one.softness === null ? { softness: 0.5 } : {}) });
  const rest = others ? { others: others.map(whole) } : {};
  return JSON.stringify({ version, ...content, scale: { ...scale, ...percent }, view: whole(view), ...rest });
}

export async function main([only] = []) {
  const folders = [];
  try {
    const treeFor = (commit) => {
      const folder = treeOf(commit);
      folders.push(folder);
      return folder;
    };
    const last = await coreOf(treeFor(LAST));
    const file = path.join(here, "painted.json");
    const painted = only ? JSON.parse(readFileSync(file, "utf8")) : {};
    for (const entry of commits.filter(({ version }) => !only || version === Number(only))) {
      const folder = treeFor(entry.commit);
      const { core, cli } = await coreOf(folder);
      const demo = (name) => demoAsOpened({ core, cli }, folder, name);
      const photo = ({ width, height }) => skinPhoto(width, height);
      for (const [name, plan] of Object.entries(await plansOf(entry, core, photo, demo))) {
        const wholly = ["v3", "v5", "v6", "v7", "v8", "v9"].includes(name);
        const made = entry.version < 6 ? ofConsultation(core, last, plan, wholly) : ofDocument(core, plan, wholly);
        const { text, own, kept, refused } = made;
        writeFileSync(path.join(here, `${name}.json`), text);
        painted[name] = { commit: entry.commit, own, kept, refused };
        const same = JSON.stringify(own) === JSON.stringify(kept);
        console.log(name, entry.commit, refused, JSON.stringify(own), same ? "the same" : JSON.stringify(kept));
      }
    }
    writeFileSync(file, `${JSON.stringify(painted, null, 1)}\n`);
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}
