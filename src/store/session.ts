/* What the app remembers while a photo is open. The document alone is undone and redone, with the cursor beside it; the
   rest is the screen's: which step is open, what is being waited for, how many dots stand in the picture. */

import { createStore } from "zustand/vanilla";
import { type Document, inRecordOrder, viewOfPhoto, withRenamedPhoto } from "../core/plan/document.ts";
import type { Plan } from "../core/plan/plan.ts";
import type { PlanFile } from "../core/plan/plan-file.ts";
import { type Cursor, type Scene, cursorWithin, planOf, viewOf, withPlan, withViewHere } from "../core/plan/scene.ts";
import { areEqual } from "../core/equal-parts.ts";
import type { Saying } from "../core/saying.ts";
import { type History, mapped, noHistory, redone, undone, withStep } from "./history.ts";
import type { Face } from "../core/reading/face.ts";
import type { PhotoId, View } from "../core/head/view.ts";
import type { Millimetres, Pixels } from "../core/units.ts";
import type { Sides, SkinReading } from "../core/reading/skin.ts";

export const steps = ["photo", "head", "line", "density", "pigment", "time", "work", "save"] as const;
export type Step = (typeof steps)[number];

/** A photo that is open, and what was read off it. */
export type Photo = {
  readonly id: PhotoId;
  /** As plans of versions 3 to 5 name it. */
  readonly crcName: PhotoId;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** 35 mm equivalent from the file, or null when it does not say. */
  readonly lens: Millimetres | null;
  /** How many times the picture worker can halve it, plus one. */
  readonly levels: number;
  /** How soft its edges are: standard deviation, px. */
  readonly softness: Pixels;
  /** Null until read, or where no scalp was found. */
  readonly skin: SkinReading | null;
  readonly sides: Sides | null;
  /** Faces that were found, from left to right, and which of them is the client's. */
  readonly faces: readonly Face[];
  readonly face: number;
};

/**
 * What the handles on the head are for: to place it, to bend its outline, to nudge what lies within it, to measure, to
 * cut out what is before it, or to say where skin is read.
 */
export type HeadTool = "fit" | "outline" | "nudge" | "ruler" | "cut" | "skin";

/** Something that takes a while. */
export type Job = {
  readonly id: number;
  /** What is being done. */
  readonly doing: Saying;
  /** How far it is, 0..1; null where that cannot be said. */
  readonly share: number | null;
  /** Gives it up; null where that cannot be. */
  readonly giveUp: (() => void) | null;
};

/** A plan that was made on none of the open photos: it waits for word of what is meant. */
export type PlanQuestion = {
  readonly file: PlanFile;
  /** Its photo that the open one may be a copy of, being as large; `named`: known by its content, so it is not the same. */
  readonly copyOf: { readonly photo: PhotoId; readonly named: boolean } | null;
};

/** What did not work. It stays until it is sent away, whatever else happens. */
export type Problem = { readonly id: number; readonly says: Saying };

export type Session = {
  /** Another number for each head that was opened: whoever worked for one before has come too late. */
  readonly client: number;
  readonly scene: Scene | null;
  readonly history: History;
  /** The photos that are open; each is that of a view, or of one that undo may bring back. */
  readonly photos: ReadonlyMap<PhotoId, Photo>;
  /** The files of all photos that were opened for this head, as they were chosen: any of them can be opened again. */
  readonly files: ReadonlyMap<PhotoId, File>;
  readonly step: Step;
  /** The photo is shown without dots while this is true. */
  readonly before: boolean;
  /** Which handles lie on the head. */
  readonly headTool: HeadTool;
  /** A loupe lies over the photo. */
  readonly loupe: boolean;
  /** Left and right of the hairline move together. */
  readonly mirror: boolean;
  readonly dots: number;
  readonly planQuestion: PlanQuestion | null;
  /** What is being waited for, the latest last. */
  readonly jobs: readonly Job[];
  readonly problems: readonly Problem[];
  /** The last good news of each photo, and under null that of all. With the next change it has had its time. */
  readonly news: ReadonlyMap<PhotoId | null, Saying>;
  /** The work that was open before the page was loaded is being looked for, or opened. */
  readonly returning: boolean;
  /** All that is open is on the device as well: nothing would be lost if the page went. */
  readonly isKept: boolean;
};

export const isBusy = ({ jobs }: Session): boolean => jobs.length > 0;

/** What is being waited for. */
export const doingNow = ({ jobs }: Session): Saying | null => jobs.at(-1)?.doing ?? null;

/** The news that belongs to what is looked at. */
export const newsHere = ({ scene, news }: Session): Saying | null =>
  (scene && news.get(scene.cursor.photo)) ?? news.get(null) ?? null;

/** All views that can be looked at, in the order of a record. */
export const openViews = ({ scene, photos }: Session): readonly View[] =>
  scene ? inRecordOrder(scene.document).filter(({ photo }) => photos.has(photo)) : [];

/** The photo that is looked at; null when none is open. */
export const photoHere = ({ scene, photos }: Session): Photo | null =>
  (scene && photos.get(scene.cursor.photo)) ?? null;

/** The view that is looked at; null when no photo is open. */
export const viewHere = ({ scene }: Session): View | null => scene && viewOf(scene);

/** The plan that is looked at; null when no photo is open. */
export const planHere = ({ scene }: Session): Plan | null => scene && planOf(scene);

const empty: Session = {
  client: 0,
  scene: null,
  history: noHistory,
  photos: new Map(),
  files: new Map(),
  step: "photo",
  before: false,
  headTool: "fit",
  loupe: false,
  mirror: true,
  dots: 0,
  planQuestion: null,
  jobs: [],
  problems: [],
  news: new Map(),
  returning: false,
  isKept: true,
};

/** A change of the document; what it gives unchanged is no step of undo. */
export type Change = (scene: Scene) => Document;

/** The session's store and what may be done to it. Everything else is read through `store.getState()` or a subscription. */
export function createSession() {
  const store = createStore<Session>()(() => empty);
  /** The scene at the mark: a gesture's edits are one step from there. Null between gestures. */
  let mark: Scene | null = null;
  let lastId = 0;

  function put(document: Document, { cursor }: Scene): Scene {
    return { document, cursor: cursorWithin(document, cursor) };
  }

  /** Another document, not as a step; the scene before it, or null where nothing has changed. */
  function changed(change: Change): { readonly before: Scene; readonly after: Scene } | null {
    const { scene: before } = store.getState();
    const document = before && change(before);
    if (!before || !document || document === before.document) return null;
    return { before, after: put(document, before) };
  }

  function edit(change: Change): void {
    const step = changed(change);
    if (!step) return;
    store.setState(({ history }) => ({
      scene: step.after,
      // Within a gesture the step is made when it ends; what could be redone is gone at once.
      history: mark ? { ...history, future: [] } : withStep(history, step),
    }));
  }

  function travel(go: typeof undone): void {
    endGesture();
    const { history, scene } = store.getState();
    const there = scene && go(history, scene);
    if (there) store.setState(there);
  }

  function endGesture(): void {
    const { scene } = store.getState();
    const before = mark;
    mark = null;
    if (!before || !scene || before.document === scene.document) return;
    store.setState(({ history }) => ({ history: withStep(history, { before, after: scene }) }));
  }

  /** What is being waited for, and what did not work, is told on: it may be about the next head. */
  function start(session: Partial<Session>): void {
    mark = null;
    const { client, mirror, jobs, problems } = store.getState();
    store.setState({ ...empty, client: client + 1, mirror, jobs, problems, ...session });
  }

  const setJob = (id: number, change: (job: Job) => Job | null): void =>
    store.setState(({ jobs }) => ({ jobs: jobs.flatMap((job) => (job.id === id ? (change(job) ?? []) : [job])) }));

  return {
    store,
    /** Another head takes the place of the open one; undo starts afresh. `files`: of those of its photos that come later. */
    open(photo: Photo, file: File, scene: Scene, step: Step, files: Session["files"] = new Map()): void {
      start({ photos: new Map([[photo.id, photo]]), files: new Map(files).set(photo.id, file), scene, step });
    },
    /** Nothing is open any more. */
    close: (): void => start({}),
    /** One photo more is open. */
    hold(photo: Photo, file: File): void {
      store.setState(({ photos, files }) => ({
        photos: new Map(photos).set(photo.id, photo),
        files: new Map(files).set(photo.id, file),
      }));
    },
    /** What was read off a photo, if it is still open. */
    read(id: PhotoId, found: Partial<Pick<Photo, "skin" | "sides" | "faces" | "face">>): void {
      store.setState(({ photos }) => {
        const photo = photos.get(id);
        return photo ? { photos: new Map(photos).set(id, { ...photo, ...found }) } : {};
      });
    },
    /** Looks elsewhere: at another photo, moment or plan. Never a change of the document, nor a step of undo. */
    look(cursor: Partial<Cursor>): void {
      const { scene, news } = store.getState();
      if (!scene || (cursor.photo !== undefined && !viewOfPhoto(scene.document, cursor.photo))) return;
      const next = cursorWithin(scene.document, { ...scene.cursor, ...cursor });
      const photo = next.photo !== scene.cursor.photo;
      store.setState({
        scene: { ...scene, cursor: next },
        // What was news of all photos was news where it was seen.
        ...(photo ? { headTool: "fit", news: without(news, null) } : {}),
      });
    },
    /** Only these photos stay open; the files of the others are still known. */
    keepPhotos(kept: readonly PhotoId[]): void {
      store.setState(({ photos }) => ({ photos: new Map([...photos].filter(([id]) => kept.includes(id))) }));
    },
    set(
      change: Partial<
        Pick<
          Session,
          "step" | "before" | "headTool" | "loupe" | "mirror" | "dots" | "planQuestion" | "returning" | "isKept"
        >
      >,
    ): void {
      store.setState(change);
    },
    /** Something that takes a while begins; it is told until `end`. */
    begin(doing: Saying, giveUp: (() => void) | null = null) {
      const id = ++lastId;
      store.setState(({ jobs }) => ({ jobs: [...jobs, { id, doing, share: giveUp ? 0 : null, giveUp }] }));
      return {
        /** 0..1 */
        progress: (share: number): void => setJob(id, (job) => ({ ...job, share })),
        /** It goes on with something else. */
        goOn: (next: Saying): void => setJob(id, (job) => ({ ...job, doing: next })),
        end: (): void => setJob(id, () => null),
      };
    },
    /** Good news, of one photo or of all. */
    say(says: Saying, photo: PhotoId | null = null): void {
      store.setState(({ news }) => ({ news: new Map(news).set(photo, says) }));
    },
    /** News of what is looked at has had its time. */
    hush(): void {
      const { scene, news } = store.getState();
      if (news.size > 0) store.setState({ news: without(without(news, null), scene?.cursor.photo ?? null) });
    },
    /** Something did not work: told until it is sent away, once. */
    report(says: Saying): void {
      store.setState(({ problems }) =>
        problems.some((one) => areEqual(one.says, says)) ? {} : { problems: [...problems, { id: ++lastId, says }] },
      );
    },
    dismiss(id: number): void {
      store.setState(({ problems }) => ({ problems: problems.filter((problem) => problem.id !== id) }));
    },
    edit,
    /** The plan that is looked at. */
    plan(change: Partial<Plan>): void {
      edit((scene) => withPlan(scene, change));
    },
    /** The view that is looked at. */
    view(change: Partial<View>): void {
      edit((scene) => withViewHere(scene, change));
    },
    /** What the app finds out by itself: it is no step of undo, and stays through all of them. */
    amend(change: Change): void {
      const step = changed(change);
      if (!step) return;
      // Within a gesture it has been so from the start.
      if (mark) mark = put(change(mark), mark);
      store.setState({ scene: step.after });
    },
    /** A photo goes by another name from now on, in every step of undo as well. */
    rename(from: PhotoId, to: PhotoId): void {
      const renamed = (scene: Scene): Scene => ({
        document: withRenamedPhoto(scene.document, from, to),
        cursor: scene.cursor.photo === from ? { ...scene.cursor, photo: to } : scene.cursor,
      });
      const { scene } = store.getState();
      mark = mark && renamed(mark);
      if (scene) store.setState(({ history }) => ({ scene: renamed(scene), history: mapped(history, renamed) }));
    },
    /** All edits until endGesture are one step of undo: a drag of a handle, a sweep of the slider. */
    beginGesture(): void {
      mark ??= store.getState().scene;
    },
    endGesture,
    undo: (): void => travel(undone),
    redo: (): void => travel(redone),
  };
}

function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

export type SessionStore = ReturnType<typeof createSession>;
export type RunningJob = ReturnType<SessionStore["begin"]>;
