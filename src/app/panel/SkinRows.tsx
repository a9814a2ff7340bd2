/* The skin as it was read off the photo: its colour and names, where and in what light; and how the chosen shade stands
   out from it and from the shaved sides. */

import { memo, useDeferredValue } from "react";
import { hexOf } from "../../core/colour/css-colour.ts";
import { deltaE2000 } from "../../core/colour/difference.ts";
import { type Lab, labOf } from "../../core/colour/lab.ts";
import { type SkinReading, shavedOf } from "../../core/reading/skin.ts";
import type { View } from "../../core/head/view.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { photoHere, planHere, viewHere } from "../../store/session.ts";
import { useServices, useSession } from "../services.ts";
import { RichText } from "../parts/RichText.tsx";
import { words } from "../../words/words.ts";
import { treatedSkin } from "../../core/pigment/match.ts";

/**
 * From this much darker than the shaved sides, or than bare skin,
 * work reads as a cap (L*; SOURCES skin-7). Level L: illustration.
 */
const DARKER_THAN_SIDES = 5;
const DARKER_THAN_SKIN = 9;

/** How treated skin stands out, in words; a warning first. */
function contrastWords(plan: Plan, skin: SkinReading, sides: SkinReading | null): string {
  const treated = labOf(treatedSkin(skin.rgb, plan.shades[2], plan));
  const bare = labOf(skin.rgb);
  const against = (other: Lab): number => deltaE2000(treated, other);
  const beside = sides ? labOf(sides.rgb) : null;
  const dark =
    bare.l - treated.l > DARKER_THAN_SKIN || (beside !== null && beside.l - treated.l > DARKER_THAN_SIDES)
      ? `${words("skin.tooDark")} `
      : "";
  return (
    dark +
    (beside
      ? words("skin.contrastBoth", { bare: against(bare), sides: against(beside) })
      : words("skin.contrast", { bare: against(bare) }))
  );
}

function Swatch({ name, reading }: { readonly name: string; readonly reading: SkinReading }) {
  const { typology, ita, spread, monk, balance } = reading;
  const { l, a, b } = reading.lab;
  return (
    <div className="skin">
      <span className="skin-swatch" style={{ background: hexOf(reading.rgb) }} aria-hidden="true" />
      <p>
        <RichText text={words("skin.reading", { name, typology: words(`typology.${typology}`), ita, spread, monk })} />
        <br />
        {words("skin.colour", { l, a, b, light: words(`skin.light.${balance.by}`) })}
      </p>
    </div>
  );
}

/** A place to begin with: above the middle of the photo. */
const middleOf = ({ camera: { width, height } }: View) => ({ x: width / 2, y: height * 0.3 });

/** What is said of the plan comes after what the hand is on. */
export function SkinRows() {
  const plan = useDeferredValue(useSession(planHere));
  return plan && <Rows plan={plan} />;
}

const Rows = memo(function Rows({ plan }: { readonly plan: Plan }) {
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
          <Swatch name={words("skin.skin")} reading={skin} />
          {shaved && <Swatch name={words("skin.sides")} reading={shaved} />}
          <p className="remark">{contrastWords(plan, skin, shaved)}</p>
        </>
      ) : (
        <p className="remark">{words("skin.none")}</p>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button"
          aria-pressed={shown}
          onClick={() => session.set({ headTool: shown ? "fit" : "skin", step: "pigment" })}
        >
          {words(shown ? "skin.hide" : "skin.show")}
        </button>
        <button type="button" className="button" aria-pressed={view.skinAt !== null} onClick={() => point("skinAt")}>
          {words(view.skinAt ? "skin.whole" : "skin.elsewhere")}
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={view.neutralAt !== null}
          onClick={() => point("neutralAt")}
        >
          {words(view.neutralAt ? "skin.asItSeems" : "skin.neutral")}
        </button>
      </div>
    </>
  );
});
