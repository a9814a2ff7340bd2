/* The photo with its tool: which handles lie on it follows from the step, and the worker is asked through here. */

import { useCallback, useMemo } from "react";
import { cutTool } from "../editor/cut-tool.ts";
import { headTool } from "../editor/head-tool.ts";
import { lineTool } from "../editor/line-tool.ts";
import { outlineTool } from "../editor/outline-tool.ts";
import { rulerTool } from "../editor/ruler-tool.ts";
import { PhotoStage } from "../editor/PhotoStage.tsx";
import type { Draw } from "../editor/picture-loop.ts";
import type { Tool } from "../editor/tool.ts";
import type { PhotoId } from "../core/head/view.ts";
import type { Desk } from "./desk.ts";
import { failureSentence } from "./messages.ts";
import type { HeadGesture } from "./photo/head-gesture.ts";
import { usePreference, useServices, useSession } from "./services.ts";
import { usePictureWords } from "./use-picture-words.ts";

const headTools = { fit: headTool, outline: outlineTool, ruler: rulerTool, cut: cutTool } as const;

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
  const lines = usePreference((state) => state.lines);
  const label = usePictureWords();

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

  const tool = !lines ? null : step === "head" ? headTools[hand] : step === "line" ? lineTool : null;
  return (
    <main className="area">
      <PhotoStage
        {...{ session, viewfinder, tool, label, draw, onCount, onSlow, onFailure, onDragStart, onDragEnd }}
        labelled={tool === headTool}
      />
      {guess && (
        <p className="chip">
          Starting guess
          {step !== "head" && " – check it in the Head step"}
          {step === "head" && hand === "fit" && " – drag the four handles to match"}
        </p>
      )}
    </main>
  );
}
