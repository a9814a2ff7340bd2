/* The client's own shaved sides as they were read in this photo; what matches them, on one press; and how near to them
   treated skin comes as the plan is. */

import { memo, useDeferredValue, useMemo } from "react";
import { hexOf } from "../../core/colour/css-colour.ts";
import { deltaE2000 } from "../../core/colour/difference.ts";
import { type Lab, labOf } from "../../core/colour/lab.ts";
import { usualDot } from "../../core/pigment/dot.ts";
import type { HairColour } from "../../core/pigment/hair-colour.ts";
import { treatedSkin } from "../../core/pigment/match.ts";
import { MATCHED, type Match, leftBetween, matchSides } from "../../core/pigment/match-sides.ts";
import { type Bottle, shadeIn } from "../../core/pigment/shades.ts";
import { DENSITY, type Plan } from "../../core/plan/plan.ts";
import type { SidesReading } from "../../core/reading/shaved-sides.ts";
import { photoHere, planHere } from "../../store/session.ts";
import { words } from "../../words/words.ts";
import { usePreference, useServices, useSession } from "../services.ts";
import { inShades } from "../suggestion.ts";
import { shadeName } from "./ladder.ts";

/** What pressing would set, on the practitioner's own ladder. */
const matchFor = (
  work: Pick<Plan, "dot" | "undertone" | "edition">,
  { skin, sides }: SidesReading,
  own: readonly Bottle[],
  hair: HairColour | null,
): Match | null =>
  matchSides(
    skin,
    sides,
    { ...work, density: DENSITY.usual },
    { ladder: own.map(shadeIn), hair, usual: DENSITY.usual },
  );

/** How near treated skin comes to the sides: by its lightness, and by its colour where that is seen. */
function leftWords({ l, a, b }: Lab): string {
  const side = l > 0 ? "fairer" : "darker";
  const near = Math.abs(l) <= MATCHED.l ? words("sides.near") : words(`sides.${side}`, { l: Math.abs(l) });
  const isOff = Math.max(Math.abs(a), Math.abs(b)) > MATCHED.ab;
  const hue = isOff ? words(a + b < 0 ? "sides.greyer" : "sides.warmer", { a, b }) : "";
  return [near, hue].filter(Boolean).join(" ");
}

const sameAs = (plan: Plan, { shade, strength, density, undertone }: Match, own: readonly Bottle[]): boolean =>
  plan.density === density &&
  plan.dot.strength === strength &&
  plan.undertone === undertone &&
  plan.shades[2].parts === shade.parts &&
  inShades(plan, shade, own)[2].name === plan.shades[2].name;

export function SidesRows() {
  const plan = useDeferredValue(useSession(planHere));
  const sides = useSession((state) => photoHere(state)?.sides);
  if (!plan || sides === undefined) return null;
  return sides ? <Rows plan={plan} reading={sides} /> : <p className="remark">{words("sides.none")}</p>;
}

const Rows = memo(function Rows({ plan, reading }: { readonly plan: Plan; readonly reading: SidesReading }) {
  const { session } = useServices();
  const own = usePreference((state) => state.shades);
  const hair = useSession(({ scene }) => scene?.document.hair ?? null);
  const { skin, sides } = reading;
  const { diameter, variation, needleDepth } = plan.dot;
  const { edition } = plan;
  // It says itself what strength and undertone are to be: a hand on those has it not searched anew.
  const match = useMemo(() => {
    const dot = { ...usualDot, diameter, variation, needleDepth };
    return matchFor({ dot, undertone: "neutral", edition }, reading, own, hair);
  }, [diameter, variation, needleDepth, edition, reading, own, hair]);
  const taken = labOf(skin).l - labOf(sides).l;
  const left = leftBetween(treatedSkin(skin, plan.shades[2], plan), sides);
  const isSet = match !== null && sameAs(plan, match, own);
  const set = ({ shade, strength, density, undertone }: Match): void =>
    session.plan({
      shades: inShades(plan, shade, own),
      shadeBy: "person",
      undertone,
      density,
      dot: { ...plan.dot, strength },
    });
  return (
    <>
      <div className="skin">
        <span
          className="skin-swatch"
          style={{ background: `linear-gradient(${hexOf(skin)} 50%, ${hexOf(sides)} 50%)` }}
          aria-hidden="true"
        />
        <p>
          {words("sides.read", { l: Math.max(0, taken), apart: deltaE2000(labOf(skin), labOf(sides)) })}
          <br />
          {leftWords(left)}
        </p>
      </div>
      {match ? (
        <>
          <p className="remark">
            {isSet
              ? words("sides.isSet")
              : words("sides.would", {
                  shade: shadeName(match.shade),
                  strength: match.strength,
                  density: match.density,
                  undertone: words(`undertone.${match.undertone}`),
                })}
            {match.limit && ` ${words(`sides.limit.${match.limit}`, { l: Math.max(0, match.left.l) })}`}
          </p>
          <div className="buttons">
            <button type="button" className="button" disabled={isSet} onClick={() => set(match)}>
              {words("sides.match")}
            </button>
          </div>
        </>
      ) : (
        <p className="remark">{words("sides.bare")}</p>
      )}
    </>
  );
});
