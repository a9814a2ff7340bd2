/* The way through, in order. On a desk it leads to a section of the panel, on a phone it changes what the sheet asks. */

import { steps } from "../../store/session.ts";
import type { Step } from "../../store/session.ts";
import { words } from "../../words/words.ts";
import { useServices, useSession } from "../services.ts";

const calm = (): ScrollBehavior => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

export function StepBar() {
  const { session } = useServices();
  const current = useSession((state) => state.step);
  const go = (step: Step): void => {
    session.set({ step });
    document.querySelector(`[data-step="${step}"]`)?.scrollIntoView({ block: "start", behavior: calm() });
  };
  return (
    <nav className="steps" aria-label={words("panel.steps")}>
      {steps.map((step) => (
        <button
          key={step}
          type="button"
          className="step"
          aria-current={step === current ? "step" : undefined}
          onClick={() => go(step)}
        >
          {words(`step.${step}`)}
        </button>
      ))}
    </nav>
  );
}
