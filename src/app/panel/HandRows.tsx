/* Which handles lie on the head, and what belongs to them: nudges to remove, the ruler's reading, cut-outs to add and to remove. */

import { MOST_CUTS, withCut, withoutLastCut } from "../../core/head/cut.ts";
import { rulerLength } from "../../core/head/scale.ts";
import type { Point2 } from "../../core/geometry/vector.ts";
import { surfaceOf } from "../../core/head/surface.ts";
import type { View } from "../../core/head/view.ts";
import { type Consultation, withView } from "../../core/plan/consultation.ts";
import type { Hand } from "../../store/session.ts";
import { Choice, type Option } from "../parts/Choice.tsx";
import { RichText } from "../parts/RichText.tsx";
import { words } from "../../words/words.ts";
import { useServices, useSession } from "../services.ts";

const hands = (): readonly Option<Hand>[] =>
  (["fit", "outline", "nudge", "ruler", "cut"] as const).map((value) => ({
    value,
    label: words(`headTool.${value}.label`),
    short: words(`headTool.${value}.short`),
  }));

/** A ruler across the forehead, where the hairline is judged. */
function withRuler({ vault, view }: Consultation): View {
  const { centre } = surfaceOf(vault, view);
  const half = (45 * view.camera.focal) / view.pose.z;
  const y = centre.y - half;
  return { ...view, ruler: { from: { x: centre.x - half, y }, to: { x: centre.x + half, y } } };
}

const withoutRuler = (now: Consultation): Consultation => withView(now, { ...now.view, ruler: null });

/** The middle of what is seen, and how far it reaches upwards, px. */
function middleOf({ vault, view }: Consultation): { readonly centre: Point2; readonly up: number } {
  const { width, height } = view.camera;
  if (view.patch) return { centre: { x: width / 2, y: height / 2 }, up: Math.min(width, height) / 2 };
  const { centre, limbDistance } = surfaceOf(vault, view);
  return { centre, up: limbDistance(0, -1) };
}

const closeUpHands = (): readonly Option<Hand>[] =>
  (["fit", "cut"] as const).map((value) => ({ value, label: words(`headTool.${value}.closeUp`) }));

export function HandRows({ consultation }: { readonly consultation: Consultation }) {
  const { session } = useServices();
  const hand = useSession((state) => state.hand);
  const { vault, view } = consultation;
  const addCut = (): void =>
    session.edit((now) => {
      const { centre, up } = middleOf(now);
      return { ...now, view: withCut(now.view, centre, up) };
    });

  const offered = view.patch ? closeUpHands() : hands();

  function choose(next: Hand): void {
    session.set({ hand: next });
    // What there is none of yet is begun with.
    if (next === "ruler" && !view.ruler) session.edit((now) => ({ ...now, view: withRuler(now) }));
    if (next === "cut" && view.cuts.length === 0) addCut();
  }

  return (
    <>
      <Choice
        label={words("headTool.label")}
        look="segments"
        columns={offered.length}
        options={offered}
        value={offered.some(({ value }) => value === hand) ? hand : "fit"}
        onChoose={choose}
      />
      {!view.patch && hand === "nudge" && (
        <>
          <p className="remark">{words("headTool.nudgeSays")}</p>
          <div className="buttons">
            <button
              type="button"
              className="button"
              disabled={view.nudges.length === 0}
              onClick={() => session.edit((now) => ({ ...now, view: { ...now.view, nudges: [] } }))}
            >
              {words("headTool.removeNudges")}
            </button>
          </div>
        </>
      )}
      {hand === "ruler" && view.ruler && (
        <div className="row">
          <p className="reading">
            <RichText text={words("headTool.rulerIs", { mm: rulerLength(surfaceOf(vault, view), view, view.ruler) })} />
          </p>
          <button
            type="button"
            className="button plain"
            onClick={() => {
              session.edit(withoutRuler);
              session.set({ hand: "fit" });
            }}
          >
            {words("headTool.removeRuler")}
          </button>
        </div>
      )}
      {hand === "cut" && (
        <div className="buttons">
          <button type="button" className="button" disabled={view.cuts.length >= MOST_CUTS} onClick={addCut}>
            {words("headTool.anotherCut")}
          </button>
          <button
            type="button"
            className="button"
            disabled={view.cuts.length === 0}
            onClick={() => session.edit((now) => ({ ...now, view: withoutLastCut(now.view) }))}
          >
            {words("headTool.removeCut")}
          </button>
        </div>
      )}
    </>
  );
}
