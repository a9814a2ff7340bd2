/* The door of this room: the open work, kept on this device. What it is like inside is none of its business: a scene
   that can be cloned, and the photos' files as they were chosen. */

import { type Result, err, ok } from "../core/result.ts";
import { type Database, type PhotoRow, openDatabase } from "./database.ts";
import { type RecordFault, faultOf } from "./record-fault.ts";
import { type Device, claimWork } from "./work-id.ts";

export { type Keeper, type Keeping, createKeeper } from "./keeper.ts";
export { guardLeaving } from "./leaving.ts";
export type { RecordFault } from "./record-fault.ts";

/** A photo's file under the name of its content: two files of one id are the same bytes. */
export type PhotoFile = { readonly id: string; readonly file: File };

/** `scene`: anything that can be cloned; small, since it is written whole each time. */
export type Work = { readonly scene: unknown; readonly photos: readonly PhotoFile[] };

/** Work as it was found, unread; a photo's file is null where it is not there any more. */
export type KeptWork = {
  readonly scene: unknown;
  readonly photos: readonly { readonly id: string; readonly name: string; readonly file: File | null }[];
};

export type Records = {
  /** This tab's work, as it was kept before the page was loaded; null where there is none. */
  kept(): Promise<Result<KeptWork | null, RecordFault>>;
  /**
   * Keeps the work in place of what was kept; null leaves nothing on the device. Resolves when it is on the disk. The
   * file of a photo that is kept already is not read again. One call at a time: `createKeeper` sees to it.
   */
  keep(work: Work | null): Promise<Result<void, RecordFault>>;
};

const thisDevice = (): Device => ({ locks: navigator.locks, session: sessionStorage });

/** Milliseconds. A database is opened in a hundredth of it. */
const PATIENCE = 3000;

/**
 * Opens the records and takes a work: that which this tab had before it was reloaded; in a new tab the newest that was
 * left behind and that no other has open; else a new, empty one. May take three seconds, where the browser never answers.
 */
export async function openRecords(device?: Device): Promise<Result<Records, RecordFault>> {
  try {
    const { locks, session } = device ?? thisDevice();
    if (typeof indexedDB === "undefined" || !locks) return err({ kind: "unsupported" });
    const database = await openDatabase(PATIENCE);
    return ok(recordsOf(database, await claimWork(locks, session, await database.works())));
  } catch (reason) {
    return err(faultOf(reason));
  }
}

function recordsOf(database: Database, id: string): Records {
  /** The photos that are in the database for certain; null where it has to be looked at. */
  let there: readonly string[] | null = null;

  async function kept(): Promise<Result<KeptWork | null, RecordFault>> {
    const row = await database.work(id);
    if (row === null) return ok(null);
    if (row === "damaged") return err({ kind: "damaged" });
    const photos = [];
    for (const photo of row.photos) {
      const found = await database.photo(id, photo.id);
      photos.push({ ...photo, file: found && new File([found.bytes], found.name, found) });
    }
    return ok({ scene: row.scene, photos });
  }

  async function keep(work: Work | null): Promise<Result<void, RecordFault>> {
    const known = there ?? (await database.photosOf(id));
    if (!work) {
      await database.remove(id);
      there = [];
      return ok(undefined);
    }
    const fresh = new Map<string, PhotoRow>();
    for (const photo of work.photos) {
      if (known.includes(photo.id)) continue;
      const read = await rowOf(photo.file);
      if (!read) return err({ kind: "unreadable", name: photo.file.name });
      fresh.set(photo.id, read);
    }
    const ids = work.photos.map((photo) => photo.id);
    const photos = work.photos.map(({ id: photo, file }) => ({ id: photo, name: file.name }));
    await database.write(
      { id, at: Date.now(), scene: work.scene, photos },
      fresh,
      known.filter((one) => !ids.includes(one)),
    );
    there = ids;
    return ok(undefined);
  }

  const caught =
    <A extends readonly unknown[], T>(act: (...words: A) => Promise<Result<T, RecordFault>>) =>
    async (...words: A): Promise<Result<T, RecordFault>> => {
      try {
        return await act(...words);
      } catch (reason) {
        // Nothing is known of what was written.
        there = null;
        return err(faultOf(reason));
      }
    };
  return { kept: caught(kept), keep: caught(keep) };
}

/** Null where the file cannot be read. */
async function rowOf(file: File): Promise<PhotoRow | null> {
  try {
    return { name: file.name, type: file.type, lastModified: file.lastModified, bytes: await file.arrayBuffer() };
  } catch {
    return null;
  }
}
