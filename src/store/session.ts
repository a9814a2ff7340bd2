/* What the app remembers while a photo is open. The consultation alone is undone and redone; the rest is the moment: which step is open,
   what is being waited for, how many dots stand in the picture. */

import { temporal } from "zundo";
import { createStore } from "zustand/vanilla";
import { type Consultation, type Plan, turnedTo, viewsOf } from "../core/plan/consultation.ts";
import type { Face } from "../core/head/face.ts";
import type { PhotoId, View } from "../core/head/view.ts";
import type { Millimetres, Pixels } from "../core/units.ts";
import type { Moment } from "../core/pigment/healing.ts";
import type { Sides, SkinReading } from "../core/photo/skin.ts";

export const steps = ["photo", "head", "line", "density", "pigment", "time", "work", "save"] as const;
export type Step = (typeof steps)[number];

/** A photo that is open, and what was read off it. */
export type Photo = {
  readonly id: PhotoId;
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

export type Note = { readonly kind: "news" | "problem"; readonly text: string };

/** What the handles on the head are for: to place it, to bend its outline, to nudge what lies within it, to measure, or to cut out what is before it. */
export type Hand = "fit" | "outline" | "nudge" | "ruler" | "cut" | "skin";

export type Task = { readonly share: number; readonly cancel: () => void };

export type Session = {
  readonly consultation: Consultation | null;
  /** The photos that the picture worker holds; each is that of a view, or of one that undo may bring back. */
  readonly photos: ReadonlyMap<PhotoId, Photo>;
  readonly step: Step;
  /** The photo is shown without dots while this is true. */
  readonly before: boolean;
  /** Which handles lie on the head. */
  readonly hand: Hand;
  /** A loupe lies over the photo. */
  readonly loupe: boolean;
  /** Left and right of the hairline move together. */
  readonly mirror: boolean;
  readonly dots: number;
  /** What is being waited for, in the user's words; null when nothing is. */
  readonly busy: string | null;
  /** How far that is, 0..1, where it can be said and stopped. */
  readonly task: Task | null;
  readonly note: Note | null;
};

/** All views that can be looked at, in the order of a record; those of one side as they were added. */
export const openViews = ({ consultation, photos }: Session): readonly View[] =>
  consultation ? viewsOf(consultation, [...photos.keys()]).filter(({ photo }) => photos.has(photo)) : [];

/** The photo at hand; null when none is open. */
export const photoAtHand = ({ consultation, photos }: Session): Photo | null =>
  (consultation && photos.get(consultation.view.photo)) ?? null;

const empty: Session = {
  consultation: null,
  photos: new Map(),
  step: "photo",
  before: false,
  hand: "fit",
  loupe: false,
  mirror: true,
  dots: 0,
  busy: null,
  task: null,
  note: null,
};

/** The session's store and what may be done to it. Everything else is read through `store.getState()` or a subscription. */
export function createSession() {
  const store = createStore<Session>()(
    temporal(() => empty, {
      partialize: ({ consultation }) => ({ consultation }),
      equality: (past, current) => past.consultation === current.consultation,
      limit: 200,
    }),
  );
  const history = store.temporal;
  let gesture: "none" | "begun" | "moving" = "none";

  function edit(change: (consultation: Consultation) => Consultation): void {
    const { consultation } = store.getState();
    if (!consultation) return;
    const changed = change(consultation);
    if (changed === consultation) return;
    store.setState({ consultation: changed });
    if (gesture === "begun") {
      gesture = "moving";
      history.getState().pause();
    }
  }

  /** Not a step that could be undone. */
  function editUnseen(change: (consultation: Consultation) => Consultation): void {
    if (gesture === "moving") return edit(change);
    history.getState().pause();
    edit(change);
    history.getState().resume();
  }

  return {
    store,
    history,
    /** Another head takes the place of the open one; undo starts afresh. */
    open(photo: Photo, consultation: Consultation, step: Step): void {
      const { mirror } = store.getState();
      store.setState({ ...empty, mirror, photos: new Map([[photo.id, photo]]), consultation, step });
      history.getState().clear();
    },
    /** Nothing is open any more. */
    close(): void {
      store.setState({ ...empty, mirror: store.getState().mirror });
      history.getState().clear();
    },
    /** The picture worker holds one photo more. */
    hold(photo: Photo): void {
      store.setState(({ photos }) => ({ photos: new Map(photos).set(photo.id, photo) }));
    },
    /** What was read off a photo, if it is still open. */
    read(id: PhotoId, found: Partial<Pick<Photo, "skin" | "sides" | "faces" | "face">>): void {
      store.setState(({ photos }) => {
        const photo = photos.get(id);
        return photo ? { photos: new Map(photos).set(id, { ...photo, ...found }) } : {};
      });
    },
    /** Another photo of the head comes to hand: no step of undo, but undo shows the photo in which a change was made. */
    show(id: PhotoId): void {
      editUnseen((consultation) => turnedTo(consultation, id));
      // News was of the photo before.
      store.setState(({ note }) => ({ hand: "fit", note: note?.kind === "news" ? null : note }));
    },
    /** The work is looked at another time: no step of undo either. */
    look(moment: Moment): void {
      editUnseen((consultation) => ({ ...consultation, moment }));
    },
    /** Only the photos of these views stay; undo starts afresh, since it could ask for the others. */
    keepPhotos(kept: readonly PhotoId[]): void {
      store.setState(({ photos }) => ({ photos: new Map([...photos].filter(([id]) => kept.includes(id))) }));
      history.getState().clear();
    },
    set(
      change: Partial<
        Pick<Session, "step" | "before" | "hand" | "loupe" | "mirror" | "dots" | "busy" | "task" | "note">
      >,
    ): void {
      store.setState(change);
    },
    plan(change: Partial<Plan>): void {
      edit((consultation) => ({ ...consultation, plan: { ...consultation.plan, ...change } }));
    },
    view(view: View): void {
      edit((consultation) => ({ ...consultation, view }));
    },
    edit,
    /** What the app finds out by itself: it holds for every step that undo may go back to as well, and is none of its own. */
    settle(change: (consultation: Consultation) => Consultation): void {
      editUnseen(change);
      const settled = ({ consultation }: Partial<Pick<Session, "consultation">>) => ({
        consultation: (consultation && change(consultation)) ?? null,
      });
      history.setState(({ pastStates, futureStates }) => ({
        pastStates: pastStates.map(settled),
        futureStates: futureStates.map(settled),
      }));
    },
    /** All edits until endGesture are one step of undo: a drag of a handle, a sweep of the slider. */
    beginGesture(): void {
      if (gesture === "none") gesture = "begun";
    },
    endGesture(): void {
      if (gesture === "moving") history.getState().resume();
      gesture = "none";
    },
    undo: (): void => history.getState().undo(),
    redo: (): void => history.getState().redo(),
  };
}

export type SessionStore = ReturnType<typeof createSession>;
