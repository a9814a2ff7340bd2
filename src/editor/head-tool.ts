/* The wire of the skull and its handles, and the whole head within it: bringing the model head to the head in the
   photo. Where the outline was bent onto the photo, the bare model, on which the handles lie, is shown beside it. */

import { type Carry, type HeadHandle, handlesInPhoto, headHandles } from "../core/head/handles.ts";
import { withHandleAt, withHeadCarried } from "../core/head/handles.ts";
import { surfaceOf } from "../core/head/surface.ts";
import { type View, bareOutline } from "../core/head/view.ts";
import { wireOf } from "../core/head/wire.ts";
import { withFit } from "../core/plan/document.ts";
import { type Scene, headOf } from "../core/plan/scene.ts";
import { words } from "../words/words.ts";
import { type Line, type Moved, type Tool, type Whole, freely } from "./tool.ts";

const isHeadHandle = (id: string): id is HeadHandle => (headHandles as readonly string[]).includes(id);

/** An outline bent by less than this is the bare model's to the eye. */
const BENT = 0.01;

const isBent = ({ outline }: View): boolean => outline.some((ratio) => Math.abs(ratio - 1) > BENT);

const fitted = (scene: Scene, view: View): Moved => freely(withFit(scene.document, view));

/** The bare model's outline where it is not that of the wire. */
function modelLine({ vault, view }: ReturnType<typeof headOf>): readonly Line[] {
  if (!isBent(view)) return [];
  const { outline } = wireOf(vault, { ...view, outline: bareOutline });
  return [{ id: "model", strong: false, points: [...outline, outline[0]] }];
}

const whole: Whole = {
  handle(scene) {
    const { vault, view } = headOf(scene);
    return { id: "whole", label: words("handle.head.whole"), at: surfaceOf(vault, view).centre };
  },
  holds(scene, at) {
    const { vault, view } = headOf(scene);
    const { centre, limbDistance, outlineRatio } = surfaceOf(vault, view);
    const [dx, dy] = [at.x - centre.x, at.y - centre.y];
    return Math.hypot(dx, dy) < limbDistance(dx, dy) * outlineRatio(dx, dy);
  },
  carried: (scene, by: Carry) => fitted(scene, withHeadCarried(headOf(scene).view, by)),
};

export const headTool: Tool = {
  name: "head",
  handles(scene) {
    const { vault, view } = headOf(scene);
    return handlesInPhoto(vault, view).map(({ id, at }) => ({ id, label: words(`handle.head.${id}`), at }));
  },
  lines(scene) {
    const head = headOf(scene);
    const { outline, midline, browLine } = wireOf(head.vault, head.view);
    return [
      ...modelLine(head),
      { id: "outline", strong: true, points: outline },
      { id: "midline", strong: false, points: midline },
      { id: "brow-line", strong: false, points: browLine },
    ];
  },
  whole,
  moved(scene, id, to) {
    const { vault, view } = headOf(scene);
    if (id === "whole") return whole.carried(scene, { from: whole.handle(scene).at, to, times: 1, clockwise: 0 });
    return isHeadHandle(id) ? fitted(scene, withHandleAt(vault, view, id, to)) : freely(scene.document);
  },
};
