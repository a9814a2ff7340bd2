/* The two tables in IndexedDB: works, small and written whole, and the photos' bytes, written once. Photos are buffers,
   since private windows of WebKit refuse to store Blobs. Every write is one transaction and strict: it has reached the
   disk when it is done. */

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import * as v from "valibot";

const NAME = "stubble";
const VERSION = 1;

const workRow = v.object({
  id: v.string(),
  /** When it was written, ms since 1970. */
  at: v.number(),
  scene: v.unknown(),
  photos: v.array(v.object({ id: v.string(), name: v.string() })),
});
const photoRow = v.object({
  name: v.string(),
  type: v.string(),
  lastModified: v.number(),
  bytes: v.instance(ArrayBuffer),
});
export type WorkRow = v.InferOutput<typeof workRow>;
export type PhotoRow = v.InferOutput<typeof photoRow>;

type Tables = DBSchema & {
  works: { key: string; value: WorkRow; indexes: { at: number } };
  photos: { key: [work: string, photo: string]; value: PhotoRow };
};

export type Database = {
  /** The ids of all works, the newest first. */
  works(): Promise<readonly string[]>;
  /** The row as it was written; null where there is none, "damaged" where it is another. */
  work(id: string): Promise<WorkRow | null | "damaged">;
  /** The ids of the photos that are there for a work. */
  photosOf(work: string): Promise<readonly string[]>;
  /** Null where there is none that could be used. */
  photo(work: string, photo: string): Promise<PhotoRow | null>;
  /** Writes the row and the photos that are new, and removes those that are gone. */
  write(row: WorkRow, fresh: ReadonlyMap<string, PhotoRow>, gone: readonly string[]): Promise<void>;
  remove(work: string): Promise<void>;
};

/** Rejects with the browser's own error where it has no database for us, and where it does not answer for so many ms. */
export async function openDatabase(patience: number): Promise<Database> {
  let open: IDBPDatabase<Tables> | null = null;
  const connect = async (): Promise<IDBPDatabase<Tables>> =>
    openDB<Tables>(NAME, VERSION, {
      upgrade(database) {
        database.createObjectStore("works", { keyPath: "id" }).createIndex("at", "at");
        database.createObjectStore("photos");
      },
      // A newer version in another tab wants to begin: it waits for nobody.
      blocking() {
        open?.close();
        open = null;
      },
      terminated() {
        open = null;
      },
    });
  const connected = async (): Promise<IDBPDatabase<Tables>> => (open ??= await inTime(connect(), patience));
  await connected();

  return {
    async works() {
      const ids = await (await connected()).getAllKeysFromIndex("works", "at");
      return ids.toReversed();
    },
    async work(id) {
      const row: unknown = await (await connected()).get("works", id);
      if (row === undefined) return null;
      const read = v.safeParse(workRow, row);
      return read.success ? read.output : "damaged";
    },
    async photosOf(work) {
      const keys = await (await connected()).getAllKeys("photos", allOf(work));
      return keys.map(([, photo]) => photo);
    },
    async photo(work, photo) {
      const read = v.safeParse(photoRow, await (await connected()).get("photos", [work, photo]));
      return read.success ? read.output : null;
    },
    async write(row, fresh, gone) {
      const change = (await connected()).transaction(["works", "photos"], "readwrite", { durability: "strict" });
      const photos = change.objectStore("photos");
      const requests: Promise<unknown>[] = [change.done, change.objectStore("works").put(row)];
      for (const [id, photo] of fresh) requests.push(photos.put(photo, [row.id, id]));
      for (const id of gone) requests.push(photos.delete([row.id, id]));
      // Nothing more will be asked: a page that is about to go leaves a transaction that ends by itself.
      change.commit();
      await Promise.all(requests);
    },
    async remove(work) {
      const change = (await connected()).transaction(["works", "photos"], "readwrite", { durability: "strict" });
      const works = change.objectStore("works");
      const photos = change.objectStore("photos");
      const requests = [change.done, works.delete(work), photos.delete(allOf(work))];
      change.commit();
      await Promise.all(requests);
    },
  };
}

/** All keys that begin with this work: an array is greater than any text. */
const allOf = (work: string): IDBKeyRange => IDBKeyRange.bound([work], [work, []]);

/** Some browsers, of a broken profile, never answer at all. */
async function inTime<T>(answer: Promise<T>, patience: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException("", "TimeoutError")), patience);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
