/* Hair told from skin in the photo at hand: how much of it hides dots, and a brush that puts the reading right. */

import { viewOf, withViewHere } from "../../core/plan/scene.ts";
import { hairKinds } from "../../core/head/hair-strokes.ts";
import { photoHere, viewHere } from "../../store/session.ts";
import { words } from "../../words/words.ts";
import { Choice } from "../parts/Choice.tsx";
import { RichText } from "../parts/RichText.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { useServices, useSession } from "../services.ts";
import { BrushRow } from "./BrushRow.tsx";

/** Below this share of the dots nothing is said to lie under hair. */
const SOME = 0.01;

function CoveredWords() {
  const hair = useSession((state) => photoHere(state)?.hair);
  if (!hair) return <p className="reading">{words("hairBrush.unread")}</p>;
  if (hair.covered < SOME) return <p className="reading">{words("hairBrush.none")}</p>;
  return (
    <p className="reading">
      <RichText text={words("hairBrush.covered", { percent: 100 * hair.covered })} />
    </p>
  );
}

export function HairBrushRows() {
  const { session } = useServices();
  const strokes = useSession((state) => viewHere(state)?.hair ?? null);
  const hand = useSession((state) => state.hairHand);
  return (
    <>
      <SwitchRow
        label={words("hairBrush.tell")}
        checked={strokes !== null}
        onChange={(tell) => session.view({ hair: tell ? [] : null })}
      />
      {strokes && (
        <>
          <CoveredWords />
          <p className="remark hair-key">
            <span data-of="hair">{words("hairBrush.tint.hair")}</span>{" "}
            <span data-of="stubble">{words("hairBrush.tint.stubble")}</span>
          </p>
          <Choice
            label={words("hairBrush.brushes")}
            look="segments"
            columns={2}
            options={hairKinds.map((value) => ({ value, label: words(`hairBrush.kind.${value}`) }))}
            value={hand.kind}
            onChoose={(kind) => session.set({ hairHand: { ...hand, kind } })}
          />
          <BrushRow brush={hand.brush} onChange={(brush) => session.set({ hairHand: { ...hand, brush } })} />
          <p className="remark">{words("hairBrush.says")}</p>
          <div className="buttons">
            <button
              type="button"
              className="button"
              disabled={strokes.length === 0}
              onClick={() => session.edit((now) => withViewHere(now, { hair: (viewOf(now).hair ?? []).slice(0, -1) }))}
            >
              {words("hairBrush.removeLast")}
            </button>
            <button
              type="button"
              className="button"
              disabled={strokes.length === 0}
              onClick={() => session.view({ hair: [] })}
            >
              {words("hairBrush.asRead")}
            </button>
          </div>
        </>
      )}
    </>
  );
}
