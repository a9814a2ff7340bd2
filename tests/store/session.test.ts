/* The session: looking is no change, a gesture is one step, and undo leaves alone what it did not do. */
import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { type View, contentName, plainView } from "../../src/core/head/view.ts";
import { moments } from "../../src/core/pigment/healing.ts";
import {
  inRecordOrder,
  newDocument,
  viewOfPhoto,
  withPhoto,
  withScale,
  withoutPhoto,
} from "../../src/core/plan/document.ts";
import { planFile } from "../../src/core/plan/plan-file.ts";
import { planOf, sceneOf } from "../../src/core/plan/scene.ts";
import { saying } from "../../src/words/words.ts";
import { createSession, newsHere, planHere, sceneBy, viewsInLine } from "../../src/store/session.ts";
import { plainPhoto } from "./plain-photo.ts";

/** Names as photos have them, so that a document of theirs can be saved. */
const [A, B, C, D] = ["a", "b", "c", "d"].map((digit) => contentName(digit.repeat(64)));

const view = (photo: string): View => ({
  ...plainView(
    "front",
    { width: 1200, height: 1600, focal: 2600 },
    { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 900 },
    "guess",
  ),
  photo,
  eyes: { pupils: 170, iris: 32 },
});
const photo = (id: string) => ({ ...plainPhoto(id, `${id}.jpg`, 1200, 1600), crcName: `crc32:${id}`, levels: 3 });
const names = [A, B, C];

let session = createSession();
const scene = () => session.store.getState().scene!;
/** What would be saved. */
function saved(): string {
  const file = planFile(scene().document);
  if (!file.ok) throw new Error(file.reason.where);
  return file.value;
}
const density = (): number => planHere(session.store.getState())!.density;

beforeEach(() => {
  session = createSession();
  session.open(photo(A), new File([], A), sceneOf(newDocument(view(A))), "line");
  for (const name of [B, C]) session.amend(({ document }) => withPhoto(document, view(name)));
});

test("looking never changes what would be saved, not by a byte, and is no step of undo", () => {
  const look = fc.record({
    photo: fc.constantFrom(...names, "none"),
    moment: fc.constantFrom(...moments),
    variant: fc.integer({ min: 0, max: 3 }),
  });
  const before = saved();
  fc.assert(
    fc.property(fc.array(look), (looks) => {
      for (const cursor of looks) session.look(cursor);
      expect(saved()).toBe(before);
      expect(session.store.getState().history.past).toEqual([]);
      expect(planOf(scene())).toBeDefined();
    }),
  );
});

describe("undo", () => {
  test("shows the photo and the moment in which the change was made, and so does redo", () => {
    session.look({ photo: B, moment: "year-3" });
    session.plan({ density: 100 });
    session.look({ photo: C, moment: "healed" });
    session.undo();
    expect(density()).toBe(160);
    expect(scene().cursor).toMatchObject({ photo: B, moment: "year-3" });
    session.look({ photo: A });
    session.redo();
    expect(density()).toBe(100);
    expect(scene().cursor).toMatchObject({ photo: B, moment: "year-3" });
  });

  test("of a gesture is one step, from before it to after it", () => {
    session.beginGesture();
    for (const next of [100, 120, 140]) session.plan({ density: next });
    session.endGesture();
    session.plan({ density: 60 });
    session.undo();
    expect(density()).toBe(140);
    session.undo();
    expect(density()).toBe(160);
    session.redo();
    expect(density()).toBe(140);
  });

  test("in the middle of a gesture takes back what the gesture has done so far", () => {
    session.beginGesture();
    session.plan({ density: 100 });
    session.undo();
    expect(density()).toBe(160);
    session.redo();
    expect(density()).toBe(100);
  });

  test("a gesture is ended by its own end alone, though the focus leaves a slider after the next has begun", () => {
    const endSweep = session.beginGesture();
    session.plan({ density: 100 });
    session.endGesture();
    session.beginGesture();
    session.plan({ density: 110 });
    endSweep();
    session.plan({ density: 120 });
    session.endGesture();
    session.undo();
    expect(density()).toBe(100);
    session.undo();
    expect(density()).toBe(160);
  });

  test("of a gesture that was none is no step: all is as it was, but for what the app has found out since", () => {
    session.plan({ density: 200 });
    session.undo();
    session.beginGesture();
    session.plan({ density: 222 });
    session.amend(({ document }) => ({ ...document, matteSkin: true }));
    session.cancelGesture();
    session.endGesture();
    expect([density(), scene().document.matteSkin]).toEqual([160, true]);
    expect(session.store.getState().history.past).toEqual([]);
    session.redo();
    expect(density()).toBe(200);
  });

  test("of a gesture in which nothing changed is no step", () => {
    session.beginGesture();
    session.look({ photo: B });
    session.endGesture();
    expect(session.store.getState().history.past).toEqual([]);
  });

  test("leaves what the app has found out since: another photo, the fit of one, and the size of the head", () => {
    session.plan({ density: 100 });
    session.amend(({ document }) => withPhoto(document, view(D)));
    session.amend(({ document }) => withScale(document, { source: "pupils", photo: A, mm: 60 }));
    session.amend(({ document }) => ({
      ...document,
      views: document.views.map((one) => (one.photo === B ? { ...one, fittedBy: "face" } : one)),
    }));
    const found = scene().document;
    session.undo();
    expect(density()).toBe(160);
    expect(scene().document.vault).toBe(found.vault);
    expect(scene().document.views).toEqual(found.views);
    session.redo();
    expect(scene().document).toEqual(found);
  });

  test("brings a removed photo back, beside one that has come meanwhile", () => {
    session.edit(({ document }) => withoutPhoto(document, B));
    session.amend(({ document }) => withPhoto(document, view(D)));
    session.undo();
    expect(
      scene()
        .document.views.map((one) => one.photo)
        .toSorted(),
    ).toEqual([A, B, C, D]);
  });

  test("keeps a line where it is on the skin when the head has grown since", () => {
    session.plan({ density: 100 });
    const { hairline } = planOf(scene());
    const moved = { ...hairline, cover: "top" } as const;
    session.plan({ hairline: moved });
    session.amend(({ document }) => withScale(document, { source: "pupils", photo: A, mm: 60 }));
    const grown = planOf(scene()).hairline.points;
    session.undo();
    expect(planOf(scene()).hairline.cover).toBe("scalp");
    planOf(scene()).hairline.points.mid.forEach((mm, i) => expect(mm).toBeCloseTo(grown.mid[i], 9));
  });

  test("all the way back and forth again ends where it began, whatever was done", () => {
    const act = fc.oneof(
      fc.integer({ min: 30, max: 320 }).map((next) => () => session.plan({ density: next })),
      fc.constantFrom(...names).map((name) => () => session.look({ photo: name })),
      fc.constantFrom(...names).map((name) => () => session.edit(({ document }) => withoutPhoto(document, name))),
      fc.double({ min: -9, max: 9, noNaN: true }).map((yaw) => () => session.view({ pose: { ...view(A).pose, yaw } })),
      fc.constant(() => session.beginGesture()),
      fc.constant(() => session.endGesture()),
      fc.constant(() => session.undo()),
      fc.constant(() => session.redo()),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        session = createSession();
        session.open(photo(A), new File([], A), sceneOf(newDocument(view(A))), "line");
        for (const name of [B, C]) session.amend(({ document }) => withPhoto(document, view(name)));
        const first = saved();
        for (const run of acts) run();
        session.endGesture();
        while (session.store.getState().history.future.length > 0) session.redo();
        const last = saved();
        while (session.store.getState().history.past.length > 0) session.undo();
        expect(saved()).toBe(first);
        while (session.store.getState().history.future.length > 0) session.redo();
        expect(saved()).toBe(last);
        expect(viewOfPhoto(scene().document, scene().cursor.photo)).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});

describe("what is told", () => {
  const told = () => session.store.getState().problems.map(({ says }) => says.id);

  test("the latest news of what is looked at is told, whether it is the photo's or of all", () => {
    const here = scene().cursor.photo;
    const heard = () => newsHere(session.store.getState())?.id;
    session.say(saying("news.picture.stopped"));
    session.say(saying("news.noFace"), here);
    expect(heard()).toBe("news.noFace");
    session.say(saying("news.picture.stopped"));
    expect(heard()).toBe("news.picture.stopped");
    session.say(saying("news.guess"), "sha256:elsewhere");
    expect(heard()).toBe("news.picture.stopped");
  });

  test("problems stay until each is sent away, whatever news comes, and none is told twice", () => {
    session.report(saying("news.unsure"));
    session.report(saying("news.unsure"));
    session.say(saying("news.picture.stopped"));
    session.report(saying("news.guess"));
    expect(told()).toEqual(["news.unsure", "news.guess"]);
    session.dismiss(session.store.getState().problems[0].id);
    expect(told()).toEqual(["news.guess"]);
  });

  test("what is told of several photos at once is tried again for all of them, and for no other head", () => {
    const tried: number[] = [];
    session.report(saying("news.unsure"), () => void tried.push(1));
    session.report(saying("news.unsure"), () => void tried.push(2));
    session.store.getState().problems[0].again?.();
    expect(tried).toEqual([1, 2]);
    session.close();
    expect(session.store.getState().problems[0].again).toBeNull();
  });

  test("another head does not silence the problems of the one before", () => {
    session.report(saying("news.unsure"));
    session.close();
    expect(told()).toEqual(["news.unsure"]);
  });
});

test("a scene is the same as long as its parts that are shown are, and another when one of them changes", () => {
  const select = sceneBy(({ document, cursor }) => [document.vault, document.plans[0].shades, cursor.moment]);
  const selected = () => select(session.store.getState());
  const first = selected();
  expect(first).toBe(scene());
  session.plan({ density: scene().document.plans[0].density + 1 });
  expect(selected()).toBe(first);
  expect(scene()).not.toBe(first);
  session.look({ moment: "fresh" });
  expect(selected()).toBe(scene());
  session.plan({ shades: [...scene().document.plans[0].shades] });
  expect(selected()).toBe(scene());
  session.close();
  expect(selected()).toBeNull();
});

test("a view that is named stays where it lies beside the others, though a record has it elsewhere", () => {
  session.look({ photo: names[1] });
  const before = viewsInLine(session.store.getState()).map((one) => one.photo);
  session.view({ aspect: "front-bowed" });
  expect(viewsInLine(session.store.getState()).map((one) => one.photo)).toEqual(before);
  expect(inRecordOrder(scene().document)[0].photo).toBe(names[1]);
});
