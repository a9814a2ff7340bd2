/* The open work in a browser's own database, with its own locks. */
import { afterEach, expect, test } from "vitest";
import { deleteDB } from "idb";
import { openRecords } from "../../src/records/records.ts";

const frames: HTMLIFrameElement[] = [];
afterEach(async () => {
  for (const frame of frames.splice(0)) frame.remove();
  sessionStorage.removeItem("stubble.work");
  await deleteDB("stubble");
});

/** A page beside this one, with locks of its own that end when it is removed. */
async function page(): Promise<HTMLIFrameElement> {
  const frame = document.createElement("iframe");
  frame.src = "about:blank";
  document.body.append(frame);
  frames.push(frame);
  return frame;
}
const sessionOf = (kept = new Map<string, string>()) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
});
async function recordsIn(frame: HTMLIFrameElement, session = sessionOf()) {
  const opened = await openRecords({ locks: frame.contentWindow?.navigator.locks, session });
  if (!opened.ok) throw new RangeError(opened.reason.kind);
  return opened.value;
}

test("a photo of 20 MB and its scene come back to the byte, to the page that comes after the one that kept them", async () => {
  const bytes = new Uint8Array(20e6).map((_, i) => (i * 7919) >> 3);
  const session = sessionOf();
  const frame = await page();
  const records = await recordsIn(frame, session);
  const file = new File([bytes], "IMG 1.jpg", { type: "image/jpeg", lastModified: 1 });
  const scene = { cursor: { moment: "fresh" }, matte: Uint8Array.of(1, 2, 3) };
  expect(await records.keep({ scene, photos: [{ id: "sha256:1", file }] })).toEqual({ ok: true, value: undefined });
  frame.remove();
  const kept = await (await recordsIn(await page(), session)).kept();
  if (!kept.ok || !kept.value?.photos[0].file) throw new RangeError("nothing was kept");
  expect(kept.value.scene).toEqual(scene);
  const back = kept.value.photos[0].file;
  expect([back.name, back.type, back.lastModified]).toEqual(["IMG 1.jpg", "image/jpeg", 1]);
  const found = new Uint8Array(await back.arrayBuffer());
  expect(found.length).toBe(bytes.length);
  expect(found.every((byte, i) => byte === bytes[i])).toBe(true);
});

test("a new page finds the work of one that is gone, and not that of one that is there", async () => {
  const [gone, here] = [await page(), await page()];
  await (await recordsIn(gone)).keep({ scene: "gone", photos: [] });
  await (await recordsIn(here)).keep({ scene: "here", photos: [] });
  gone.remove();
  expect(await (await recordsIn(await page())).kept()).toMatchObject({ ok: true, value: { scene: "gone" } });
  expect(await (await recordsIn(await page())).kept()).toEqual({ ok: true, value: null });
});
