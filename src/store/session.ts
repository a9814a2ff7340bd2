/* What the app remembers while a photo is open. The document alone is undone and redone, with the cursor beside it; the
   rest is the screen's: which step is open, what is being waited for, how many dots stand in the picture. */

import { createStore } from "zustand/vanilla";
import { inRecordOrder, viewOfPhoto } from "../core/plan/document.ts";
import type { Plan } from "../core/plan/plan.ts";
import type { PlanFile } from "../core/plan/plan-file.ts";
import { type Cursor, type Scene, cursorWithin, planOf, viewOf } from "../core/plan/scene.ts";
import type { Saying } from "../core/saying.ts";
import { type Edited, createEditing } from "./editing.ts";
import { noHistory } from "./history.ts";
import { type Told, createTelling, newsWithout } from "./telling.ts";
import type { Face } from "../core/reading/face.ts";
import type { SkinTape } from "../core/hairline/guides.ts";
import type { HairKind } from "../core/head/hair-strokes.ts";
import type { PhotoId, View } from "../core/head/view.ts";
import type { Millimetres, Pixels } from "../core/units.ts";
import type { HairSeen } from "../core/picture/hair-seen.ts";
import type { SkinReading } from "../core/reading/skin.ts";
import type { SidesReading } from "../core/reading/shaved-sides.ts";
import type { CardFault } from "../core/reading/white-balance.ts";

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
  /** Why the card that was touched in it does not tell its light; null where it does, or none was. */
  readonly cardFault: CardFault | null;
  /** Null until read, or where it shows no stubble beside bare skin. */
  readonly sides: SidesReading | null;
  /** How its hair was read; null until then, and where none is told from skin. */
  readonly hair: HairSeen | null;
  /** Faces that were found, from left to right, and which of them is the client's. */
  readonly faces: readonly Face[];
  readonly face: number;
  /** The person's silhouette has said where the head is: a guess is then near. */
  readonly outlined: boolean;
  /** More heads than one are seen in it, whether or not they show a face. */
  readonly others: boolean;
  /** Its face is out of proportion, as where a photo was squeezed on its way. */
  readonly proportion: "narrow" | "broad" | null;
  /** A plan that was laid says where the head is: no face is looked for any more. */
  readonly planned: boolean;
};

/** Of a photo that is open, before anything was read off it. */
export const nothingRead = {
  skin: null,
  cardFault: null,
  sides: null,
  hair: null,
  faces: [],
  face: 0,
  outlined: false,
  others: false,
  proportion: null,
  planned: false,
} as const satisfies Partial<Photo>;

/**
 * What the handles on the head are for: to place it, to bend its outline, to nudge what lies within it, to measure, to
 * cut out what is before it, to set its ears or its whorl, or to say where there is hair or where skin is read.
 */
export type HeadTool = "fit" | "outline" | "nudge" | "ruler" | "cut" | "ear" | "whorl" | "hair" | "skin";

/** Of what is drawn: its points are dragged, a curve is drawn, a brush adds or erases. */
export type AreaDoing = "points" | "draw" | "brush" | "erase";

/** The area in hand, and what a hand does on the photo. `brush`: across. */
export type AreaHand = { readonly id: string; readonly doing: AreaDoing; readonly brush: Millimetres };

/** What a brush may be, across. */
export const BRUSH = { least: 0.3, usual: 10, most: 40 } as const;

/** A plan that was made on none of the open photos: it waits for word of what is meant. */
export type PlanQuestion = {
  readonly file: PlanFile;
  /**
   * Its photo that the open one may be a copy of, being as large; `named`: known by its content, so it is not the same.
   */
  readonly copyOf: { readonly photo: PhotoId; readonly named: boolean } | null;
  /** Tells why it cannot be laid after all. */
  readonly refuse: (why: Saying) => void;
};

/** What the screen alone is set to. */
type Screen = {
  readonly step: Step;
  /** The photo is shown without dots while this is true. */
  readonly before: boolean;
  /** Which handles lie on the head. */
  readonly headTool: HeadTool;
  /** What the next touch on the photo says: where skin is read, or what is a grey or white card. */
  readonly pointing: "skinAt" | "neutralAt" | null;
  /** Null where the hairline is in hand. */
  readonly area: AreaHand | null;
  /** What the hair brush says, and how wide it is. */
  readonly hairHand: { readonly kind: HairKind; readonly brush: Millimetres };
  /** The next stroke on the photo draws the hairline. */
  readonly drawing: boolean;
  /** A loupe lies over the photo. */
  readonly loupe: boolean;
  /** Left and right of the hairline move together. */
  readonly mirror: boolean;
  /** The measuring tape on the head; null until it was laid. */
  readonly tape: SkinTape | null;
  readonly dots: number;
  readonly planQuestion: PlanQuestion | null;
  /** The work that was open before the page was loaded is being looked for, or opened. */
  readonly returning: boolean;
  /** All that is open is on the device as well: nothing would be lost if the page went. */
  readonly isKept: boolean;
};

export type Session = Edited &
  Told &
  Screen & {
    /** Another number for each head that was opened: whoever worked for one before has come too late. */
    readonly client: number;
    /** The photos that are open; each is that of a view, or of one that undo may bring back. */
    readonly photos: ReadonlyMap<PhotoId, Photo>;
    /** The files of all photos that were opened for this head, as they were chosen: any of them can be opened again. */
    readonly files: ReadonlyMap<PhotoId, File>;
  };

export const isBusy = ({ jobs }: Session): boolean => jobs.length > 0;

/** What is being waited for. */
export const doingNow = ({ jobs }: Session): Saying | null => jobs.at(-1)?.doing ?? null;

/** The latest news that belongs to what is looked at. */
export const newsHere = ({ scene, news }: Session): Saying | null =>
  [...news].findLast(([photo]) => photo === null || photo === scene?.cursor.photo)?.[1] ?? null;

/** The views as they lie side by side: as they came, so that none moves when one is named, whoever names it. */
export const viewsInLine = ({ scene }: Pick<Session, "scene">): readonly View[] => scene?.document.views ?? [];

/** All views that can be looked at, in the order of a record. */
export const openViews = ({ scene, photos }: Session): readonly View[] =>
  scene ? inRecordOrder(scene.document).filter(({ photo }) => photos.has(photo)) : [];

/** The photo that is looked at; null when none is open. */
export const photoHere = ({ scene, photos }: Session): Photo | null =>
  (scene && photos.get(scene.cursor.photo)) ?? null;

/** The view that is looked at; null when no photo is open. */
export const viewHere = ({ scene }: Session): View | null => scene && viewOf(scene);

/** The area in hand as long as the plan that is looked at has it. */
export const areaHere = ({ scene, area }: Session): AreaHand | null =>
  area && scene && planOf(scene).areas.some(({ id }) => id === area.id) ? area : null;

/** The plan that is looked at; null when no photo is open. */
export const planHere = ({ scene }: Session): Plan | null => scene && planOf(scene);

/**
 * Gives the scene, the same object as long as all these parts of it are the same: who shows nothing else need not be
 * told of a slider that is dragged elsewhere. Of other parts it may be out of date. Each asks by a selector of its own.
 */
export function sceneBy(parts: (scene: Scene) => readonly unknown[]): (session: Session) => Scene | null {
  let last: { readonly scene: Scene; readonly parts: readonly unknown[] } | null = null;
  return ({ scene }) => {
    if (!scene) return (last = null);
    const now = parts(scene);
    if (!last?.parts.every((part, i) => part === now[i])) last = { scene, parts: now };
    return last.scene;
  };
}

const empty: Session = {
  client: 0,
  scene: null,
  history: noHistory,
  photos: new Map(),
  files: new Map(),
  step: "photo",
  before: false,
  headTool: "fit",
  pointing: null,
  area: null,
  hairHand: { kind: "skin", brush: BRUSH.usual },
  drawing: false,
  loupe: false,
  mirror: true,
  tape: null,
  dots: 0,
  planQuestion: null,
  jobs: [],
  problems: [],
  news: new Map(),
  returning: false,
  isKept: true,
};

/**
 * The session's store and what may be done to it. Everything else is read through `store.getState()` or a subscription.
 */
export function createSession() {
  const store = createStore<Session>()(() => empty);
  const editing = createEditing(store.getState, store.setState);
  const telling = createTelling(store.getState, store.setState);

  /** What is being waited for, and what did not work, is told on: it may be about the next head. */
  function start(session: Partial<Session>): void {
    editing.dropGesture();
    const { client, mirror, jobs, problems } = store.getState();
    // What is tried again is tried for the head that it failed for.
    const told = problems.map((problem) => ({ ...problem, again: null }));
    store.setState({ ...empty, client: client + 1, mirror, jobs, problems: told, ...session });
  }

  return {
    store,
    ...editing,
    ...telling,
    /** Another head takes the place of the open one; undo starts afresh. `files`: of its photos that come later. */
    open(photo: Photo, file: File, scene: Scene, step: Step, files: Session["files"] = new Map()): void {
      start({ photos: new Map([[photo.id, photo]]), files: new Map(files).set(photo.id, file), scene, step });
    },
    /** Nothing is open any more. */
    close: (): void => start({}),
    /** One photo more is open. */
    hold(photo: Photo, file: File): void {
      const { photos, files } = store.getState();
      store.setState({ photos: new Map(photos).set(photo.id, photo), files: new Map(files).set(photo.id, file) });
    },
    /** What was read off a photo, if it is still open. */
    read(
      id: PhotoId,
      found: Partial<
        Pick<
          Photo,
          "skin" | "cardFault" | "sides" | "hair" | "faces" | "face" | "outlined" | "others" | "proportion" | "planned"
        >
      >,
    ): void {
      const { photos } = store.getState();
      const photo = photos.get(id);
      if (photo) store.setState({ photos: new Map(photos).set(id, { ...photo, ...found }) });
    },
    /** Only these photos stay open; the files of the others are still known. */
    keepPhotos(kept: readonly PhotoId[]): void {
      store.setState(({ photos }) => ({ photos: new Map([...photos].filter(([id]) => kept.includes(id))) }));
    },
    /** Looks elsewhere: at another photo, moment or plan. Never a change of the document, nor a step of undo. */
    look(cursor: Partial<Cursor>): void {
      const { scene, news } = store.getState();
      if (!scene || (cursor.photo !== undefined && !viewOfPhoto(scene.document, cursor.photo))) return;
      const next = cursorWithin(scene.document, { ...scene.cursor, ...cursor });
      const isOther = next.photo !== scene.cursor.photo;
      store.setState({
        scene: { ...scene, cursor: next },
        // What was news of all photos was news where it was seen.
        ...(isOther ? { headTool: "fit", pointing: null, news: newsWithout(news, null) } : {}),
      });
    },
    set(change: Partial<Screen>): void {
      store.setState(change);
    },
    /** News of what is looked at has had its time. */
    hush(): void {
      const { scene, news } = store.getState();
      if (news.size === 0) return;
      store.setState({ news: newsWithout(newsWithout(news, null), scene?.cursor.photo ?? null) });
    },
  };
}

export type SessionStore = ReturnType<typeof createSession>;
export type RunningJob = ReturnType<SessionStore["begin"]>;
