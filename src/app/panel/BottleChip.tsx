/* The colour of a practitioner's bottle, with its name on it. */

import { type Hex, edgeOf, nameOf, textOn } from "../../core/colour/css-colour.ts";
import { colourWords } from "./colour-words.ts";

export function BottleChip({ colour }: { readonly colour: Hex }) {
  return (
    <span className="bottle" style={{ background: colour, borderColor: edgeOf(colour), color: textOn(colour) }}>
      {colourWords(nameOf(colour))}
    </span>
  );
}
