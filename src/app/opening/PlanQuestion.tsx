/* A plan that was made on none of the open photos is not laid silently: this is not its photo, and what is meant is
   asked. */

import { useEffect, useRef } from "react";
import { planQuestionWords } from "../messages.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useServices, useSession } from "../services.ts";
import { answerPlanQuestion } from "./open-plan.ts";

export function PlanQuestion() {
  const services = useServices();
  const question = useSession((state) => state.planQuestion);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (question) dialog.current?.showModal();
    else dialog.current?.close();
  }, [question]);
  const answer = (meant: Parameters<typeof answerPlanQuestion>[1]) => () => answerPlanQuestion(services, meant);
  const { title, text, same, other, leave } = planQuestionWords(question?.copyOf ?? null);
  return (
    <Dialog title={title} dialog={dialog} onClose={answer("leave")}>
      <p>{text}</p>
      <div className="buttons">
        {question?.copyOf && (
          <button type="button" className="button" onClick={answer("same-photo")}>
            {same}
          </button>
        )}
        <button type="button" className="button" onClick={answer("other-photo")}>
          {other}
        </button>
        <button type="button" className="button" onClick={answer("leave")}>
          {leave}
        </button>
      </div>
    </Dialog>
  );
}
