/* How the two sides of the line go together: each as the other, alike but for what heads differ by, or each by itself.
 */

import { type Hairline, UNEVEN, withOwnEdge } from "../../core/hairline/hairline.ts";
import { withSidesAs } from "../../core/hairline/mirror.ts";
import { headSides } from "../../core/hairline/rest.ts";
import type { Vault } from "../../core/head/vault.ts";
import { words } from "../../words/words.ts";
import { Choice } from "../parts/Choice.tsx";
import { Disclosure } from "../parts/Disclosure.tsx";
import { SliderRow } from "../parts/SliderRow.tsx";
import { useServices, useSession } from "../services.ts";

const symmetries = ["mirrored", "natural", "free"] as const;
type Symmetry = (typeof symmetries)[number];

export function SymmetryRows({ vault, hairline }: { readonly vault: Vault; readonly hairline: Hairline }) {
  const { session } = useServices();
  const mirror = useSession((state) => state.mirror);
  const { uneven } = hairline;
  const value: Symmetry = !mirror ? "free" : uneven > 0 ? "natural" : "mirrored";
  const set = (mm: number): void => {
    if (mm === uneven) return;
    session.plan({ hairline: { ...withOwnEdge(vault, hairline), uneven: mm } });
  };
  return (
    <Disclosure label={words("line.symmetry")} summary={words(`line.symmetric.${value}`)}>
      <Choice
        label={words("line.symmetry")}
        quiet
        look="segments"
        columns={3}
        options={symmetries.map((name) => ({ value: name, label: words(`line.symmetric.${name}`) }))}
        value={value}
        onChoose={(name) => {
          session.set({ mirror: name !== "free" });
          set(name === "natural" ? UNEVEN.usual : 0);
        }}
      />
      {value === "free" && (
        <div className="buttons">
          {headSides.map((side) => (
            <button
              key={side}
              type="button"
              className="button"
              onClick={() => session.plan({ hairline: withSidesAs(hairline, side) })}
            >
              {words(`line.as.${side}`)}
            </button>
          ))}
        </div>
      )}
      {value === "natural" && (
        <SliderRow
          label={words("line.uneven")}
          words={words("around.mm", { mm: uneven })}
          least={0.5}
          most={UNEVEN.most}
          step={0.5}
          value={uneven}
          onChange={set}
        />
      )}
    </Disclosure>
  );
}
