/* How wide a brush is: its slider goes by equal factors, from a hair to a hand. */

import type { Millimetres } from "../../core/units.ts";
import { BRUSH } from "../../store/session.ts";
import { words } from "../../words/words.ts";
import { SliderRow } from "../parts/SliderRow.tsx";

const STEPS = 60;
const ratio = BRUSH.most / BRUSH.least;
const brushAt = (step: number): Millimetres => Math.round(10 * BRUSH.least * ratio ** (step / STEPS)) / 10;
const stepOf = (brush: Millimetres): number => Math.round((STEPS * Math.log(brush / BRUSH.least)) / Math.log(ratio));

type Props = { readonly brush: Millimetres; readonly onChange: (brush: Millimetres) => void };

export function BrushRow({ brush, onChange }: Props) {
  return (
    <SliderRow
      label={words("areas.brush")}
      words={words("areas.mm", { mm: brush })}
      least={0}
      most={STEPS}
      step={1}
      value={stepOf(brush)}
      onChange={(step) => onChange(brushAt(step))}
    />
  );
}
