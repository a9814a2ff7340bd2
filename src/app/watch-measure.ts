/* What the plan comes to, counted by the worker when all is still. */

import type { Measure } from "../core/plan/measure.ts";
import type { Services } from "./services.ts";

/** Milliseconds without a change after which all is still, and to wait while follicles grow. */
const STILL = 300;
const GROWING = 600;

/** Hands over each new count; returns how to stop. */
export function watchMeasure({ session, desk }: Services, show: (measure: Measure) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let counted: string | null = null;

  async function count(): Promise<void> {
    const { consultation } = session.store.getState();
    if (!consultation) return;
    const { vault, plan, seed } = consultation;
    const key = JSON.stringify([seed, vault, plan.hairline, plan.density]);
    if (key === counted) return;
    const measure = await desk.host().ask<"measure">({ ask: "measure", consultation });
    if (!measure) return later(GROWING);
    counted = key;
    show(measure);
  }

  function later(wait: number): void {
    clearTimeout(timer);
    // What is wrong with the worker is told where the picture is drawn.
    timer = setTimeout(() => void count().catch(() => {}), wait);
  }

  const stop = session.store.subscribe((now, past) => {
    if (now.consultation !== past.consultation) later(STILL);
  });
  later(0);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
