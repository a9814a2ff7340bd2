/* The skin as it was read off the photo: its colour and names, where and in what light; and how the chosen shade stands out from it and from the shaved sides. */

import { deltaE2000 } from "../../core/colour/difference.ts";
import { type Lab, labOf } from "../../core/colour/lab.ts";
import { type SkinReading, shavedOf } from "../../core/reading/skin.ts";
import type { View } from "../../core/head/view.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { photoHere, viewHere } from "../../store/session.ts";
import { useServices, useSession } from "../services.ts";
import { treatedSkin } from "../../core/pigment/match.ts";
import { css } from "./swatch-colour.ts";

/** From this much darker than the shaved sides, or than bare skin, work reads as a cap (L*; SOURCES skin-7). Level L: illustration. */
const DARKER_THAN_SIDES = 5;
const DARKER_THAN_SKIN = 9;

const lightWords = ({ balance }: SkinReading): string =>
  balance.by === "touch"
    ? "in the light that you showed"
    : balance.by === "surroundings"
      ? "in the light of its surroundings"
      : "in the light as the camera took it";

/** How treated skin stands out, in words; a warning first. */
function contrastWords(plan: Plan, skin: SkinReading, sides: SkinReading | null): string {
  const treated = labOf(treatedSkin(skin.rgb, plan.shades[2], plan));
  const bare = labOf(skin.rgb);
  const against = (other: Lab): string => deltaE2000(treated, other).toFixed(1);
  const beside = sides ? labOf(sides.rgb) : null;
  const dark =
    bare.l - treated.l > DARKER_THAN_SKIN || (beside !== null && beside.l - treated.l > DARKER_THAN_SIDES)
      ? "Too dark: this may look like a cap. "
      : "";
  return `${dark}Treated skin differs by ΔE ${against(bare)} from bare skin${beside ? ` and by ${against(beside)} from the shaved sides` : ""}.`;
}

function Swatch({ name, reading }: { readonly name: string; readonly reading: SkinReading }) {
  const { lab } = reading;
  return (
    <div className="skin">
      <span className="skin-swatch" style={{ background: css(reading.rgb) }} aria-hidden="true" />
      <p>
        <b>{name}</b>: {reading.typology}, ITA {Math.round(reading.ita)}° ±{Math.round(reading.spread)}, Monk{" "}
        {reading.monk}
        <br />
        L* {lab.l.toFixed(0)}, a* {lab.a.toFixed(0)}, b* {lab.b.toFixed(0)}, {lightWords(reading)}
      </p>
    </div>
  );
}

/** A place to begin with: above the middle of the photo. */
const middleOf = ({ camera: { width, height } }: View) => ({ x: width / 2, y: height * 0.3 });

export function SkinRows({ plan }: { readonly plan: Plan }) {
  const { session } = useServices();
  const view = useSession(viewHere);
  const photo = useSession(photoHere);
  const shown = useSession((state) => state.headTool === "skin" && state.step === "pigment");
  if (!view || !photo) return null;
  const { skin, sides } = photo;
  const shaved = shavedOf(sides);
  const point = (which: "skinAt" | "neutralAt"): void => {
    session.set({ headTool: "skin", step: "pigment" });
    session.view({ [which]: view[which] ? null : middleOf(view) });
  };
  return (
    <>
      {skin ? (
        <>
          <Swatch name="Skin" reading={skin} />
          {shaved && <Swatch name="Shaved sides" reading={shaved} />}
          <p className="remark">{contrastWords(plan, skin, shaved)}</p>
        </>
      ) : (
        <p className="remark">No bare skin could be read here. Point to some, or choose a shade by eye.</p>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button"
          aria-pressed={shown}
          onClick={() => session.set({ headTool: shown ? "fit" : "skin", step: "pigment" })}
        >
          {shown ? "Hide where it is read" : "Show where it is read"}
        </button>
        <button type="button" className="button" aria-pressed={view.skinAt !== null} onClick={() => point("skinAt")}>
          {view.skinAt ? "Read the whole scalp" : "Read another place"}
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={view.neutralAt !== null}
          onClick={() => point("neutralAt")}
        >
          {view.neutralAt ? "Light as it seems" : "Point to something neutral"}
        </button>
      </div>
    </>
  );
}
