/* A slider with its name and its value beside it. */

import type { RangeProps } from "./RangeInput.tsx";
import { Slider } from "./Slider.tsx";

export function SliderRow({ label, words, ...rest }: RangeProps) {
  return (
    <div className="slider-row">
      <p>
        <span>{label}</span>
        <output>{words}</output>
      </p>
      <Slider label={label} words={words} {...rest} />
    </div>
  );
}
