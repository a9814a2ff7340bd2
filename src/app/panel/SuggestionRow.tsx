/* What is suggested by skin and hair: that the plan follows it; or, once a person has chosen, what it is, and a way to
   take it. */

import type { Proposal } from "../../core/pigment/hair-colour.ts";
import type { Bottle } from "../../core/pigment/shades.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { words } from "../../words/words.ts";
import { useServices } from "../services.ts";
import { asSuggested, differs } from "../suggestion.ts";
import { shadeName } from "./ladder.ts";

type Props = { readonly plan: Plan; readonly suggestion: Proposal; readonly own: readonly Bottle[] };

export function SuggestionRow({ plan, suggestion, own }: Props) {
  const { session } = useServices();
  const suggested = asSuggested(plan, suggestion, own);
  if (plan.shadeBy === "suggestion") return <p className="remark">{words("pigment.follows")}</p>;
  if (!differs(plan, suggested)) return null;
  const shade = shadeName(suggested.shades[2]);
  const { strength } = suggestion;
  const undertone = suggestion.undertone && words(`undertone.${suggestion.undertone}`);
  return (
    <>
      <p className="remark">
        {undertone === null || strength === null
          ? words("pigment.suggestionBySkin", { shade })
          : words("pigment.suggestion", { shade, undertone, strength })}
      </p>
      <div className="buttons">
        <button type="button" className="button" onClick={() => session.plan(suggested)}>
          {words("pigment.take")}
        </button>
      </div>
    </>
  );
}
