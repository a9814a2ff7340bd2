/* The same picture from the command line: of the photo that a plan was made on, and of no other. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import sharp from "sharp";
import { afterEach, beforeAll, afterAll, expect, test, vi } from "vitest";
import { main } from "../../src/cli/render.ts";
import { contentName, crcName } from "../../src/core/head/view.ts";
import { captioned } from "../../src/core/photo/caption.ts";
import { crc32 } from "../../src/core/photo/crc32.ts";
import type { PixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { renderPicture } from "../../src/core/picture/picture.ts";
import { withRenamedPhoto } from "../../src/core/plan/document.ts";
import { planText, readPlanFile } from "../../src/core/plan/plan-file.ts";
import { lookingAt, sceneOf } from "../../src/core/plan/scene.ts";
import { pictureCaption } from "../../src/words/caption.ts";
import { skinPhoto } from "../core/plan/frozen/photo.ts";

// A head's follicles are grown once here; each command grows its own, which takes seconds.
vi.mock(import("../../src/core/picture/head-follicles.ts"), async (original) => {
  const actual = await original();
  const grown: ReturnType<typeof actual.folliclesOf>[] = [];
  return {
    ...actual,
    folliclesOf: (document) => {
      const before = grown.find((follicles) => actual.areFolliclesOf(follicles, document));
      if (before) return before;
      const follicles = actual.folliclesOf(document);
      grown.push(follicles);
      return follicles;
    },
  };
});

/** Version 5, looked at three days after the last session. */
const frozen = readFileSync(path.resolve(import.meta.dirname, "../core/plan/frozen/v5-matte.json"), "utf8");
const MOMENT = "day-3";
const read = readPlanFile(frozen);
if (!read.ok || !read.value.look) throw new Error("the frozen plan cannot be read");
const { document, look } = read.value;
const { width, height } = document.views.find(({ photo }) => photo === look.photo)!.camera;

// Painted twice each, on machines that do other things as well.
vi.setConfig({ testTimeout: 60_000 });

let folder = "";
const at = (name: string): string => path.join(folder, name);
const photo = (): Buffer => readFileSync(at("photo.png"));

/** The day of all these pictures, which stands below them. */
const TODAY = new Date(2026, 10, 28, 12);
beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"], now: TODAY }));
afterAll(() => void vi.useRealTimers());

/** The picture as it must be, at this moment. */
function expected(moment: typeof MOMENT | "healed"): PixelBuffer {
  const { picture } = renderPicture(skinPhoto(width, height), lookingAt(sceneOf(document, look.photo), { moment }));
  const view = document.views.find(({ photo }) => photo === look.photo)!;
  return captioned(picture, pictureCaption(view, moment, TODAY));
}
async function written(name: string): Promise<Buffer> {
  return sharp(at(name)).ensureAlpha().raw().toBuffer();
}
const bytes = ({ data }: PixelBuffer): Buffer => Buffer.from(data.buffer);

/** The frozen plan as one that was made on the photo in the folder, which goes by this name. */
const planOn = (name: string): string => planText(withRenamedPhoto(document, look.photo, name));

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "stubble-"));
  const { data } = skinPhoto(width, height);
  await sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toFile(at("photo.png"));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test("a photo that the plan names by its content is painted, as the library paints it", async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  writeFileSync(at("plan.json"), planOn(contentName(createHash("sha256").update(photo()).digest("hex"))));
  await main([at("photo.png"), at("plan.json"), at("sha.png")]);
  expect(process.exitCode).toBeUndefined();
  expect((await written("sha.png")).equals(bytes(expected("healed")))).toBe(true);
});

test("a file of version 5 knows its photo by CRC-32, and is painted at the moment that it was looked at", async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  const { photo: number } = JSON.parse(frozen).view;
  const crc = crc32(photo());
  writeFileSync(at("v5.json"), frozen.replaceAll(String(number), String(crc)));
  expect(readPlanFile(readFileSync(at("v5.json"), "utf8"))).toMatchObject({
    ok: true,
    value: { look: { photo: crcName(crc) } },
  });
  await main([at("photo.png"), at("v5.json"), at("crc.png")]);
  const picture = await written("crc.png");
  expect(picture.equals(bytes(expected(MOMENT)))).toBe(true);
  expect(picture.equals(bytes(expected("healed"))), "moments differ").toBe(false);
});

test("another photo of the same size is refused in words, unless it is asked for anyway", async () => {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(console, "log").mockImplementation(() => {});
  writeFileSync(at("other.json"), planOn(contentName("0".repeat(64))));
  await main([at("photo.png"), at("other.json"), at("other.png")]);
  expect(process.exitCode).toBe(1);
  expect(error.mock.calls.flat().join()).toMatch(/is not the photo that the plan was made on.*--anyway/u);
  expect(existsSync(at("other.png"))).toBe(false);
  process.exitCode = undefined;
  await main([at("photo.png"), at("other.json"), at("other.png"), "--anyway"]);
  expect(process.exitCode).toBeUndefined();
  expect((await written("other.png")).equals(bytes(expected("healed")))).toBe(true);
});

test.each([
  ["no plan", "{}", /is not a Stubble plan/u],
  ["a plan of tomorrow", frozen.replace('"version": 5', '"version": 99'), /newer Stubble \(version 99\)/u],
  ["a damaged plan", frozen.replace('"seed": 5', '"seed": -1'), /is damaged/u],
])("%s is refused in words", async (_, text, words) => {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  writeFileSync(at("bad.json"), text);
  await main([at("photo.png"), at("bad.json"), at("bad.png")]);
  expect(process.exitCode).toBe(1);
  expect(error.mock.calls.flat().join()).toMatch(words);
  expect(existsSync(at("bad.png"))).toBe(false);
});

test("without words it says how it is used", async () => {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  await main([]);
  expect(process.exitCode).toBe(1);
  expect(error.mock.calls.flat().join()).toMatch(/usage/u);
});
