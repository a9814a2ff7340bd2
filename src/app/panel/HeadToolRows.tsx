/* Which handles lie on the head, and what belongs to them: nudges to
   remove, the ruler's reading, cut-outs to add and to remove. */

import { MOST_CUTS, withCut, withoutLastCut } from "../../core/head/cut.ts";
import { rulerLength } from "../../core/head/scale.ts";
import type { Point2 } from "../../core/geometry/vector.ts";
import { surfaceOf } from "../../core/head/surface.ts";
import { type Document, withFit } from "../../core/plan/document.ts";
import { type Scene, headOf, viewOf, withViewHere } from "../../core/plan/scene.ts";
import { showsEar } from "../../editor/ear-tool.ts";
import type { HeadTool } from "../../store/session.ts";
import { Choice, type Option } from "../parts/Choice.tsx";
import { RichText } from "../parts/RichText.tsx";
import { words } from "../../words/words.ts";
import { useServices, useSession } from "../services.ts";
import { HairBrushRows } from "./HairBrushRows.tsx";
import { WhorlRows } from "./WhorlRows.tsx";

const headTools = (): readonly Option<HeadTool>[] =>
  (["fit", "outline", "nudge", "ruler", "cut", "ear", "whorl", "hair"] as const).map((value) => ({
    value,
    label: words(`headTool.${value}.label`),
    short: words(`headTool.${value}.short`),
  }));

/** A ruler across the forehead, where the hairline is judged. */
function withRuler(scene: Scene): Document {
  const { vault, view } = headOf(scene);
  const { centre } = surfaceOf(vault, view);
  const half = (45 * view.camera.focal) / view.pose.z;
  const y = centre.y - half;
  return withViewHere(scene, { ruler: { from: { x: centre.x - half, y }, to: { x: centre.x + half, y } } });
}

const withoutRuler = (scene: Scene): Document => withFit(scene.document, { ...viewOf(scene), ruler: null });

/** The middle of what is seen, and how far it reaches upwards, px. */
function middleOf(scene: Scene): { readonly centre: Point2; readonly up: number } {
  const { vault, view } = headOf(scene);
  const { width, height } = view.camera;
  if (view.patch) return { centre: { x: width / 2, y: height / 2 }, up: Math.min(width, height) / 2 };
  const { centre, limbDistance } = surfaceOf(vault, view);
  return { centre, up: limbDistance(0, -1) };
}

const closeUpTools = (): readonly Option<HeadTool>[] =>
  (["fit", "cut"] as const).map((value) => ({ value, label: words(`headTool.${value}.closeUp`) }));

export function HeadToolRows({ scene }: { readonly scene: Scene }) {
  const { session } = useServices();
  const headTool = useSession((state) => state.headTool);
  const { vault, view } = headOf(scene);
  const addCut = (): void =>
    session.edit((now) => {
      const { centre, up } = middleOf(now);
      return withViewHere(now, withCut(viewOf(now), centre, up));
    });

  const offered = view.patch ? closeUpTools() : headTools();

  function choose(next: HeadTool): void {
    session.set({ headTool: next });
    // What there is none of yet is begun with.
    if (next === "ruler" && !view.ruler) session.edit(withRuler);
    if (next === "cut" && view.cuts.length === 0) addCut();
  }

  return (
    <>
      <Choice
        label={words("headTool.label")}
        look="segments"
        columns={Math.min(4, offered.length)}
        options={offered}
        value={offered.some(({ value }) => value === headTool) ? headTool : "fit"}
        onChoose={choose}
      />
      {!view.patch && headTool === "fit" && <p className="remark">{words("headTool.fitSays")}</p>}
      {!view.patch && headTool === "ear" && (
        <p className="remark">{words(showsEar(scene) ? "headTool.earSays" : "headTool.earHidden")}</p>
      )}
      {!view.patch && headTool === "whorl" && <WhorlRows scene={scene} />}
      {!view.patch && headTool === "hair" && <HairBrushRows />}
      {!view.patch && headTool === "nudge" && (
        <>
          <p className="remark">{words("headTool.nudgeSays")}</p>
          <div className="buttons">
            <button
              type="button"
              className="button"
              disabled={view.nudges.length === 0}
              onClick={() => session.view({ nudges: [] })}
            >
              {words("headTool.removeNudges")}
            </button>
          </div>
        </>
      )}
      {headTool === "ruler" && view.ruler && (
        <div className="row">
          <p className="reading">
            <RichText text={words("headTool.rulerIs", { mm: rulerLength(surfaceOf(vault, view), view, view.ruler) })} />
          </p>
          <button
            type="button"
            className="button plain"
            onClick={() => {
              session.edit(withoutRuler);
              session.set({ headTool: "fit" });
            }}
          >
            {words("headTool.removeRuler")}
          </button>
        </div>
      )}
      {headTool === "cut" && (
        <div className="buttons">
          <button type="button" className="button" disabled={view.cuts.length >= MOST_CUTS} onClick={addCut}>
            {words("headTool.anotherCut")}
          </button>
          <button
            type="button"
            className="button"
            disabled={view.cuts.length === 0}
            onClick={() => session.edit((now) => withViewHere(now, withoutLastCut(viewOf(now))))}
          >
            {words("headTool.removeCut")}
          </button>
        </div>
      )}
    </>
  );
}
