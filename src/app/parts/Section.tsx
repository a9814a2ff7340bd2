/* One step of the work in the panel: its name, and one line that says what is decided here. What is decided once and then
   left alone may be folded to a single row; it opens when its step comes, and nothing ever folds by itself under a hand. */

import { type ReactNode, useId, useState } from "react";
import type { Step } from "../../store/session.ts";
import { words } from "../../words/words.ts";
import { useServices, useSession } from "../services.ts";
import { PHONE, useMedia } from "../use-media.ts";

type Props = {
  readonly step: Step;
  readonly title: string;
  readonly hint: string;
  /** What is said in the folded row; without it the section never folds. */
  readonly summary?: string | undefined;
  readonly children: ReactNode;
};

export function Section({ step, title, hint, summary, children }: Props) {
  const { session } = useServices();
  const current = useSession((state) => state.step === step);
  const phone = useMedia(PHONE);
  const [open, setOpen] = useState(current);
  const [was, setWas] = useState(current);
  const id = useId();
  if (was !== current) {
    setWas(current);
    if (current) setOpen(true);
  }
  const folds = summary !== undefined && !phone;
  const shown = !folds || open;
  const enter = (): void => {
    if (session.store.getState().step !== step) session.set({ step });
  };
  return (
    <section
      className="section"
      aria-labelledby={id}
      data-current={current}
      data-step={step}
      data-folded={!shown}
      onPointerDownCapture={shown ? enter : undefined}
      onFocusCapture={shown ? enter : undefined}
    >
      <header className="section-head">
        <h2 id={id}>{title}</h2>
        {folds ? (
          <button
            type="button"
            className="fold"
            aria-expanded={open}
            aria-label={open ? words("panel.fold", { title }) : words("panel.folded", { title, summary })}
            onClick={() => {
              if (!open) enter();
              setOpen(!open);
            }}
          >
            <span>{open ? "" : summary}</span>
          </button>
        ) : null}
        {shown && <p>{hint}</p>}
      </header>
      {shown && children}
    </section>
  );
}
