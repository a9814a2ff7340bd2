/* The browser's own slider, in our look. Base UI's was tried on paper and left: it tells when a value is committed but
   not when a sweep begins, commits each repeat of a key that is held down, and takes the focus away and back at a key's
   first press, so that one sweep would not be one step of undo without the same listeners as here. */

import { type CSSProperties, type InputHTMLAttributes, type Ref } from "react";

/** What every slider is told. */
export type RangeProps = {
  readonly label: string;
  /** The value in words, for those who do not see it. */
  readonly words: string;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

type Props = RangeProps & { readonly input?: Ref<HTMLInputElement> } & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    "onPointerDown" | "onPointerUp" | "onPointerCancel" | "onKeyDown" | "onKeyUp" | "onBlur"
  >;

export function RangeInput({ label, words, least, most, step, value, onChange, input, ...listeners }: Props) {
  return (
    <input
      ref={input}
      className="slider"
      type="range"
      aria-label={label}
      aria-valuetext={words}
      min={least}
      max={most}
      step={step}
      value={value}
      style={{ "--share": (value - least) / (most - least) } as CSSProperties}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      {...listeners}
    />
  );
}
