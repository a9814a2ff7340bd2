/* The open work on the device: what is kept comes back as it was, and nothing else does. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type KeptWork, type PhotoFile, type Records, openRecords } from "../../src/records/records.ts";
import { type Tab, newBrowser } from "./tabs.ts";

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const photo = (id: string, bytes: readonly number[] = [1, 2, 3]): PhotoFile => ({
  id,
  file: new File([Uint8Array.from(bytes)], `${id}.jpg`, { type: "image/jpeg", lastModified: 1700000000000 }),
});

async function found(records: Records): Promise<KeptWork | null> {
  const kept = await records.kept();
  if (!kept.ok) throw new RangeError(kept.reason.kind);
  return kept.value;
}

const bytesOf = async ({ file }: KeptWork["photos"][number]): Promise<readonly number[] | null> =>
  file && Array.from(new Uint8Array(await file.arrayBuffer()));

const scene = { document: { seed: 1, plans: [{ density: 195 }] }, cursor: { moment: "healed" } };
const open = (): Promise<Tab> => newBrowser().open();

/** What the database really holds. */
async function contents(): Promise<{ readonly works: number; readonly photos: readonly string[] }> {
  const database = await openDB("stubble");
  const photos = (await database.getAllKeys("photos")) as [string, string][];
  const works = await database.count("works");
  database.close();
  return { works, photos: photos.map(([, id]) => id) };
}

describe("the work", () => {
  test("comes back after a reload: its scene, and its photos' files to the byte, name, type and date", async () => {
    const tab = await open();
    expect(await found(tab.records)).toBeNull();
    await tab.records.keep({ scene, photos: [photo("a", [0, 255]), photo("b", [7])] });
    const again = await found((await tab.reload()).records);
    expect(again?.scene).toEqual(scene);
    expect(again?.photos.map(({ id, name }) => [id, name])).toEqual([
      ["a", "a.jpg"],
      ["b", "b.jpg"],
    ]);
    expect(again?.photos[0].file).toMatchObject({ name: "a.jpg", type: "image/jpeg", lastModified: 1700000000000 });
    expect(await Promise.all(again?.photos.map(bytesOf) ?? [])).toEqual([[0, 255], [7]]);
  });

  test("is what was kept last, and of photos that are gone nothing stays", async () => {
    const { records } = await open();
    await records.keep({ scene: 1, photos: [photo("a"), photo("b")] });
    await records.keep({ scene: 2, photos: [photo("b"), photo("c")] });
    expect(await found(records)).toMatchObject({ scene: 2, photos: [{ id: "b" }, { id: "c" }] });
    expect(await contents()).toEqual({ works: 1, photos: ["b", "c"] });
  });

  test("leaves nothing on the device when it is forgotten, nor comes back", async () => {
    const tab = await open();
    await tab.records.keep({ scene, photos: [photo("a")] });
    await tab.records.keep(null);
    expect(await contents()).toEqual({ works: 0, photos: [] });
    expect(await found((await tab.reload()).records)).toBeNull();
  });

  test("reads the file of each photo once, after a reload not at all", async () => {
    const tab = await open();
    const one = photo("a");
    const read = vi.spyOn(one.file, "arrayBuffer");
    await tab.records.keep({ scene: 1, photos: [one] });
    await tab.records.keep({ scene: 2, photos: [one] });
    expect(read).toHaveBeenCalledTimes(1);
    const { records } = await tab.reload();
    await records.keep({ scene: 3, photos: [one] });
    expect(read).toHaveBeenCalledTimes(1);
    expect((await found(records))?.photos.map(({ file }) => file?.name)).toEqual(["a.jpg"]);
  });

  test("is written in one strict transaction", async () => {
    const { records } = await open();
    const begun = vi.spyOn(Object.getPrototypeOf(await openDB("stubble")), "transaction");
    await records.keep({ scene, photos: [photo("a")] });
    const writes = begun.mock.calls.filter(([, mode]) => mode === "readwrite");
    expect(writes).toEqual([[["works", "photos"], "readwrite", { durability: "strict" }]]);
  });
});

describe("of several tabs", () => {
  test("each gets its own work back", async () => {
    const browser = newBrowser();
    const [one, other] = [await browser.open(), await browser.open()];
    await one.records.keep({ scene: "one", photos: [photo("a")] });
    await other.records.keep({ scene: "other", photos: [photo("a")] });
    expect(await found((await one.reload()).records)).toMatchObject({ scene: "one" });
    expect(await found((await other.reload()).records)).toMatchObject({ scene: "other" });
  });

  test("a new one finds the newest work that a closed one has left, and none that is open", async () => {
    const browser = newBrowser();
    const [first, second, third] = [await browser.open(), await browser.open(), await browser.open()];
    vi.spyOn(Date, "now").mockReturnValueOnce(1).mockReturnValueOnce(2).mockReturnValueOnce(3);
    await first.records.keep({ scene: "first", photos: [photo("a")] });
    await second.records.keep({ scene: "second", photos: [] });
    await third.records.keep({ scene: "third", photos: [] });
    first.close();
    second.close();
    expect(await found((await browser.open()).records)).toMatchObject({ scene: "second" });
    expect(await found((await browser.open()).records)).toMatchObject({ scene: "first", photos: [{ id: "a" }] });
    expect(await found((await browser.open()).records)).toBeNull();
  });

  test("a duplicated one begins anew and leaves the other's work alone", async () => {
    const tab = await open();
    await tab.records.keep({ scene: "mine", photos: [] });
    const copy = await tab.duplicate();
    expect(await found(copy.records)).toBeNull();
    await copy.records.keep({ scene: "copy", photos: [] });
    expect(await found(tab.records)).toMatchObject({ scene: "mine" });
  });

  test("one that has forgotten its work stays without, whatever others left", async () => {
    const browser = newBrowser();
    const [one, other] = [await browser.open(), await browser.open()];
    await other.records.keep({ scene: "other", photos: [] });
    other.close();
    await one.records.keep({ scene: "one", photos: [] });
    await one.records.keep(null);
    expect(await found((await one.reload()).records)).toBeNull();
  });
});

describe("what is damaged", () => {
  async function spoil(
    change: (database: Awaited<ReturnType<typeof openDB>>, id: string) => Promise<unknown>,
  ): Promise<Records> {
    const tab = await open();
    await tab.records.keep({ scene, photos: [photo("a"), photo("b")] });
    const database = await openDB("stubble");
    const [id] = (await database.getAllKeys("works")) as string[];
    await change(database, id);
    database.close();
    return (await tab.reload()).records;
  }

  test("gives a reason, and can be written over", async () => {
    const records = await spoil((database, id) => database.put("works", { id, at: 1, photos: "none" }));
    expect(await records.kept()).toEqual({ ok: false, reason: { kind: "damaged" } });
    expect(await records.keep({ scene: 2, photos: [] })).toEqual({ ok: true, value: undefined });
    expect(await found(records)).toMatchObject({ scene: 2 });
  });

  test("of a photo, or missing, is told by the photo's name, and the rest comes back", async () => {
    const records = await spoil(async (database, id) => {
      await database.put("photos", { name: "a.jpg", bytes: "gone" }, [id, "a"]);
    });
    expect(await found(records)).toMatchObject({ photos: [{ name: "a.jpg", file: null }, { id: "b" }] });
  });
});

describe("where it cannot be kept there is a reason", () => {
  const device = { locks: undefined, session: { getItem: () => null, setItem: () => undefined } };

  test("without locks, as at an insecure address", async () => {
    expect(await openRecords(device)).toEqual({ ok: false, reason: { kind: "unsupported" } });
  });

  test("in a browser that refuses the database", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    });
    const locks = {} as LockManager;
    expect(await openRecords({ ...device, locks })).toEqual({ ok: false, reason: { kind: "refused" } });
  });

  test("in one that never answers, after three seconds", async () => {
    vi.useFakeTimers();
    vi.spyOn(indexedDB, "open").mockReturnValue(new EventTarget() as IDBOpenDBRequest);
    const answer = openRecords({ ...device, locks: {} as LockManager });
    await vi.advanceTimersByTimeAsync(3000);
    vi.useRealTimers();
    expect(await answer).toEqual({ ok: false, reason: { kind: "refused" } });
  });

  test("when the device is full, and what was kept before stays", async () => {
    const { records } = await open();
    await records.keep({ scene: 1, photos: [photo("a")] });
    const tables = Object.getPrototypeOf((await openDB("stubble")).transaction("works").store);
    vi.spyOn(tables, "put").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    expect(await records.keep({ scene: 2, photos: [photo("b")] })).toEqual({ ok: false, reason: { kind: "full" } });
    vi.restoreAllMocks();
    expect(await found(records)).toMatchObject({ scene: 1, photos: [{ id: "a" }] });
  });

  test("when a photo's file has gone before it was read", async () => {
    const { records } = await open();
    const gone = photo("a");
    vi.spyOn(gone.file, "arrayBuffer").mockRejectedValue(new DOMException("gone", "NotFoundError"));
    expect(await records.keep({ scene, photos: [gone] })).toEqual({
      ok: false,
      reason: { kind: "unreadable", name: "a.jpg" },
    });
    expect(await contents()).toEqual({ works: 0, photos: [] });
  });
});
