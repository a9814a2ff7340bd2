/* How much of the old photo is seen. */

import { RangeInput } from "../parts/RangeInput.tsx";

type Props = { readonly strength: number; readonly onChange: (strength: number) => void };

export function StrengthSlider({ strength, onChange }: Props) {
  const percent = Math.round(100 * strength);
  return (
    <label className="strength">
      <span>Ghost</span>
      <RangeInput
        label="Strength of the ghost"
        words={`${percent} percent`}
        least={0}
        most={100}
        step={1}
        value={percent}
        onChange={(next) => onChange(next / 100)}
      />
      <span aria-hidden="true">{percent} %</span>
    </label>
  );
}
