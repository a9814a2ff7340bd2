/* What the plan comes to, counted by the worker when all is still. */

import type { Measure } from "../core/picture/measure.ts";
import { planOf } from "../core/plan/scene.ts";
import type { Services } from "./services.ts";

/** Milliseconds without a change after which all is still, and to wait while follicles grow. */
const STILL = 300;
const GROWING = 600;

/** Hands over each new count; returns how to stop. */
export function watchMeasure({ session, pool }: Services, show: (measure: Measure) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let counted: readonly unknown[] = [];

  async function count(): Promise<void> {
    const { scene, client } = session.store.getState();
    if (!scene) return;
    const { hairline, density } = planOf(scene);
    const { seed, vault, growth } = scene.document;
    const from = [seed, vault, growth === null, hairline, density];
    if (from.every((part, i) => part === counted[i])) return;
    const measure = await pool.host().ask("measure", { scene });
    if (session.store.getState().client !== client) return;
    if (!measure) return later(GROWING);
    counted = from;
    show(measure);
  }

  function later(wait: number): void {
    clearTimeout(timer);
    // What is wrong with the worker is told where the picture is drawn.
    timer = setTimeout(() => void count().catch(() => {}), wait);
  }

  const stop = session.store.subscribe((now, past) => {
    if (now.scene !== past.scene) later(STILL);
  });
  later(0);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
