/* The growth of hair on the head: how it turns about its whorl, whose place is dragged on the photo. */

import { BACK, turns, usualGrowth } from "../../core/head/growth.ts";
import { withGrowth } from "../../core/plan/document.ts";
import type { Scene } from "../../core/plan/scene.ts";
import { showsWhorl } from "../../editor/whorl-tool.ts";
import { words } from "../../words/words.ts";
import { Choice } from "../parts/Choice.tsx";
import { SliderRow } from "../parts/SliderRow.tsx";
import { useServices } from "../services.ts";
import { StubbleRows } from "./StubbleRows.tsx";

export function WhorlRows({ scene }: { readonly scene: Scene }) {
  const { session } = useServices();
  const { growth } = scene.document;
  if (!growth) {
    return (
      <>
        <p className="remark">{words("headTool.whorlEarlier")}</p>
        <div className="buttons">
          <button type="button" className="button" onClick={() => session.edit(({ document }) => withGrowth(document))}>
            {words("headTool.whorlFollow")}
          </button>
        </div>
        <p className="remark">{words("headTool.whorlAnew")}</p>
      </>
    );
  }
  return (
    <>
      <p className="remark">{words(showsWhorl(scene) ? "headTool.whorlSays" : "headTool.whorlHidden")}</p>
      <Choice
        label={words("headTool.whorlTurn")}
        look="segments"
        columns={2}
        options={turns.map((value) => ({ value, label: words(`headTool.turn.${value}`) }))}
        value={growth.turn}
        onChoose={(turn) => session.edit(({ document }) => ({ ...document, growth: { ...growth, turn } }))}
      />
      <SliderRow
        label={words("headTool.whorlBack")}
        words={words("headTool.whorlBackIs", { degrees: growth.back })}
        {...BACK}
        step={1}
        value={growth.back}
        onChange={(back) => session.edit(({ document }) => ({ ...document, growth: { ...growth, back } }))}
      />
      <StubbleRows scene={scene} growth={growth} />
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={growth.whorl.every((x, i) => Math.abs(x - usualGrowth.whorl[i]) < 1e-6)}
          onClick={() =>
            session.edit(({ document }) => ({ ...document, growth: { ...growth, whorl: usualGrowth.whorl } }))
          }
        >
          {words("headTool.whorlUsual")}
        </button>
      </div>
    </>
  );
}
