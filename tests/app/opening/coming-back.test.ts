/* A photo that is added, taken away by undo and brought back by redo: its head is where it was read. */
import { beforeEach, expect, test, vi } from "vitest";
import { viewOfPhoto } from "../../../src/core/plan/document.ts";
import { openFiles } from "../../../src/app/opening/open-files.ts";
import { reopenPhotos } from "../../../src/app/opening/reopen-photos.ts";
import { idOf } from "./outside.ts";
import { rest, startServices } from "./world.ts";

// No other tab is open.
vi.stubGlobal("addEventListener", () => {});

let { services, outside } = startServices();
beforeEach(async () => {
  ({ services, outside } = startServices());
  outside.seeFaces([0]);
  reopenPhotos(services);
  open("a");
  await allEnds();
});
const state = () => services.session.store.getState();
const viewOf = (letter: string) => viewOfPhoto(state().scene!.document, idOf(letter));
const open = (letter: string) => void openFiles(services, [new File([], `${letter}-1.jpg`)]);

async function allEnds(): Promise<void> {
  await rest();
  while (outside.end(0, "well")) await rest();
}

/** Ends what is waited for until something else is being done. */
async function until(doing: string): Promise<void> {
  for (let turn = 0; turn < 20 && state().jobs.at(-1)?.doing.id !== doing; turn++) {
    outside.end(0, "well");
    await rest();
  }
  expect(state().jobs.at(-1)?.doing.id).toBe(doing);
}

test("read before it went: it comes back as it was read, however often", async () => {
  open("b");
  await allEnds();
  const read = viewOf("b");
  expect(read?.fittedBy).toBe("face");
  for (let round = 0; round < 2; round++) {
    services.session.undo();
    expect(viewOf("b")).toBeUndefined();
    services.session.redo();
    expect(viewOf("b")).toEqual(read);
    await allEnds();
    expect(viewOf("b")).toEqual(read);
  }
});

test.each(["busy.head", "busy.face"])("gone while it was read (%s): it is read when it is back", async (doing) => {
  open("b");
  // The photo is on the stage before its silhouette is asked for.
  for (let turn = 0; turn < 20 && !viewOf("b"); turn++) {
    outside.end(0, "well");
    await rest();
  }
  await until(doing);
  services.session.undo();
  await allEnds();
  expect(viewOf("b")).toBeUndefined();
  expect(state().jobs).toEqual([]);
  services.session.redo();
  expect(viewOf("b")?.fittedBy).toBe("guess");
  await allEnds();
  expect(viewOf("b")?.fittedBy).toBe("face");
  expect(state().jobs).toEqual([]);
});
