/* The skin as it was read off the photo: its colour and names, where and in what light; and how the chosen shade stands
   out from it. */

import { memo, useDeferredValue } from "react";
import { hexOf } from "../../core/colour/css-colour.ts";
import { deltaE2000 } from "../../core/colour/difference.ts";
import { labOf } from "../../core/colour/lab.ts";
import type { Rgb } from "../../core/colour/linear.ts";
import type { SkinReading } from "../../core/reading/skin.ts";
import type { SidesReading } from "../../core/reading/shaved-sides.ts";
import type { View } from "../../core/head/view.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { photoHere, planHere, viewHere } from "../../store/session.ts";
import { useServices, useSession } from "../services.ts";
import { RichText } from "../parts/RichText.tsx";
import { words } from "../../words/words.ts";
import { treatedSkin } from "../../core/pigment/match.ts";

/**
 * From this much darker than the shaved sides, or, where none are read, than bare skin,
 * work reads as a cap (L*; SOURCES skin-7). Level L: illustration.
 */
const DARKER_THAN_SIDES = 5;
const DARKER_THAN_SKIN = 9;

/** How treated skin stands out, in words; a warning first. */
function contrastWords(plan: Plan, skin: SkinReading, sides: SidesReading | null): string {
  const lightness = (of: Rgb): number => labOf(of).l;
  const treatedOn = (bare: Rgb): Rgb => treatedSkin(bare, plan.shades[2], plan);
  const isDark = sides
    ? lightness(sides.sides) - lightness(treatedOn(sides.skin)) > DARKER_THAN_SIDES
    : lightness(skin.rgb) - lightness(treatedOn(skin.rgb)) > DARKER_THAN_SKIN;
  const dark = isDark ? `${words("skin.tooDark")} ` : "";
  return dark + words("skin.contrast", { bare: deltaE2000(labOf(treatedOn(skin.rgb)), labOf(skin.rgb)) });
}

function Swatch({ name, reading }: { readonly name: string; readonly reading: SkinReading }) {
  const { typology, ita, spread, balance } = reading;
  const { l, a, b } = reading.lab;
  return (
    <div className="skin">
      <span className="skin-swatch" style={{ background: hexOf(reading.rgb) }} aria-hidden="true" />
      <p>
        <RichText text={words("skin.reading", { name, typology: words(`typology.${typology}`), ita, spread })} />
        <br />
        {words("skin.colour", { l, a, b, light: words(`skin.light.${balance.by}`), percent: 100 * balance.spread })}
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
  const { skin, sides, cardFault } = photo;
  const point = (which: "skinAt" | "neutralAt"): void => {
    session.set({ headTool: "skin", step: "pigment", pointing: view[which] ? null : which });
    session.view({ [which]: view[which] ? null : middleOf(view) });
  };
  return (
    <>
      {skin ? (
        <>
          <Swatch name={words("skin.skin")} reading={skin} />
          <p className="remark">{contrastWords(plan, skin, sides)}</p>
        </>
      ) : (
        <p className="remark">{words("skin.none")}</p>
      )}
      {view.neutralAt && <p className="remark">{words(cardFault ? `skin.card.${cardFault}` : "skin.card.read")}</p>}
      <div className="buttons">
        <button
          type="button"
          className="button"
          aria-pressed={shown}
          onClick={() => session.set({ headTool: shown ? "fit" : "skin", step: "pigment", pointing: null })}
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
