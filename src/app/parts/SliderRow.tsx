/* A slider with its name and its value beside it. */

import { Slider } from "./Slider.tsx";

type Props = {
  readonly label: string;
  /** The value in words, with its unit. */
  readonly words: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

export function SliderRow({ label, words, ...rest }: Props) {
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
