/* The work over time: which moment is looked at, all of them as small pictures, and what is sure of it. */

import { type Moment, SESSIONS, moments, touchUpDue } from "../../core/pigment/healing.ts";
import { planOf } from "../../core/plan/scene.ts";
import { Section } from "../parts/Section.tsx";
import { Slider } from "../parts/Slider.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { useServices, useSession } from "../services.ts";
import { momentNames } from "../words.ts";
import { TimeStrip } from "../views/TimeStrip.tsx";

const percent = (share: number): number => Math.round(100 * share);

function momentWords(moment: Moment): string {
  if (moment === "session-1") return `${percent(SESSIONS[0])} % of the dots stand, the even first layer.`;
  if (moment === "session-2") return `${percent(SESSIONS[1])} % of the dots stand.`;
  if (moment === "fresh") return "Dots are dark and swollen, the skin is red. That goes within two or three days.";
  if (moment === "day-3") return "The redness is gone; scabs make dots look too large and too dark.";
  if (moment === "healed") return "What is planned for.";
  return touchUpDue(moment) ? "Paler and a little wider. Most people come for a touch-up by now." : "A little paler.";
}

export function TimeSection() {
  const { session } = useServices();
  const scene = useSession((state) => state.scene);
  if (!scene) return null;
  const { moment } = scene.cursor;
  return (
    <Section step="time" title="Time" hint="From the first session to the sixth year.">
      <p className="reading">
        <b>{momentNames[moment]}</b>
      </p>
      <Slider
        label="Moment"
        words={momentNames[moment]}
        least={0}
        most={moments.length - 1}
        step={1}
        value={moments.indexOf(moment)}
        onChange={(at) => session.look({ moment: moments[at] })}
      />
      <p className="remark">{momentWords(moment)} An illustration: how fast work fades differs from skin to skin.</p>
      <TimeStrip moment={moment} />
      <SwitchRow
        label="A pigment that turns cold"
        checked={planOf(scene).turns}
        onChange={(turns) => session.plan({ turns })}
      />
    </Section>
  );
}
