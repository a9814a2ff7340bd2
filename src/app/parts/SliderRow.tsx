/* A slider with its name and its value beside it. */

import { Slider } from "./Slider.tsx";

type Props = {
  readonly label: string;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

export function SliderRow({ label, unit, step, value, ...rest }: Props) {
  const digits = step < 0.1 ? 2 : step < 1 ? 1 : 0;
  const words = `${value.toFixed(digits)} ${unit}`;
  return (
    <div className="slider-row">
      <p>
        <span>{label}</span>
        <output>{words}</output>
      </p>
      <Slider label={label} words={words} step={step} value={value} {...rest} />
    </div>
  );
}
