/* Where files come from: a drop, the clipboard, a file button, our own demo pages. Puts them in order and tells a photo
   from a plan; opening either is left to others. */
import { err, ok, type Result } from "../core/result.ts";
import type { PhotoFault } from "./photo-fault.ts";

/** For `<input type="file" accept>`. Naming the formats makes iOS hand over a JPEG where it has a HEIC. */
export const ACCEPTED_PHOTOS = "image/jpeg,image/png,image/webp";
export const ACCEPTED = `${ACCEPTED_PHOTOS},.json,application/json`;

const isPlan = (file: File): boolean => file.type === "application/json" || /\.json$/i.test(file.name);

/** Plans last, since they are laid on photos. None is left out: whatever cannot be opened is told by its name. */
export const inOpeningOrder = (files: Iterable<File>): readonly File[] =>
  [...files].toSorted((a, b) => Number(isPlan(a)) - Number(isPlan(b)));

/** The files that an `<input type="file">` chose. */
export const filesFromInput = (input: Pick<HTMLInputElement, "files">): readonly File[] =>
  inOpeningOrder(input.files ?? []);

/** The files on the clipboard; none where there is only text, so that pasting stays what it is. */
export const filesFromPaste = (event: Pick<ClipboardEvent, "clipboardData">): readonly File[] =>
  inOpeningOrder(event.clipboardData?.files ?? []);

/** The files that were dropped, and all that lie in dropped folders, by name; hidden ones are nobody's photos. */
export async function filesFromDrop(event: Pick<DragEvent, "dataTransfer">): Promise<readonly File[]> {
  // All of this must be asked before the first await: afterwards the browser empties the transfer.
  const items = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === "file");
  const dropped = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const files = await Promise.all(
    dropped.map(async ({ entry, file }) =>
      entry?.isDirectory ? filesIn(entry as FileSystemDirectoryEntry) : file ? [file] : [],
    ),
  );
  return inOpeningOrder(files.flat());
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // Chromium hands over a hundred at a time, until none is left.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    entries.push(...some);
  }
  const visible = entries.filter(({ name }) => !name.startsWith("."));
  visible.sort((a, b) => (a.name < b.name ? -1 : 1));
  const inside = visible.map(async (entry) =>
    entry.isDirectory
      ? filesIn(entry as FileSystemDirectoryEntry)
      : [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))],
  );
  return (await Promise.all(inside)).flat();
}

export type Classified =
  | { readonly kind: "photo"; readonly file: File }
  | { readonly kind: "plan"; readonly text: string };

/** Bytes. A plan is a few kilobytes; what is larger than this only happens to start like one. */
const MAX_PLAN = 16 * 1024 * 1024;

/**
 * A file whose text starts with `{` is a plan, all else goes the way
 * of photos (and is told there what is wrong with it).
 */
export async function classify(file: File): Promise<Classified> {
  try {
    const start = await file.slice(0, 64).text();
    // `text()` drops a byte order mark by itself.
    if (start.trimStart().startsWith("{") && file.size <= MAX_PLAN) return { kind: "plan", text: await file.text() };
  } catch {
    // An unreadable file is a photo's fault to report: "unreadable".
  }
  return { kind: "photo", file };
}

/** A photo from our own pages, as if it had been chosen from disk. `url` may be relative. */
export async function fetchPhoto(url: string, signal?: AbortSignal): Promise<Result<File, PhotoFault>> {
  try {
    const answer = await fetch(url, signal ? { signal } : {});
    if (!answer.ok) return err({ kind: "unreachable" });
    const body = await answer.blob();
    const name = decodeURIComponent(url.split(/[?#]/)[0].split("/").pop() ?? "") || "photo";
    return ok(new File([body], name, { type: body.type }));
  } catch {
    signal?.throwIfAborted();
    return err({ kind: "unreachable" });
  }
}
