/* The photo with its tool: which handles lie on it follows from the step, and the worker is asked through here. */

import { useCallback, useMemo, useRef } from "react";
import { cutTool } from "../editor/cut-tool.ts";
import { headTool } from "../editor/head-tool.ts";
import { lineTool } from "../editor/line-tool.ts";
import { patchTool } from "../editor/patch-tool.ts";
import { nudgeTool } from "../editor/nudge-tool.ts";
import { outlineTool } from "../editor/outline-tool.ts";
import { skinTool } from "../editor/skin-tool.ts";
import { photoAtHand } from "../store/session.ts";
import { rulerTool } from "../editor/ruler-tool.ts";
import { PhotoStage } from "../editor/PhotoStage.tsx";
import type { Draw } from "../editor/picture-loop.ts";
import type { Tool } from "../editor/tool.ts";
import type { PhotoId } from "../core/head/view.ts";
import type { Hand, Step } from "../store/session.ts";
import { words } from "../words/words.ts";
import type { Desk } from "./desk.ts";
import { failureSentence } from "./messages.ts";
import type { HeadGesture } from "./photo/head-gesture.ts";
import { usePreference, useServices, useSession } from "./services.ts";
import { Loupe } from "./views/Loupe.tsx";
import { usePictureWords } from "./use-picture-words.ts";

const headTools = {
  fit: headTool,
  skin: headTool,
  outline: outlineTool,
  nudge: nudgeTool,
  ruler: rulerTool,
  cut: cutTool,
} as const;

/** What lies on the photo at this step; null leaves the picture clean. */
function toolFor(step: Step, hand: Hand, closeUp: boolean, skin: Tool): Tool | null {
  if (step === "pigment" && hand === "skin") return skin;
  if (step === "head") return !closeUp ? headTools[hand] : hand === "cut" ? cutTool : patchTool;
  return step === "line" && !closeUp ? lineTool : null;
}

/** Why the picture is not to be relied on yet. */
function guessWords(step: Step, hand: Hand, closeUp: boolean): string {
  if (closeUp) return words("stage.guess.closeUp");
  if (step !== "head") return words("stage.guess.elsewhere");
  return words(hand === "fit" ? "stage.guess.place" : "stage.guess.head");
}

const PLACING = "Placing the dots…";

function drawOn(desk: Desk, photo: PhotoId | undefined): Draw {
  if (photo === undefined) throw new RangeError("there is no photo to draw on");
  const host = desk.host();
  return (ask) => host.draw(ask);
}

export function EditorArea({ headGesture }: { readonly headGesture: HeadGesture }) {
  const { session, viewfinder, desk } = useServices();
  const photo = useSession((state) => state.consultation?.view.photo);
  const step = useSession((state) => state.step);
  const guess = useSession((state) => state.consultation?.view.fittedBy === "guess");
  const hand = useSession((state) => state.hand);
  const closeUp = useSession((state) => Boolean(state.consultation?.view.patch));
  const lines = usePreference((state) => state.lines);
  const label = usePictureWords();
  const loupe = useSession((state) => state.loupe);
  const area = useRef<HTMLElement>(null);

  // A new function for each photo, so that nothing of the one before stays on the stage.
  const draw = useMemo(() => drawOn(desk, photo), [desk, photo]);
  const onCount = useCallback((dots: number) => session.set({ dots }), [session]);
  const onSlow = useCallback(
    (slow: boolean) => {
      const { busy } = session.store.getState();
      if (slow && busy === null) session.set({ busy: PLACING });
      if (!slow && busy === PLACING) session.set({ busy: null });
    },
    [session],
  );
  const onFailure = useCallback(
    (reason: unknown) => session.set({ note: { kind: "problem", text: failureSentence("draw", reason) } }),
    [session],
  );
  const onDragStart = useCallback((tool: Tool) => tool.name === "head" && headGesture.begin(), [headGesture]);
  const onDragEnd = useCallback(
    (tool: Tool) => (tool.name === "head" ? headGesture.end() : session.endGesture()),
    [headGesture, session],
  );

  const places = useSession((state) => photoAtHand(state)?.skin?.places);
  const skin = useMemo(() => skinTool(places ?? []), [places]);
  const tool = lines ? toolFor(step, hand, closeUp, skin) : null;
  return (
    <main ref={area} className="area">
      <PhotoStage
        {...{ session, viewfinder, tool, label, draw, onCount, onSlow, onFailure, onDragStart, onDragEnd }}
        labelled={tool === headTool}
      />
      {loupe && <Loupe area={area} />}
      {guess && <p className="chip">{guessWords(step, hand, closeUp)}</p>}
    </main>
  );
}
