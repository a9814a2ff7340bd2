/* A length that is typed, or stepped with the arrow keys; told when it is whole. */

import { NumberField } from "@base-ui/react/number-field";
import { useId } from "react";
import { words } from "../../words/words.ts";

type Props = {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  /** The label is heard but not seen. */
  readonly quiet?: boolean;
  readonly onChange: (value: number) => void;
};

export function NumberRow({ label, unit, value, least, most, step = 1, quiet = false, onChange }: Props) {
  const id = useId();
  return (
    <div className="number-row">
      <label htmlFor={id} className={quiet ? "heard" : undefined}>
        {label}
      </label>
      <NumberField.Root
        id={id}
        className="number"
        value={value}
        min={least}
        max={most}
        step={step}
        format={{ maximumFractionDigits: 1, useGrouping: false }}
        onValueCommitted={(next) => next !== null && next !== value && onChange(next)}
      >
        <NumberField.Group className="number-group">
          <NumberField.Decrement className="number-step" aria-label={words("panel.less", { label })}>
            −
          </NumberField.Decrement>
          <NumberField.Input
            className="number-input"
            onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
          />
          <NumberField.Increment className="number-step" aria-label={words("panel.more", { label })}>
            +
          </NumberField.Increment>
        </NumberField.Group>
      </NumberField.Root>
      <span className="number-unit">{unit}</span>
    </div>
  );
}
