/* The work over time: which moment is looked at, all of them as small pictures, and what is sure of it. */

import { type Moment, SESSIONS, moments, touchUpDue } from "../../core/pigment/healing.ts";
import { type Scene, planOf } from "../../core/plan/scene.ts";
import { Section } from "../parts/Section.tsx";
import { Slider } from "../parts/Slider.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { useScene, useServices } from "../services.ts";
import { words } from "../../words/words.ts";
import { momentName } from "../../words/names.ts";
import { TimeStrip } from "../views/TimeStrip.tsx";

function momentWords(moment: Moment): string {
  if (moment === "session-1") return words("time.session1", { share: 100 * SESSIONS[0] });
  if (moment === "session-2") return words("time.session2", { share: 100 * SESSIONS[1] });
  if (moment === "fresh") return words("time.fresh");
  if (moment === "day-3") return words("time.day3");
  if (moment === "healed") return words("time.healed");
  return words(touchUpDue(moment) ? "time.touchUp" : "time.paler");
}

const shown = (scene: Scene) => [scene.cursor.moment, planOf(scene).turns];

export function TimeSection() {
  const { session } = useServices();
  const scene = useScene(shown);
  if (!scene) return null;
  const { moment } = scene.cursor;
  return (
    <Section step="time" title={words("step.time")} hint={words("time.hint")}>
      <p className="reading">
        <b>{momentName(moment)}</b>
      </p>
      <Slider
        label={words("time.label")}
        words={momentName(moment)}
        least={0}
        most={moments.length - 1}
        step={1}
        value={moments.indexOf(moment)}
        onChange={(at) => session.look({ moment: moments[at] })}
      />
      <p className="remark">
        {momentWords(moment)} {words("time.illustration")}
      </p>
      <TimeStrip moment={moment} />
      <SwitchRow
        label={words("time.turns")}
        checked={planOf(scene).turns}
        onChange={(turns) => session.plan({ turns })}
      />
    </Section>
  );
}
