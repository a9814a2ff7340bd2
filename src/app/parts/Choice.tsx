/* One of several, seen all at once: radio buttons drawn as tiles. Arrow keys move the choice. */

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { type ReactNode, useId } from "react";

export type Option<T extends string> = {
  readonly value: T;
  readonly label: string;
  /** What is seen where the label has no room; a part of it. */
  readonly short?: string;
  /** A picture above the label. */
  readonly picture?: ReactNode;
  /** A word beneath it: "Suggested". */
  readonly mark?: string | undefined;
};

type Props<T extends string> = {
  readonly label: string;
  readonly options: readonly Option<T>[];
  /** Null where none of them holds. */
  readonly value: T | null;
  readonly onChoose: (value: T) => void;
  readonly look: "tiles" | "segments";
  readonly columns?: number;
  /** The group's name is heard but not seen, where a heading already says it. */
  readonly quiet?: boolean;
};

export function Choice<T extends string>({ label, options, value, onChoose, look, columns, quiet = false }: Props<T>) {
  const id = useId();
  return (
    <div className="choice">
      <span id={id} className={quiet ? "heard" : "choice-name"}>
        {label}
      </span>
      <RadioGroup<T | null>
        className={look}
        style={columns ? { display: "grid", gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` } : undefined}
        aria-labelledby={id}
        value={value}
        onValueChange={(chosen) => chosen !== null && onChoose(chosen)}
      >
        {options.map((option) => (
          <Radio.Root key={option.value} value={option.value} className="option" aria-label={option.label}>
            {option.picture}
            <span className="option-label">{option.short ?? option.label}</span>
            {option.mark && <span className="option-mark">{option.mark}</span>}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
