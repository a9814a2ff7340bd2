/* The photo with its tool: which handles lie on it follows from the step, and the worker is asked through here. */

import { useCallback, useMemo, useRef } from "react";
import { areaTool } from "../editor/areas/area-tool.ts";
import { cutTool } from "../editor/cut-tool.ts";
import { hairTool } from "../editor/hair-tool.ts";
import { earTool } from "../editor/ear-tool.ts";
import { headTool as placeTool } from "../editor/head-tool.ts";
import { patchTool } from "../editor/patch-tool.ts";
import { nudgeTool } from "../editor/nudge-tool.ts";
import { outlineTool } from "../editor/outline-tool.ts";
import { skinTool } from "../editor/skin-tool.ts";
import { rulerTool } from "../editor/ruler-tool.ts";
import { whorlTool } from "../editor/whorl-tool.ts";
import { PhotoStage } from "../editor/PhotoStage.tsx";
import type { Draw } from "../editor/picture-loop.ts";
import type { Tool } from "../editor/tool.ts";
import type { Saying } from "../core/saying.ts";
import type { PhotoId } from "../core/head/view.ts";
import {
  type HeadTool,
  type RunningJob,
  type SessionStore,
  type Step,
  areaHere,
  photoHere,
  planHere,
  viewHere,
} from "../store/session.ts";
import { saying, words } from "../words/words.ts";
import type { WorkerPool } from "./worker-pool.ts";
import { reportFailure } from "./report-failure.ts";
import type { HeadGesture } from "./head/head-gesture.ts";
import { usePreference, useServices, useSession } from "./services.ts";
import { Loupe } from "./views/Loupe.tsx";
import { useLineTool } from "./use-line-tool.ts";
import { usePictureWords } from "./use-picture-words.ts";

const headTools = {
  fit: placeTool,
  skin: placeTool,
  hair: placeTool,
  outline: outlineTool,
  nudge: nudgeTool,
  ruler: rulerTool,
  cut: cutTool,
  ear: earTool,
  whorl: whorlTool,
} as const;

/** Those that are set by what is in hand. */
type Tools = Readonly<Record<"skin" | "hair" | "line", Tool>>;

/** What lies on the photo at this step; null leaves the picture clean. */
function toolFor(step: Step, headTool: HeadTool, closeUp: boolean, { skin, hair, line }: Tools): Tool | null {
  if (step === "pigment" && headTool === "skin") return skin;
  if (step === "head" && headTool === "hair" && !closeUp) return hair;
  if (step === "head") return !closeUp ? headTools[headTool] : headTool === "cut" ? cutTool : patchTool;
  return step === "line" && !closeUp ? line : null;
}

/** The share of the dots under hair from which the picture shows little of the plan. */
const MUCH_HAIR = 0.5;

/** Why the picture is not to be relied on yet. */
function guessWords(step: Step, headTool: HeadTool, closeUp: boolean): string {
  if (closeUp) return words("stage.guess.closeUp");
  if (step !== "head") return words("stage.guess.elsewhere");
  return words(headTool === "fit" ? "stage.guess.place" : "stage.guess.head");
}

function drawOn(pool: WorkerPool, photo: PhotoId | undefined): Draw {
  if (photo === undefined) throw new RangeError("there is no photo to draw on");
  // Another client may have the same photo open, in another worker.
  return async (ask) => pool.host().draw(ask);
}

/** Once a curve has been drawn its points are in hand, and a line's handles; grafts are set one after the other. */
function whenDrawn(session: SessionStore): () => void {
  const { store } = session;
  const before = planHere(store.getState())?.areas;
  const line = planHere(store.getState())?.hairline;
  return () => {
    if (store.getState().drawing && planHere(store.getState())?.hairline !== line) session.set({ drawing: false });
    const hand = areaHere(store.getState());
    const areas = planHere(store.getState())?.areas;
    const area = areas?.find(({ id }) => id === hand?.id);
    if (hand?.doing === "draw" && area && area.kind !== "fue" && areas !== before) {
      session.set({ area: { ...hand, doing: "points" } });
    }
  };
}

export function EditorArea({ headGesture }: { readonly headGesture: HeadGesture }) {
  const { session, viewfinder, pool } = useServices();
  const photo = useSession((state) => state.scene?.cursor.photo);
  const step = useSession((state) => state.step);
  const fittedBy = useSession((state) => viewHere(state)?.fittedBy);
  const headTool = useSession((state) => state.headTool);
  const closeUp = useSession((state) => Boolean(viewHere(state)?.patch));
  const lines = usePreference((state) => state.lines);
  const label = usePictureWords();
  const loupe = useSession((state) => state.loupe);
  const area = useRef<HTMLElement>(null);

  const isOpen = useSession((state) => photoHere(state) !== null);
  // A new function for each photo, so that nothing of the one before stays on the stage.
  const draw = useMemo(() => drawOn(pool, photo), [pool, photo]);
  const onCount = useCallback((dots: number) => session.set({ dots }), [session]);
  // The job of telling that dots are still being placed, while it lasts.
  const placing = useRef<RunningJob | null>(null);
  const onSlow = useCallback(
    (slow: boolean) => {
      placing.current?.end();
      placing.current = slow ? session.begin(saying("busy.dots")) : null;
    },
    [session],
  );
  const onFailure = useCallback((reason: unknown) => reportFailure(session, "draw", reason), [session]);
  const drawing = useRef<(() => void) | null>(null);
  const onDragStart = useCallback(
    (tool: Tool) => {
      if (tool.name === "head") headGesture.begin();
      drawing.current = tool.strokes ? whenDrawn(session) : null;
    },
    [headGesture, session],
  );
  const onDragEnd = useCallback(
    (tool: Tool) => {
      if (tool.name === "head") headGesture.end();
      else session.endGesture();
      // One touch has said it; the next pans again.
      if (tool.name === "skin") session.set({ pointing: null });
      drawing.current?.();
      drawing.current = null;
    },
    [headGesture, session],
  );

  const onStopped = useCallback((why: Saying) => session.say(why, photo), [session, photo]);

  const places = useSession((state) => photoHere(state)?.skin?.places);
  const pointing = useSession((state) => state.pointing);
  const skin = useMemo(() => skinTool(places ?? [], pointing), [places, pointing]);
  const hairHand = useSession((state) => state.hairHand);
  const hair = useMemo(() => hairTool(hairHand), [hairHand]);
  const seen = useSession((state) => photoHere(state)?.hair ?? null);
  const onLine = useLineTool();
  const hand = useSession(areaHere);
  const line = useMemo(() => (hand ? areaTool(hand) : onLine), [hand, onLine]);
  const tool = lines && isOpen ? toolFor(step, headTool, closeUp, { skin, hair, line }) : null;
  return (
    <main ref={area} className="area">
      <PhotoStage
        {...{ session, viewfinder, tool, label, draw, onCount, onSlow, onFailure, onDragStart, onDragEnd, onStopped }}
        labelled={tool === placeTool}
        tint={tool === hair ? seen : null}
      />
      {loupe && <Loupe area={area} />}
      {fittedBy === "none" && <p className="chip">{words("stage.guess.none")}</p>}
      {fittedBy !== "none" && fittedBy !== "guess" && seen && seen.covered >= MUCH_HAIR && (
        <p className="chip">{words("stage.muchHair", { percent: 100 * seen.covered })}</p>
      )}
      {fittedBy === "guess" && <p className="chip">{guessWords(step, headTool, closeUp)}</p>}
    </main>
  );
}
