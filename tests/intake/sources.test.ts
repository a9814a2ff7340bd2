/* Which files are meant, of all that a drop, a paste or a file button brings. */
import { describe, expect, it } from "vitest";
import { classify, filesFromDrop, filesFromInput, filesFromPaste, inOpeningOrder } from "../../src/intake/sources.ts";

const photo = new File(["p"], "head.jpg", { type: "image/jpeg" });
const nameless = new File(["p"], "HEAD.PNG");
const heic = new File(["p"], "IMG_1.HEIC");
const note = new File(["t"], "note.txt", { type: "text/plain" });
const plan = new File(['{"stubble":1}'], "client.json", { type: "application/json" });

describe("of several files", () => {
  it("each is opened, as they came, and plans last, since they are laid on photos", () => {
    expect(inOpeningOrder([note, plan, photo, nameless, heic])).toEqual([note, photo, nameless, heic, plan]);
  });

  it("none is opened when there is none", () => {
    expect(inOpeningOrder([])).toEqual([]);
  });
});

describe("a file button", () => {
  it("gives the chosen files, and none when the choice was given up", () => {
    expect(filesFromInput({ files: [plan] as unknown as FileList })).toEqual([plan]);
    expect(filesFromInput({ files: null })).toEqual([]);
  });
});

const pasted = (...files: File[]) => ({ clipboardData: { files } as unknown as DataTransfer });

describe("a paste", () => {
  it("gives all files on the clipboard, so that each that cannot be opened is told of", () => {
    expect(filesFromPaste(pasted(heic, photo))).toEqual([heic, photo]);
  });

  it("leaves pasted text alone", () => {
    expect(filesFromPaste(pasted())).toEqual([]);
    expect(filesFromPaste({ clipboardData: null })).toEqual([]);
  });
});

/** What the browser hands over for a dropped file or folder, as far as it is looked at. */
type Dropped = Pick<DataTransferItem, "kind" | "getAsFile" | "webkitGetAsEntry">;

const loose = (file: File): Dropped => ({
  kind: "file",
  getAsFile: () => file,
  webkitGetAsEntry: () => ({ isDirectory: false, isFile: true, name: file.name }) as FileSystemEntry,
});

/** A folder is handed over as an empty file too, and in portions of two. */
function folder(...files: readonly File[]): Dropped {
  const entries = files.map((file) => ({ ...entryOf(file), file: (done: (file: File) => void) => done(file) }));
  const readEntries = (done: (some: unknown[]) => void): void => done(entries.splice(0, 2));
  const directory = { isDirectory: true, isFile: false, name: "photos", createReader: () => ({ readEntries }) };
  return {
    kind: "file",
    getAsFile: () => new File([], "photos"),
    webkitGetAsEntry: () => directory as unknown as FileSystemEntry,
  };
}
const entryOf = (file: File) => ({ isDirectory: false, isFile: true, name: file.name });
const drop = (...items: readonly Dropped[]) => ({ dataTransfer: { items } as unknown as DataTransfer });

describe("a drop", () => {
  it("gives all of several files", async () => {
    expect(await filesFromDrop(drop(loose(heic), loose(photo), loose(nameless)))).toEqual([heic, photo, nameless]);
  });

  it("gives what lies in a folder as well as what lies beside it", async () => {
    expect(await filesFromDrop(drop(folder(photo), loose(plan), loose(nameless)))).toEqual([photo, nameless, plan]);
  });

  it("gives the files of a folder by name, however many portions it comes in, but for hidden ones", async () => {
    const second = new File(["p"], "b.jpg", { type: "image/jpeg" });
    const first = new File(["p"], "a.jpg", { type: "image/jpeg" });
    const hidden = new File(["p"], "._a.jpg", { type: "image/jpeg" });
    expect(await filesFromDrop(drop(folder(second, note, hidden, first)))).toEqual([first, second, note]);
  });

  it("of text or of an empty folder gives nothing", async () => {
    expect(await filesFromDrop(drop(folder()))).toEqual([]);
    expect(await filesFromDrop(drop({ ...loose(photo), kind: "string" }))).toEqual([]);
    expect(await filesFromDrop({ dataTransfer: null })).toEqual([]);
  });
});

describe("a plan", () => {
  it.each([
    ["as it is saved", '{"a":1}'],
    ["after white space", '\n  {"a":1}'],
    ["after a byte order mark", '\ufeff{"a":1}'],
  ])("is told by its first brace %s, whatever the name", async (_, content) => {
    const classified = await classify(new File([content], "photo.jpg", { type: "image/jpeg" }));
    expect(classified).toEqual({ kind: "plan", text: content.replace("\ufeff", "") });
  });

  it("is not seen in a photo called .json", async () => {
    const file = new File([Uint8Array.of(0xff, 0xd8, 0xff)], "plan.json", { type: "application/json" });
    expect(await classify(file)).toEqual({ kind: "photo", file });
  });

  it("is not read when the file cannot be: that is for the photo's door to say", async () => {
    const gone = Object.assign(new File(["{"], "gone.json"), {
      slice: () => ({ text: () => Promise.reject(new DOMException("gone", "NotFoundError")) }),
    });
    expect((await classify(gone)).kind).toBe("photo");
  });
});
