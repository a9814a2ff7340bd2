/* What the app remembers while a photo is open. The consultation alone is undone and redone; the rest is the moment: which step is open,
   what is being waited for, how many dots stand in the picture. */

import { temporal } from "zundo";
import { createStore } from "zustand/vanilla";
import type { Consultation, Plan } from "../core/plan/consultation.ts";
import type { Face } from "../core/head/face.ts";
import type { View } from "../core/head/view.ts";
import type { Millimetres } from "../core/units.ts";
import type { SkinReading } from "../core/photo/skin.ts";

export const steps = ["photo", "head", "line", "density", "pigment", "save"] as const;
export type Step = (typeof steps)[number];

export type PhotoFacts = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** 35 mm equivalent from the file, or null when it does not say. */
  readonly lens: Millimetres | null;
};

export type Note = { readonly kind: "news" | "problem"; readonly text: string };

/** What the handles on the head are for: to place it, to bend its outline, to measure, or to cut out what is before it. */
export type Hand = "fit" | "outline" | "ruler" | "cut";

export type Task = { readonly share: number; readonly cancel: () => void };

export type Session = {
  readonly consultation: Consultation | null;
  readonly photo: PhotoFacts | null;
  /** Read off the scalp in the photo; null until read, or where no skin was found. */
  readonly skin: SkinReading | null;
  readonly step: Step;
  /** The photo is shown without dots while this is true. */
  readonly before: boolean;
  /** Which handles lie on the head. */
  readonly hand: Hand;
  /** Left and right of the hairline move together. */
  readonly mirror: boolean;
  readonly dots: number;
  /** What is being waited for, in the user's words; null when nothing is. */
  readonly busy: string | null;
  /** How far that is, 0..1, where it can be said and stopped. */
  readonly task: Task | null;
  readonly note: Note | null;
  /** Faces that were found in the photo, from left to right, and which of them is the client's. */
  readonly faces: readonly Face[];
  readonly face: number;
};

const empty: Session = {
  consultation: null,
  photo: null,
  skin: null,
  step: "photo",
  before: false,
  hand: "fit",
  mirror: true,
  dots: 0,
  busy: null,
  task: null,
  note: null,
  faces: [],
  face: 0,
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

  return {
    store,
    history,
    /** Another photo takes the place of the open one; undo starts afresh. */
    open(photo: PhotoFacts, consultation: Consultation, skin: SkinReading | null, step: Step): void {
      store.setState({ ...empty, mirror: store.getState().mirror, photo, consultation, skin, step });
      history.getState().clear();
    },
    set(
      change: Partial<
        Pick<
          Session,
          "step" | "before" | "hand" | "mirror" | "dots" | "busy" | "task" | "note" | "skin" | "faces" | "face"
        >
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
    /** What the app finds out by itself: not a step that could be undone. */
    settle(change: (consultation: Consultation) => Consultation): void {
      if (gesture === "moving") return edit(change);
      history.getState().pause();
      edit(change);
      history.getState().resume();
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
