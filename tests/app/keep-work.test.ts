/* The open work is kept as it changes, and comes back: the session and its queue as in the app, over records in memory;
   decoder and picture worker are stood in for. */
import { reopenPhotos } from "../../src/app/opening/reopen-photos.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startView } from "../../src/app/opening/start-view.ts";
import { createOpeningQueue } from "../../src/app/opening/opening-queue.ts";
import { keepWork } from "../../src/app/keeping/keep-work.ts";
import { type Found, findWork, openAgain } from "../../src/app/keeping/restore-work.ts";
import type { Services } from "../../src/app/services.ts";
import { said, saying } from "../../src/words/words.ts";
import { keepingSaying } from "../../src/app/messages.ts";
import { pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { newDocument, withPhoto } from "../../src/core/plan/document.ts";
import { sceneOf } from "../../src/core/plan/scene.ts";
import { type Result, err, ok } from "../../src/core/result.ts";
import type { KeptWork, RecordFault, Records, Work } from "../../src/records/records.ts";
import { createSession, type Session } from "../../src/store/session.ts";
import { plainPhoto } from "../store/plain-photo.ts";
import { PATIENT } from "../workers/talk.ts";

const idOf = (name: string): string => `sha256:${name.repeat(64)}`;
const viewOf = (name: string) => ({ ...startView(1200, 1600, 26), photo: idOf(name) });
const fileOf = (name: string): File => new File([name], `${name}.jpg`, { type: "image/jpeg" });
const photoOf = (name: string) => plainPhoto(idOf(name), `${name}.jpg`, 1200, 1600);

/** Records that hold what was kept last. */
function memory(kept: KeptWork | null = null) {
  const written: (Work | null)[] = [];
  const records: Records = {
    kept: () => Promise.resolve(ok(kept)),
    keep(work) {
      written.push(work);
      return Promise.resolve(ok(undefined));
    },
  };
  return { records, written };
}

/** All of the app that opening a photo takes. A file is decoded to a photo of the id that its text names. */
function services(fails: readonly string[] = []): Services {
  const session = createSession();
  const host = { open: () => Promise.resolve({ levels: 1, softness: 0.5 }), close: () => undefined };
  return {
    session,
    opening: createOpeningQueue(session),
    pool: { begin: () => host, take: () => undefined, host: () => host },
    intake: {
      async openPhoto(file: File) {
        const name = await file.text();
        if (fails.includes(name)) return err({ kind: "out-of-memory" });
        const pixels = pixelBuffer(2, 2);
        return ok({ id: idOf(name), crcName: "", name: file.name, pixels, focal35mm: null, noisy: false });
      },
    },
  } as unknown as Services;
}

/** As a browser hands back what was written. */
const kept = ({ scene, photos }: Work): KeptWork => ({
  scene: structuredClone(scene),
  photos: photos.map(({ id, file }) => ({ id, name: file.name, file })),
});

const document = withPhoto(newDocument(viewOf("a")), viewOf("b"));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function opened() {
  const session = createSession();
  const { records, written } = memory();
  keepWork(session, ok(records), new EventTarget());
  session.open(photoOf("a"), fileOf("a"), sceneOf(document), "density");
  session.hold(photoOf("b"), fileOf("b"));
  return { session, written };
}

describe("the open work", () => {
  test("is kept within a second of a change of the document, and of a look", async () => {
    const { session, written } = opened();
    await vi.advanceTimersByTimeAsync(1000);
    expect(written.at(-1)?.photos.map(({ id }) => id)).toEqual([idOf("a"), idOf("b")]);
    expect(session.store.getState().isKept).toBe(true);
    session.plan({ density: 111 });
    expect(session.store.getState().isKept).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(JSON.stringify(written.at(-1)?.scene)).toContain('\\"density\\": 111');
    session.look({ photo: idOf("b"), moment: "year-3" });
    await vi.advanceTimersByTimeAsync(1000);
    expect(written.at(-1)?.scene).toMatchObject({ cursor: { photo: idOf("b"), moment: "year-3" }, step: "density" });
  });

  test("is not written again for what is not part of it", async () => {
    const { session, written } = opened();
    await vi.advanceTimersByTimeAsync(1000);
    const before = written.length;
    session.set({ dots: 7, loupe: true });
    session.say(saying("kept.back"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(written.length).toBe(before);
  });

  test("of a client that has left does not stay on the device", async () => {
    const { session, written } = opened();
    await vi.advanceTimersByTimeAsync(1000);
    session.close();
    await vi.advanceTimersByTimeAsync(1000);
    expect(written.at(-1)).toBeNull();
  });

  test("that cannot be kept is told of once, and leaving asks until nothing is open", async () => {
    const session = createSession();
    const page = new EventTarget();
    const refused: Result<Records, RecordFault> = err({ kind: "refused" });
    keepWork(session, refused, page);
    const leaves = (): boolean => page.dispatchEvent(new Event("beforeunload", { cancelable: true }));
    expect(leaves()).toBe(true);
    session.open(photoOf("a"), fileOf("a"), sceneOf(document), "density");
    for (const density of [100, 110, 120]) {
      session.plan({ density });
      await vi.advanceTimersByTimeAsync(1000);
      for (const { id } of session.store.getState().problems.slice(1)) session.dismiss(id);
    }
    expect(session.store.getState().problems.map(({ says }) => says)).toEqual([keepingSaying({ kind: "refused" })]);
    expect(leaves()).toBe(false);
    session.close();
    await vi.advanceTimersByTimeAsync(1000);
    expect(leaves()).toBe(true);
  });
});

describe("what was kept", () => {
  /** Kept by one page and looked for by the next. */
  async function found(change: (work: KeptWork) => KeptWork, next: Services): Promise<Found | null> {
    const { session, written } = opened();
    session.plan({ density: 111 });
    session.look({ photo: idOf("b"), moment: "year-3" });
    await vi.advanceTimersByTimeAsync(1000);
    const last = written.at(-1);
    if (!last) throw new RangeError("nothing was kept");
    vi.useRealTimers();
    return findWork(next, memory(change(kept(last))).records);
  }
  const restored = async (next: Services, change = (work: KeptWork): KeptWork => work) => {
    const work = await found(change, next);
    const stop = reopenPhotos(next);
    if (work) await openAgain(next, work);
    await vi.waitFor(() => expect(next.session.store.getState().jobs).toEqual([]), PATIENT);
    stop();
    return next.session.store.getState();
  };
  const problemsOf = ({ problems }: Pick<Session, "problems">) => problems.map(({ says }) => said(says));

  test("is there again: document, photos, files, and where it was looked at, with nothing to undo", async () => {
    const state = await restored(services());
    expect(state.scene).toMatchObject({
      document: { ...document, plans: [{ density: 111 }] },
      cursor: { photo: idOf("b"), moment: "year-3" },
    });
    expect([...state.photos.keys()].toSorted()).toEqual([idOf("a"), idOf("b")]);
    expect([...state.files.values()].map(({ name }) => name).toSorted()).toEqual(["a.jpg", "b.jpg"]);
    expect(state).toMatchObject({ step: "density", history: { past: [] }, problems: [], jobs: [] });
  });

  test("names a photo that cannot be opened; the other is looked at, and no file is given up", async () => {
    const state = await restored(services(["b"]));
    expect(problemsOf(state)).toEqual([expect.stringMatching(/^b\.jpg: There is not enough memory/)]);
    expect(state.scene?.cursor).toMatchObject({ photo: idOf("a"), moment: "year-3" });
    expect(state.scene?.document.views).toHaveLength(2);
    expect([...state.files.keys()].toSorted()).toEqual([idOf("a"), idOf("b")]);
  });

  test("without one of its files is told by its name", async () => {
    const withoutFirst = (work: KeptWork): KeptWork => ({
      ...work,
      photos: work.photos.map((photo) => (photo.id === idOf("a") ? { ...photo, file: null } : photo)),
    });
    const state = await restored(services(), withoutFirst);
    expect(problemsOf(state)).toEqual([expect.stringMatching(/^a\.jpg: This photo is no longer on the device/)]);
    expect([...state.photos.keys()]).toEqual([idOf("b")]);
  });

  test("under the name of another photo is not taken for it", async () => {
    const swapped = (work: KeptWork): KeptWork => ({
      ...work,
      photos: work.photos.map((photo) => ({ ...photo, file: fileOf("c") })),
    });
    const state = await restored(services(), swapped);
    expect(state.scene).toBeNull();
    expect(problemsOf(state)).toEqual([expect.stringMatching(/^c.jpg: This file is no longer the photo/)]);
  });

  test("and cannot be read is told, and nothing opens", async () => {
    const state = await restored(services(), (work) => ({ ...work, scene: { plan: "{" } }));
    expect(state.scene).toBeNull();
    expect(problemsOf(state)).toEqual([expect.stringContaining("cannot be read any more")]);
  });
});
