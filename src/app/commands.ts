/* What can be done by a key and by a button alike. A command is data:
   key handler, toolbar and help all read this list. */

import { planOf, viewOf } from "../core/plan/scene.ts";
import { type Session, isBusy } from "../store/session.ts";
import { showNext } from "./views/show-next.ts";
import type { HeadGesture } from "./head/head-gesture.ts";
import { saveImage } from "./saving/save-picture.ts";
import type { Services } from "./services.ts";

export const commandIds = [
  "undo",
  "redo",
  "export",
  "guides",
  "draw",
  "next-view",
  "previous-view",
  "zoom-in",
  "zoom-out",
  "zoom-fit",
] as const;
export type CommandId = (typeof commandIds)[number];

export type Command = {
  /** Its name is in the catalogue under it. */
  readonly id: CommandId;
  /** As in "Mod+Shift+z"; Mod is Ctrl, on Apple machines Cmd. The first one is shown. */
  readonly keys: readonly string[];
  readonly enabled: () => boolean;
  readonly run: () => void;
};

export type Commands = Readonly<Record<CommandId, Command>>;

/** Whether there is a line in front to be drawn. */
function canDraw({ scene }: Session): boolean {
  if (!scene || viewOf(scene).patch) return false;
  const { cover } = planOf(scene).hairline;
  return cover !== "crown" && cover !== "areas";
}

/** Half of the way from one doubling to the next. */
const ZOOM_STEP = Math.SQRT2;

export function createCommands(services: Services, headGesture: HeadGesture): Commands {
  const { session, viewfinder, preferences } = services;
  const isOpen = (): boolean => session.store.getState().scene !== null;
  const travel = (go: () => void): void => {
    headGesture.close();
    go();
  };
  return {
    undo: {
      id: "undo",
      keys: ["Mod+z"],
      enabled: () => session.store.getState().history.past.length > 0,
      run: () => travel(session.undo),
    },
    redo: {
      id: "redo",
      keys: ["Mod+Shift+z", "Mod+y"],
      enabled: () => session.store.getState().history.future.length > 0,
      run: () => travel(session.redo),
    },
    export: {
      id: "export",
      keys: ["Mod+e"],
      enabled: () => isOpen() && !isBusy(session.store.getState()),
      run: () => void saveImage(services),
    },
    guides: {
      id: "guides",
      keys: ["g"],
      enabled: () => isOpen() && session.store.getState().step === "line",
      // Where no lines are shown there are no guides either: asked for, both come.
      run: () => preferences.setState(({ guides, lines }) => ({ guides: !(guides && lines), lines: true })),
    },
    draw: {
      id: "draw",
      keys: ["d"],
      enabled: () => canDraw(session.store.getState()),
      run: () => {
        preferences.setState({ lines: true });
        session.set({ drawing: !session.store.getState().drawing, area: null, step: "line" });
      },
    },
    "next-view": {
      id: "next-view",
      keys: ["]", "PageDown"],
      enabled: isOpen,
      run: () => showNext(services, 1),
    },
    "previous-view": {
      id: "previous-view",
      keys: ["[", "PageUp"],
      enabled: isOpen,
      run: () => showNext(services, -1),
    },
    "zoom-in": {
      id: "zoom-in",
      keys: ["+", "="],
      enabled: isOpen,
      run: () => viewfinder.zoom(ZOOM_STEP),
    },
    "zoom-out": {
      id: "zoom-out",
      keys: ["-"],
      enabled: isOpen,
      run: () => viewfinder.zoom(1 / ZOOM_STEP),
    },
    "zoom-fit": { id: "zoom-fit", keys: ["0"], enabled: isOpen, run: viewfinder.fit },
  };
}
