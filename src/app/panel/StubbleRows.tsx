/* What the stubble of the client's own sides proposes: which way hair lies there, and how long dots are along it. */

import { useState } from "react";
import type { Growth } from "../../core/head/growth.ts";
import type { View } from "../../core/head/view.ts";
import { type Scene, headOf, planOf, withPlan } from "../../core/plan/scene.ts";
import type { StubbleReading } from "../../core/reading/stubble.ts";
import { words } from "../../words/words.ts";
import { reportFailure } from "../report-failure.ts";
import { useServices } from "../services.ts";

type Read = { readonly of: View; readonly found: StubbleReading | null };

export function StubbleRows({ scene, growth }: { readonly scene: Scene; readonly growth: Growth }) {
  const { session, pool } = useServices();
  const [read, setRead] = useState<Read | null>(null);
  const { vault, view } = headOf(scene);
  const found = read?.of === view ? read.found : null;
  const look = async (): Promise<void> => {
    try {
      setRead({ of: view, found: await pool.host().ask("stubble", { vault, view, growth }) });
    } catch (reason) {
      reportFailure(session, "draw", reason);
    }
  };
  const use = ({ back, along }: StubbleReading): void =>
    session.edit((now) => ({
      ...withPlan(now, { dot: { ...planOf(now).dot, along } }),
      growth: { ...growth, back },
    }));
  return (
    <>
      <div className="buttons">
        <button type="button" className="button" onClick={() => void look()}>
          {words("headTool.stubbleRead")}
        </button>
        {found && (
          <button type="button" className="button" onClick={() => use(found)}>
            {words("headTool.stubbleUse")}
          </button>
        )}
      </div>
      {read?.of === view && (
        <p className="remark" role="status">
          {found
            ? words("headTool.stubbleIs", { degrees: found.back, times: found.along })
            : words("headTool.stubbleNone")}
        </p>
      )}
    </>
  );
}
