/* Changes of the open document: edits that are steps of undo, what the app finds out by itself, and gestures. */

import { type Document, withRenamedPhoto } from "../core/plan/document.ts";
import type { Plan } from "../core/plan/plan.ts";
import { type Scene, cursorWithin, withPlan, withViewHere } from "../core/plan/scene.ts";
import type { PhotoId, View } from "../core/head/view.ts";
import { type History, mapped, noHistory, redone, undone, withStep } from "./history.ts";

/** The part of the session that edits change. */
export type Edited = { readonly scene: Scene | null; readonly history: History };

/** A change of the document; what it gives unchanged is no step of undo. */
export type Change = (scene: Scene) => Document;

const put = (document: Document, { cursor }: Scene): Scene => ({ document, cursor: cursorWithin(document, cursor) });

const renamedIn =
  (from: PhotoId, to: PhotoId) =>
  ({ document, cursor }: Scene): Scene => ({
    document: withRenamedPhoto(document, from, to),
    cursor: cursor.photo === from ? { ...cursor, photo: to } : cursor,
  });

export function createEditing(get: () => Edited, set: (change: Partial<Edited>) => void) {
  /** The scene at the mark: a gesture's edits are one step from there. Null between gestures. */
  let mark: Scene | null = null;
  /** What could be redone when the gesture began. */
  let redoable: History = noHistory;
  /** Tells one gesture from the next. */
  let gesture = 0;

  /** The scene with a change and without it; null where nothing changes. */
  function changed(change: Change): { readonly before: Scene; readonly after: Scene } | null {
    const { scene: before } = get();
    const document = before && change(before);
    if (!before || !document || document === before.document) return null;
    return { before, after: put(document, before) };
  }

  function edit(change: Change): void {
    const step = changed(change);
    if (!step) return;
    const { history } = get();
    // Within a gesture the step is made when it ends; what could be redone is gone at once.
    set({ scene: step.after, history: mark ? { ...history, future: [] } : withStep(history, step) });
  }

  function endGesture(): void {
    const { scene, history } = get();
    const before = mark;
    mark = null;
    if (!before || !scene || before.document === scene.document) return;
    set({ history: withStep(history, { before, after: scene }) });
  }

  function travel(go: typeof undone): void {
    endGesture();
    const { history, scene } = get();
    const there = scene && go(history, scene);
    if (there) set(there);
  }

  return {
    edit,
    /** A change that is a step of its own, even where somebody is in the middle of a gesture. */
    editApart(change: Change): void {
      const within = mark !== null;
      endGesture();
      edit(change);
      if (within) mark = get().scene;
    },
    /** The plan that is looked at. */
    plan: (change: Partial<Plan>): void => edit((scene) => withPlan(scene, change)),
    /** The view that is looked at. */
    view: (change: Partial<View>): void => edit((scene) => withViewHere(scene, change)),
    /** What the app finds out by itself: it is no step of undo, and stays through all of them. */
    amend(change: Change): void {
      const step = changed(change);
      if (!step) return;
      // Within a gesture it has been so from the start.
      if (mark) mark = put(change(mark), mark);
      set({ scene: step.after });
    },
    /** A photo goes by another name from now on, in every step of undo as well. */
    rename(from: PhotoId, to: PhotoId): void {
      const renamed = renamedIn(from, to);
      const { scene, history } = get();
      mark = mark && renamed(mark);
      redoable = mapped(redoable, renamed);
      if (scene) set({ scene: renamed(scene), history: mapped(history, renamed) });
    },
    /** Somebody has hold of a handle or a slider. */
    isHeld: (): boolean => mark !== null,
    /**
     * All edits until endGesture are one step of undo: a drag of a handle, a sweep of the slider. Gives what ends this
     * gesture and no other: a slider that loses the focus to a stroke must not end the stroke.
     */
    beginGesture(): () => void {
      if (!mark) {
        gesture += 1;
        redoable = get().history;
      }
      mark ??= get().scene;
      const own = gesture;
      return () => {
        if (own === gesture) endGesture();
      };
    },
    endGesture,
    /** The gesture was none: all is as it was when it began, and it is no step. */
    cancelGesture(): void {
      if (mark) set({ scene: mark, history: { ...get().history, future: redoable.future } });
      mark = null;
    },
    /** The gesture was about what is no longer open. */
    dropGesture(): void {
      mark = null;
    },
    undo: (): void => travel(undone),
    redo: (): void => travel(redone),
  };
}
