/* A plan that was made on none of the open photos is not laid silently: this is not its photo, and what is meant is
   asked. */

import { useEffect, useRef } from "react";
import { words } from "../../words/words.ts";
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
  const copyOf = question?.copyOf ?? null;
  const unnamed = copyOf !== null && !copyOf.named;
  return (
    <Dialog
      title={words(unnamed ? "opening.question.titleUnnamed" : "opening.question.title")}
      dialog={dialog}
      onClose={answer("leave")}
    >
      <p>{words(`opening.question.${!copyOf ? "alone" : unnamed ? "unnamed" : "copy"}`)}</p>
      <div className="buttons">
        {copyOf && (
          <button type="button" className="button" onClick={answer("same-photo")}>
            {words("opening.question.same")}
          </button>
        )}
        <button type="button" className="button" onClick={answer("other-photo")}>
          {words("opening.question.other")}
        </button>
        <button type="button" className="button" onClick={answer("leave")}>
          {words("opening.question.leave")}
        </button>
      </div>
    </Dialog>
  );
}
