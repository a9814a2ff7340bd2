/* What becomes of that which is in flight when its client is left, or its photo. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { newDocument, viewOfPhoto, withoutPhoto } from "../../../src/core/plan/document.ts";
import { planText } from "../../../src/core/plan/plan-file.ts";
import { guessAgain } from "../../../src/app/head/place-head.ts";
import { leaveClient } from "../../../src/app/opening/leave-client.ts";
import { openFiles, replacePhoto } from "../../../src/app/opening/open-files.ts";
import { startView } from "../../../src/app/opening/start-view.ts";
import { reopenPhotos } from "../../../src/app/opening/reopen-photos.ts";
import { during } from "../../../src/app/task.ts";
import { said, saying } from "../../../src/words/words.ts";
import { idOf, sideOf } from "./outside.ts";
import { rest, startServices } from "./world.ts";

// No other tab is open.
vi.stubGlobal("addEventListener", () => {});

let { services, outside } = startServices();
beforeEach(() => {
  ({ services, outside } = startServices());
});
const state = () => services.session.store.getState();
const problems = (): readonly string[] => state().problems.map(({ says }) => said(says));
const views = (): readonly string[] => state().scene?.document.views.map(({ photo }) => photo) ?? [];
const file = (name: string): File => new File([], name);
/** One of what is waited for after the other, until nothing is. */
async function settle(): Promise<void> {
  await rest();
  while (outside.end(0, "well")) await rest();
}
async function opened(...names: readonly string[]): Promise<void> {
  void openFiles(services, names.map(file));
  await settle();
}

describe("when another client is begun", () => {
  test("files that are still opening are named in one sentence, the one that is being read first", async () => {
    await opened("a-1.jpg");
    void openFiles(services, ["b-1.jpg", "c-1.jpg", "d-1.jpg"].map(file));
    await rest();
    expect(outside.waiting()).toBe(1);
    leaveClient(services);
    expect(outside.waiting(), "its decoding is given up").toBe(0);
    await rest();
    expect(problems()).toEqual([expect.stringMatching(/^Not opened: b-1\.jpg, c-1\.jpg,? and d-1\.jpg\./u)]);
    expect(state().jobs).toEqual([]);
    expect(state().scene).toBeNull();
  });

  test("a file that the worker was already given is named as well", async () => {
    await opened("a-1.jpg");
    void openFiles(services, [file("b-1.jpg")]);
    await rest();
    outside.end(0, "well");
    await rest();
    leaveClient(services);
    await settle();
    expect(problems()).toEqual([expect.stringContaining("b-1.jpg")]);
    expect(state().jobs).toEqual([]);
  });

  test("the next client's files open, and their faces are looked for, though the last one's never came", async () => {
    void openFiles(services, [file("a-1.jpg")]);
    await rest();
    // Read, held, guessed at; then the person is made out in a small picture; then the face is waited for.
    for (let i = 0; i < 7; i++) {
      outside.end(0, "well");
      await rest();
    }
    expect(state().jobs.map(({ doing }) => doing)).toEqual([saying("busy.face")]);
    leaveClient(services);
    await rest();
    expect(state().jobs).toEqual([]);
    await opened("b-1.jpg");
    expect(views()).toEqual([idOf("b")]);
    expect(state().news.get(idOf("b"))?.id).toMatch(/^news\.(?:fitted|noFace|noHead|proposed|perhaps)$/u);
  });

  test("a guess that was asked for comes to nobody", async () => {
    await opened("a-1.jpg");
    const guess = guessAgain(services, "left");
    leaveClient(services);
    await guess;
    await settle();
    expect(state()).toMatchObject({ scene: null, jobs: [], problems: [] });
    expect(state().news.size).toBe(0);
  });

  test("work that ends in the same moment changes nothing any more", async () => {
    await opened("a-1.jpg");
    const { session } = services;
    let late = false;
    const ending = during(session, { doing: saying("busy.head"), broken: "fit", photo: null }, async (task) => {
      await task.until(() => Promise.resolve());
      leaveClient(services);
      task.session.say(saying("news.guess"));
      late = true;
    });
    expect(await ending).toBe("too-late");
    expect(late).toBe(false);
    expect(state().news.size).toBe(0);
  });
});

test("a photo that is removed while its head is looked for is not spoken of any more", async () => {
  await opened("a-1.jpg", "b-1.jpg");
  const before = state().news.get(idOf("b"));
  services.session.look({ photo: idOf("b") });
  const guess = guessAgain(services, "left");
  services.session.edit(({ document }) => withoutPhoto(document, idOf("b")));
  await guess;
  expect(state().news.get(idOf("b"))).toBe(before);
  expect(state().jobs).toEqual([]);
});

test("a replacement goes to the photo for which it was chosen, whatever is looked at by then", async () => {
  await opened("a-1.jpg", "b-1.jpg");
  services.session.look({ photo: idOf("a") });
  void replacePhoto(services, idOf("a"), file("c-1.jpg"));
  services.session.look({ photo: idOf("b") });
  await settle();
  expect(views()).toEqual([idOf("c"), idOf("b")]);
});

test("a replacement whose photo has gone is named", async () => {
  await opened("a-1.jpg", "b-1.jpg");
  void replacePhoto(services, idOf("b"), file("c-1.jpg"));
  services.session.edit(({ document }) => withoutPhoto(document, idOf("b")));
  await settle();
  expect(views()).toEqual([idOf("a")]);
  expect(problems()).toEqual([expect.stringMatching(/^c-1\.jpg: .*no longer there/u)]);
});

test("a drag goes on in its own photo when another one is added, and undo of it leaves that one", async () => {
  await opened("a-1.jpg");
  const { session } = services;
  session.beginGesture();
  session.plan({ density: 100 });
  await opened("b-1.jpg");
  expect(state().scene?.cursor.photo).toBe(idOf("a"));
  session.plan({ density: 90 });
  session.endGesture();
  session.undo();
  expect(views()).toEqual([idOf("a"), idOf("b")]);
  expect(state().scene?.document.plans[0].density).toBe(100);
});

describe("near the limit of pixels", () => {
  /** Two large photos, the second removed for a third. */
  async function exchanged(): Promise<() => void> {
    const stop = reopenPhotos(services);
    await opened("Y-1.jpg", "Z-1.jpg");
    const { session } = services;
    session.look({ photo: idOf("Z") });
    session.edit(({ document }) => withoutPhoto(document, idOf("Z")));
    await opened("h-1.jpg");
    expect([...state().photos.keys()]).toEqual([idOf("Y"), idOf("h")]);
    return stop;
  }

  test("a photo that had made room is opened again when undo brings it back and there is room", async () => {
    const stop = await exchanged();
    services.session.undo();
    services.session.undo();
    expect(viewOfPhoto(state().scene!.document, idOf("Z"))).toBeDefined();
    expect(state().photos.has(idOf("Z"))).toBe(false);
    await settle();
    expect([...state().photos.keys()]).toEqual([idOf("Y"), idOf("Z")]);
    expect(problems()).toEqual([]);
    stop();
  });

  test("one that finds no room is named, and opened as soon as another one is removed", async () => {
    const stop = reopenPhotos(services);
    await opened("Y-1.jpg", "Z-1.jpg");
    const { session } = services;
    session.edit(({ document }) => withoutPhoto(document, idOf("Z")));
    await opened("h-1.jpg");
    const { document } = state().scene!;
    const gone = state().history.past[0].after.document.views[1];
    session.edit(() => ({ ...document, views: [...document.views, gone] }));
    await settle();
    expect(problems()).toEqual([expect.stringMatching(/^Z-1\.jpg: There is no room/u)]);
    session.edit((now) => withoutPhoto(now.document, idOf("h")));
    await settle();
    expect([...state().photos.keys()]).toEqual([idOf("Y"), idOf("Z")]);
    stop();
  });
});

describe("when a plan that is chosen at once after its photo says where the head is", () => {
  const { views: of, ...rest } = newDocument(startView(sideOf("a"), sideOf("a"), 26));
  const plan = planText({ ...rest, views: of.map((view) => ({ ...view, photo: idOf("a") })) });

  test("no face moves it, and what is told of the plan stays", async () => {
    void openFiles(services, [file("a-1.jpg")]);
    void openFiles(services, [new File([plan], "plan.json")]);
    await settle();
    expect(state().news.get(idOf("a"))).toEqual(saying("news.plan.none"));
    expect(viewOfPhoto(state().scene!.document, idOf("a"))?.fittedBy).toBe("guess");
    expect(state().jobs).toEqual([]);
  });
});
