/* The bald top blended into the client's own hair, as the open photos show where that begins. */

import { useState } from "react";
import { planOf, withPlan } from "../../core/plan/scene.ts";
import { withFringe } from "../../core/reading/fringe.ts";
import { words } from "../../words/words.ts";
import { reportFailure } from "../report-failure.ts";
import { useServices } from "../services.ts";

export function FringeRow() {
  const { session, pool } = useServices();
  const [told, setTold] = useState<"set" | "none" | null>(null);
  const propose = async (): Promise<void> => {
    const { scene, client } = session.store.getState();
    if (!scene) return;
    try {
      const fringe = await pool.host().ask("fringe", { scene });
      if (session.store.getState().client !== client) return;
      setTold(fringe ? "set" : "none");
      if (!fringe) return;
      session.edit((now) => withPlan(now, { hairline: withFringe(now.document.vault, planOf(now).hairline, fringe) }));
    } catch (reason) {
      reportFailure(session, "draw", reason);
    }
  };
  return (
    <>
      <div className="buttons">
        <button type="button" className="button" onClick={() => void propose()}>
          {words("fringe.propose")}
        </button>
      </div>
      {told && (
        <p className="remark" role="status">
          {words(`fringe.${told}`)}
        </p>
      )}
    </>
  );
}
