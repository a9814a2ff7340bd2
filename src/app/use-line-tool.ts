/* The tool of the Line step: the line's handles or the hand that draws it, and with guides on what they show on this
   client's face. */

import { useMemo } from "react";
import { facialThirds } from "../core/reading/facial-thirds.ts";
import { guidedLineTool } from "../editor/guided-line-tool.ts";
import { drawingTool, lineTool } from "../editor/line-tool.ts";
import type { Tool } from "../editor/tool.ts";
import { type Session, openViews, photoHere } from "../store/session.ts";
import { usePreference, useSession } from "./services.ts";

/** The view that the client's thirds are read in: the one at hand, else the first, where a face was found. */
export function faceOf(session: Session) {
  const { photos } = session;
  const here = photoHere(session);
  const faced = openViews(session).filter(({ photo }) => (photos.get(photo)?.faces.length ?? 0) > 0);
  const view = faced.find(({ photo }) => photo === here?.id) ?? faced.at(0);
  const photo = view && photos.get(view.photo);
  const face = photo?.faces[photo.face];
  return view && face ? { view, face } : null;
}

export function useLineTool(): Tool {
  const on = usePreference((state) => state.guides);
  const kinds = usePreference((state) => state.guideKinds);
  const tape = useSession((state) => state.tape);
  const vault = useSession((state) => state.scene?.document.vault);
  const view = useSession((state) => faceOf(state)?.view);
  const face = useSession((state) => faceOf(state)?.face);
  const thirds = useMemo(() => (vault && view && face ? facialThirds(vault, view, face) : null), [vault, view, face]);
  const drawing = useSession((state) => state.drawing);
  return useMemo(() => {
    const line = drawing ? drawingTool : lineTool;
    return on ? guidedLineTool({ kinds, thirds, tape }, line) : line;
  }, [on, kinds, thirds, tape, drawing]);
}
