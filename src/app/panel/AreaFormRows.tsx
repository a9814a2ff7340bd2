/* The form of the area in hand: its name, what a hand on the photo does to it, how wide its brush or its band is. */

import { useRef } from "react";
import { AREA, type Area, LONGEST_NAME, MOST_POINTS, isCovered, isLine } from "../../core/hairline/areas.ts";
import { between } from "../../core/head/walk.ts";
import { roundedDirection } from "../../core/hairline/drawn-curve.ts";
import { planOf, withAreaHere, withPlan } from "../../core/plan/scene.ts";
import type { AreaDoing, AreaHand } from "../../store/session.ts";
import { words } from "../../words/words.ts";
import { Choice, type Option } from "../parts/Choice.tsx";
import { Icon } from "../parts/Icon.tsx";
import { SliderRow } from "../parts/SliderRow.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { useServices } from "../services.ts";
import { BrushRow } from "./BrushRow.tsx";

const usualNames = ["crown", "temples", "thinning", "patch", "tattoo", "mole"] as const;

const doings = (area: Area): readonly Option<AreaDoing>[] => {
  const label = (doing: AreaDoing): string =>
    words(doing === "draw" && area.kind === "fue" ? "areas.doing.dots" : `areas.doing.${doing}`);
  const offered: readonly AreaDoing[] = isCovered(area) ? ["points", "draw", "brush", "erase"] : ["points", "draw"];
  return offered.map((value) => ({ value, label: label(value) }));
};

function says({ kind, points }: Area, doing: AreaDoing): string {
  if (doing === "brush" || doing === "erase") return words("areas.says.brush");
  if (doing === "points") return words(points.length === 0 ? "areas.says.none" : "areas.says.points");
  return words(`areas.says.${kind === "leave-free" ? "area" : kind}`);
}

/** How wide a line's band may be, and a graft. */
const bandOf = (kind: Area["kind"]) => (kind === "parting" ? AREA.parting : kind === "fue" ? AREA.graft : AREA.band);

/** With fewer points there is no curve and no line. */
const fewest = { area: 3, "leave-free": 3, scar: 2, parting: 2, fue: 0 } as const;

/** The area with a point more, half way between its first and its last, or beside its only one. */
function withPoint(area: Area): Area {
  const { points } = area;
  const [first, last] = [points[0], points[points.length - 1]];
  const at = points.length > 1 ? between(last, isLine(area) ? points[points.length - 2] : first, 0.5) : first;
  const where = isLine(area) ? points.length - 1 : points.length;
  return { ...area, points: points.toSpliced(where, 0, roundedDirection(at)) };
}

export function AreaFormRows({ area, hand }: { readonly area: Area; readonly hand: AreaHand }) {
  const { session } = useServices();
  const endNaming = useRef<() => void>(null);
  const change = (changed: (now: Area) => Area): void => session.edit((scene) => withAreaHere(scene, area.id, changed));
  const set = (changed: Partial<Area>): void => change((now) => ({ ...now, ...changed }));
  const { kind, name } = area;
  const remove = (): void => {
    session.edit((scene) => withPlan(scene, { areas: planOf(scene).areas.filter(({ id }) => id !== area.id) }));
    session.set({ area: null });
  };
  return (
    <>
      <div className="area-name">
        <input
          className="text-input"
          aria-label={words("areas.name")}
          list="area-names"
          maxLength={LONGEST_NAME}
          value={name}
          onFocus={() => {
            endNaming.current = session.beginGesture();
          }}
          onBlur={() => endNaming.current?.()}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <datalist id="area-names">
          {usualNames.map((usual) => (
            <option key={usual}>{words(`areas.usual.${usual}`)}</option>
          ))}
        </datalist>
        <button
          type="button"
          className="bar-button quiet"
          aria-label={words("areas.remove", { name })}
          onClick={remove}
        >
          <Icon name="close" />
        </button>
      </div>
      <Choice
        label={words("areas.doing.label")}
        look="segments"
        columns={isCovered(area) ? 4 : 2}
        options={doings(area)}
        value={hand.doing}
        onChoose={(doing) => session.set({ area: { ...hand, doing } })}
      />
      <p className="remark">{says(area, hand.doing)}</p>
      {hand.doing === "points" && area.points.length > 0 && (
        <div className="buttons">
          <button
            type="button"
            className="button"
            disabled={area.points.length >= MOST_POINTS}
            onClick={() => change(withPoint)}
          >
            {words("areas.more")}
          </button>
          <button
            type="button"
            className="button"
            disabled={area.points.length <= fewest[kind]}
            onClick={() => change((now) => ({ ...now, points: now.points.slice(0, -1) }))}
          >
            {words("areas.fewer")}
          </button>
        </div>
      )}
      {(hand.doing === "brush" || hand.doing === "erase") && (
        <BrushRow brush={hand.brush} onChange={(brush) => session.set({ area: { ...hand, brush } })} />
      )}
      {!isCovered(area) && (
        <SliderRow
          label={words(isLine(area) ? "areas.band" : "areas.graft")}
          words={words("areas.mm", { mm: area.width })}
          {...bandOf(kind)}
          step={isLine(area) ? 0.5 : 0.1}
          value={area.width}
          onChange={(width) => set({ width })}
        />
      )}
      <SliderRow
        label={words("areas.softness")}
        words={words("areas.mm", { mm: area.softness })}
        {...AREA.softness}
        step={0.5}
        value={area.softness}
        onChange={(softness) => set({ softness })}
      />
      <SwitchRow label={words("areas.mirrored")} checked={area.mirrored} onChange={(mirrored) => set({ mirrored })} />
    </>
  );
}
