/* The practitioner's own bottles: names, dilutions and colours, kept on this device. */

import { useId, useRef, useState } from "react";
import { Dialog } from "../parts/Dialog.tsx";
import { type ColourFault, parseColour } from "../../core/colour/css-colour.ts";
import { type Bottle, PARTS, type Shade, dilution, tradeShades } from "../../core/pigment/shades.ts";
import { colourSaying } from "../messages.ts";
import { Icon } from "../parts/Icon.tsx";
import { said, words } from "../../words/words.ts";
import { NumberRow } from "../parts/NumberRow.tsx";
import { usePreference, useServices } from "../services.ts";
import { BottleChip } from "./BottleChip.tsx";

/** More would not be a ladder any more. */
const MOST = 12;

/** A bottle while it is being written: its colour as it was typed, and why that was refused. */
type Draft = Shade & { readonly typed: string; readonly refused: ColourFault | null };

const draftOf = ({ parts, name, colour }: Bottle): Draft => ({ parts, name, typed: colour ?? "", refused: null });

/** Judged when it has been typed to its end; none at all is right as well. */
function judged(draft: Draft): Draft {
  const read = parseColour(draft.typed);
  return { ...draft, refused: read.ok || read.reason === "blank" ? null : read.reason };
}

function bottleOf({ parts, name, typed }: Draft): Bottle {
  const read = parseColour(typed);
  return { parts, name: name.trim(), ...(read.ok ? { colour: read.value } : {}) };
}

/** From dark to fair; of two of one name and dilution the first. */
const ladderOf = (bottles: readonly Bottle[]): readonly Bottle[] =>
  bottles
    .filter((a, i) => bottles.findIndex((b) => b.parts === a.parts && b.name === a.name) === i)
    .toSorted((a, b) => a.parts - b.parts);

export function ShadesDialog() {
  const { preferences } = useServices();
  const kept = usePreference((state) => state.shades);
  const dialog = useRef<HTMLDialogElement>(null);
  const [shades, setShades] = useState<readonly Draft[]>(() => kept.map(draftOf));
  const change = (at: number, next: Partial<Draft>): void =>
    setShades(shades.map((shade, i) => (i === at ? { ...shade, ...next } : shade)));
  const keep = (): void => {
    const all = shades.map(judged);
    setShades(all);
    if (all.some(({ refused }) => refused)) return;
    preferences.setState({ shades: ladderOf(all.map(bottleOf)) });
    dialog.current?.close();
  };
  return (
    <>
      <div className="buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            setShades(kept.map(draftOf));
            dialog.current?.showModal();
          }}
        >
          {words("shades.open")}
        </button>
      </div>
      <Dialog title={words("shades.title")} dialog={dialog}>
        <p>{words("shades.says")}</p>
        <ul className="shades">
          {shades.map((shade, at) => (
            <li key={at}>
              <input
                className="text-input"
                aria-label={words("shades.name", { which: at + 1 })}
                placeholder={dilution(shade)}
                maxLength={60}
                value={shade.name}
                onChange={(event) => change(at, { name: event.currentTarget.value })}
              />
              <NumberRow
                label={words("shades.water", { which: at + 1 })}
                quiet
                unit={words("unit.parts")}
                value={shade.parts}
                least={PARTS.least}
                most={PARTS.most}
                onChange={(parts) => change(at, { parts })}
              />
              <button
                type="button"
                className="bar-button quiet"
                aria-label={words("shades.remove", { which: at + 1 })}
                disabled={shades.length === 1}
                onClick={() => setShades(shades.filter((_, i) => i !== at))}
              >
                <Icon name="close" />
              </button>
              <ColourInput
                label={words("shades.colour", { which: at + 1 })}
                draft={shade}
                onType={(typed) => change(at, { typed, refused: null })}
                onTyped={() => change(at, judged(shade))}
              />
            </li>
          ))}
        </ul>
        <div className="buttons">
          <button
            type="button"
            className="button"
            disabled={shades.length >= MOST}
            onClick={() => setShades([...shades, draftOf({ parts: shades.at(-1)?.parts ?? 20, name: "" })])}
          >
            {words("shades.another")}
          </button>
          <button type="button" className="button" onClick={() => setShades(tradeShades.map(draftOf))}>
            {words("shades.trade")}
          </button>
        </div>
        <div className="buttons">
          <button type="button" className="button primary" onClick={keep}>
            {words("button.keep")}
          </button>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {words("button.cancel")}
          </button>
        </div>
      </Dialog>
    </>
  );
}

type ColourProps = {
  readonly label: string;
  readonly draft: Draft;
  readonly onType: (typed: string) => void;
  readonly onTyped: () => void;
};

/** A colour as hex, name or CSS; beside it what was understood, beneath it why nothing was. */
function ColourInput({ label, draft: { typed, refused }, onType, onTyped }: ColourProps) {
  const id = useId();
  const read = parseColour(typed);
  return (
    <div className="bottle-colour">
      <input
        className="text-input"
        aria-label={label}
        aria-invalid={refused !== null}
        aria-describedby={id}
        placeholder={words("shades.colourLike")}
        maxLength={60}
        spellCheck={false}
        autoCapitalize="off"
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onBlur={onTyped}
      />
      <span id={id} className="bottle-read" role="status">
        {read.ok ? <BottleChip colour={read.value} /> : refused && said(colourSaying(refused, typed.trim()))}
      </span>
    </div>
  );
}
