/* How much of the old photo is seen. */

import type { CSSProperties } from "react";
import { words } from "../../words/words.ts";

type Props = { readonly strength: number; readonly onChange: (strength: number) => void };

export function StrengthSlider({ strength, onChange }: Props) {
  const percent = Math.round(100 * strength);
  return (
    <label className="strength">
      <span>{words("camera.strengthShort")}</span>
      <input
        className="slider"
        type="range"
        aria-label={words("camera.strength")}
        aria-valuetext={words("camera.strengthSpoken", { share: percent })}
        min={0}
        max={100}
        value={percent}
        style={{ "--share": strength } as CSSProperties}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber / 100)}
      />
      <span aria-hidden="true">{words("camera.strengthSeen", { share: percent })}</span>
    </label>
  );
}
