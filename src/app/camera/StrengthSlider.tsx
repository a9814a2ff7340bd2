/* How much of the old photo is seen. */

import { words } from "../../words/words.ts";
import { RangeInput } from "../parts/RangeInput.tsx";

type Props = { readonly strength: number; readonly onChange: (strength: number) => void };

export function StrengthSlider({ strength, onChange }: Props) {
  const percent = Math.round(100 * strength);
  return (
    <label className="strength">
      <span>{words("camera.strengthShort")}</span>
      <RangeInput
        label={words("camera.strength")}
        words={words("camera.strengthSpoken", { share: percent })}
        least={0}
        most={100}
        step={1}
        value={percent}
        onChange={(next) => onChange(next / 100)}
      />
      <span aria-hidden="true">{words("camera.strengthSeen", { share: percent })}</span>
    </label>
  );
}
