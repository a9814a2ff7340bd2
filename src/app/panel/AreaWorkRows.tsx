/* What is done in the area in hand: how dense, in which shade, in how many sessions. Nothing of it where skin is left
   free. */

import { AREA, type Area, proposedSessions, skinOfArea, usualSessions } from "../../core/hairline/areas.ts";
import { type Scene, planOf, withAreaHere } from "../../core/plan/scene.ts";
import type { DotsPerCm2 } from "../../core/units.ts";
import { words } from "../../words/words.ts";
import { Choice } from "../parts/Choice.tsx";
import { RichText } from "../parts/RichText.tsx";
import { SliderRow } from "../parts/SliderRow.tsx";
import { useScene, useServices } from "../services.ts";

type Props = { readonly area: Area; readonly density: DotsPerCm2 };

const counts = ["1", "2", "3", "4"] as const;

/** Shares of two sessions are no nearer than this. */
const APART = 0.05;

function shadeWords(steps: number): string {
  if (steps === 0) return words("areas.shadeIs.same");
  return words(steps > 0 ? "areas.shadeIs.darker" : "areas.shadeIs.fairer", { count: Math.abs(steps) });
}

export function AreaWorkRows({ area, density }: Props) {
  const { session } = useServices();
  const { sessions } = area;
  const set = (changed: Partial<Area>): void =>
    session.edit((scene) => withAreaHere(scene, area.id, (now) => ({ ...now, ...changed })));
  const propose = (proposed: readonly number[]): void => set({ sessions: proposed });
  if (area.kind === "leave-free") return <SkinReading id={area.id} onPropose={propose} />;
  return (
    <>
      <SliderRow
        label={words("areas.density")}
        words={words("areas.densityIs", { percent: 100 * area.density, density: density * area.density })}
        {...AREA.density}
        step={0.05}
        value={area.density}
        onChange={(share) => set({ density: Math.round(100 * share) / 100 })}
      />
      <SliderRow
        label={words("areas.shade")}
        words={shadeWords(area.shade)}
        {...AREA.shade}
        step={1}
        value={area.shade}
        onChange={(shade) => set({ shade })}
      />
      <Choice
        label={words("areas.sessions")}
        look="segments"
        columns={4}
        options={counts.map((value) => ({ value, label: value }))}
        value={counts[sessions.length - 1]}
        onChoose={(count) => set({ sessions: usualSessions[Number(count) as 1 | 2 | 3 | 4] })}
      />
      {sessions.slice(0, -1).map((share, i) => (
        <SliderRow
          key={i}
          label={words("areas.share", { session: i + 1 })}
          words={words("areas.shareIs", { percent: 100 * share })}
          least={(sessions[i - 1] ?? 0) + APART}
          most={sessions[i + 1] - APART}
          step={0.05}
          value={share}
          onChange={(next) =>
            set({ sessions: sessions.map((each, k) => (k === i ? Math.round(100 * next) / 100 : each)) })
          }
        />
      ))}
      <SkinReading id={area.id} onPropose={propose} />
      {area.kind !== "area" && <p className="remark">{words("areas.illustration")}</p>}
    </>
  );
}

type ReadingProps = { readonly id: string; readonly onPropose: (sessions: readonly number[]) => void };

const treated = (scene: Scene) => [scene.document.vault, planOf(scene).areas];

/** How much skin the area covers as it is drawn, and how many sessions are usual for so much. */
function SkinReading({ id, onPropose }: ReadingProps) {
  const scene = useScene(treated);
  const area = scene && planOf(scene).areas.find((one) => one.id === id);
  if (!scene || !area) return null;
  const skin = skinOfArea(scene.document.vault, area);
  const proposed = area.kind === "area" ? proposedSessions(skin) : area.sessions;
  return (
    <div className="row">
      <p className="reading">
        <RichText text={words("areas.skin", { area: skin / 100 })} />
      </p>
      {proposed.length !== area.sessions.length && (
        <button type="button" className="button plain" onClick={() => onPropose(proposed)}>
          {words("areas.propose", { count: proposed.length })}
        </button>
      )}
    </div>
  );
}
