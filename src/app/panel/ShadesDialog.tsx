/* The practitioner's own bottles: names and dilutions, kept on this device. */

import { useRef, useState } from "react";
import { Dialog } from "../parts/Dialog.tsx";
import { PARTS, type Shade, dilution, tradeShades } from "../../core/pigment/shades.ts";
import { Icon } from "../parts/Icon.tsx";
import { words } from "../../words/words.ts";
import { NumberRow } from "../parts/NumberRow.tsx";
import { usePreference, useServices } from "../services.ts";

/** More would not be a ladder any more. */
const MOST = 12;

const sorted = (shades: readonly Shade[]): readonly Shade[] => shades.toSorted((a, b) => a.parts - b.parts);

export function ShadesDialog() {
  const { preferences } = useServices();
  const kept = usePreference((state) => state.shades);
  const dialog = useRef<HTMLDialogElement>(null);
  const [shades, setShades] = useState(kept);
  const change = (at: number, next: Partial<Shade>): void =>
    setShades(shades.map((shade, i) => (i === at ? { ...shade, ...next } : shade)));
  const keep = (): void => {
    // Two of one name and dilution are one.
    const each = shades.map(({ parts, name }) => ({ parts, name: name.trim() }));
    const once = each.filter((a, i) => each.findIndex((b) => b.parts === a.parts && b.name === a.name) === i);
    preferences.setState({ shades: sorted(once) });
    dialog.current?.close();
  };
  return (
    <>
      <div className="buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            setShades(kept);
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
            </li>
          ))}
        </ul>
        <div className="buttons">
          <button
            type="button"
            className="button"
            disabled={shades.length >= MOST}
            onClick={() => setShades([...shades, { parts: shades.at(-1)?.parts ?? 20, name: "" }])}
          >
            {words("shades.another")}
          </button>
          <button type="button" className="button" onClick={() => setShades(tradeShades)}>
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
