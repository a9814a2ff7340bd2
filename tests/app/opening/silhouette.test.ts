/* The head in the silhouette: laid on the first guess, and on nothing else. */
import { beforeEach, expect, test, vi } from "vitest";
import { viewOfPhoto } from "../../../src/core/plan/document.ts";
import { openFiles } from "../../../src/app/opening/open-files.ts";
import { doubtSaying, outlinedSaying } from "../../../src/app/messages.ts";
import { said, saying } from "../../../src/words/words.ts";
import { type Outcome, idOf } from "./outside.ts";
import { rest, startServices } from "./world.ts";

// No other tab is open.
vi.stubGlobal("addEventListener", () => {});

let { services, outside } = startServices();
beforeEach(() => {
  ({ services, outside } = startServices());
});
const state = () => services.session.store.getState();
const viewOf = (letter: string) => viewOfPhoto(state().scene!.document, idOf(letter));
const doing = () => state().jobs.map((job) => job.doing);

/** Ends what is waited for, one after the other, as is said. */
async function end(...outcomes: readonly Outcome[]): Promise<void> {
  for (const outcome of outcomes) {
    outside.end(0, outcome);
    await rest();
  }
}

/** Opened, with the first guess on it: the small picture for the silhouette is waited for. */
async function opened(letter: string): Promise<void> {
  void openFiles(services, [new File([], `${letter}-1.jpg`)]);
  await rest();
  await end("well", "well", "well");
  expect(doing()).toEqual([saying("busy.head")]);
}

test("the first guess stands at once, then the silhouette's in its place, which is no step of undo", async () => {
  await opened("a");
  const guess = viewOf("a");
  expect(guess?.fittedBy).toBe("guess");
  await end("well", "well", "well");
  expect(viewOf("a")).not.toEqual(guess);
  expect(viewOf("a")?.fittedBy).toBe("guess");
  expect(state().history.past).toEqual([]);
  expect(doing()).toEqual([saying("busy.face")]);
});

test.each<Outcome[]>([["fails"], ["well", "fails"], ["well", "dies"], ["well", "well", "fails"]])(
  "where the silhouette cannot be read (%s %s) the guess stays, and the face is looked for",
  async (...outcomes) => {
    await opened("a");
    const guess = viewOf("a");
    await end(...outcomes);
    expect(viewOf("a")).toEqual(guess);
    expect(state().problems).toEqual([]);
    expect(doing()).toEqual([saying("busy.face")]);
  },
);

/** Nothing can be read in the photo, and no face is seen: what is told is the last problem. */
const told = () => state().problems.map(({ says }) => said(says));

test("what could not be read is read again when a person says so, and the problem is gone", async () => {
  await opened("a");
  await end("well", "fails", "well", "fails");
  expect(told()).toEqual([expect.stringMatching(/^The face could not be looked for/u)]);
  expect(doing()).toEqual([]);
  const [{ id, again }] = state().problems;
  services.session.dismiss(id);
  again?.();
  await rest();
  expect(doing()).toEqual([saying("busy.head")]);
  const guess = viewOf("a");
  while (outside.end(0, "well")) await rest();
  expect(viewOf("a")).not.toEqual(guess);
  expect(state().problems).toEqual([]);
});

test("a silhouette that was not read is told where no face says more, and can be read again", async () => {
  outside.seeFaces([]);
  await opened("a");
  await end("well", "dies", "well", "well");
  expect(told()).toEqual([expect.stringMatching(/^The person’s outline could not be read/u)]);
  state().problems[0].again?.();
  await rest();
  await end("well", "well", "well", "well", "well");
  expect(state().news.get(idOf("a"))?.id).toMatch(/^news\.(proposed|perhaps)$/u);
});

/** Opened and read to the end. */
async function read(letter: string): Promise<void> {
  await opened(letter);
  while (outside.end(0, "well")) await rest();
}

test.each(["eyes", "cut", "no-rim"] as const)(
  "a face with a doubt (%s) does not move the head, and that is said",
  async (doubt) => {
    outside.seeFaces([0], () => doubt);
    await read("a");
    expect(viewOf("a")?.fittedBy).toBe("guess");
    expect(state().news.get(idOf("a"))).toEqual(outlinedSaying(doubt));
  },
);

test("a silhouette of something much smaller than the face's head has no say", async () => {
  outside.seeFaces([0], () => "no-rim", 2);
  await read("a");
  expect(state().news.get(idOf("a"))).toEqual(doubtSaying("no-rim"));
});

test("what has no face's shape is no face beside one that has: one is not called two", async () => {
  outside.seeFaces([0, 4000], (face) => (face[0].x > 2000 ? "not-a-face" : null));
  await read("a");
  expect(state().photos.get(idOf("a"))?.faces).toHaveLength(1);
  expect(state().news.get(idOf("a"))).toEqual(saying("news.fitted"));
});

test("two faces are two, and it is asked whose head it is", async () => {
  outside.seeFaces([0, 4000]);
  await read("a");
  expect(state().photos.get(idOf("a"))?.faces).toHaveLength(2);
  expect(said(state().news.get(idOf("a"))!)).toMatch(/2 faces are in this photo/u);
});

test("a head that was placed by hand since is not read again, and that is said", async () => {
  await opened("a");
  await end("fails", "fails");
  services.session.view({ fittedBy: "person" });
  const mine = viewOf("a");
  state().problems[0].again?.();
  await rest();
  expect(doing()).toEqual([]);
  expect(viewOf("a")).toEqual(mine);
  expect(state().news.get(idOf("a"))).toEqual(saying("news.moved"));
});

test("where no head is seen it is said, and nothing is painted, until a person says that a face is one", async () => {
  outside.seeFaces([0]);
  await opened("g");
  await end("well", "well", "well");
  expect(viewOf("g")?.fittedBy).toBe("none");
  expect(state().news.get(idOf("g"))).toEqual(saying("news.noHead"));
  const before = viewOf("g");
  while (outside.end(0, "well")) await rest();
  expect(viewOf("g")?.fittedBy).toBe("none");
  expect(viewOf("g")?.pose).not.toEqual(before?.pose);
  expect(state().news.get(idOf("g"))).toEqual(saying("news.drawnFace"));
  expect(state().scene?.document.scale.source).toBe("head");
});

test("whoever takes the handles meanwhile has the last word", async () => {
  await opened("a");
  services.session.view({ fittedBy: "person" });
  const mine = viewOf("a");
  await rest();
  expect(doing()).toEqual([]);
  while (outside.end(0, "well")) await rest();
  expect(viewOf("a")).toEqual(mine);
});
