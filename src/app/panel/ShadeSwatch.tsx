/* A shade as it would look: a few dots of it on the skin that was read off the photo. */

import { hexOf } from "../../core/colour/css-colour.ts";
import type { Rgb } from "../../core/colour/linear.ts";
import { dotColour } from "../../core/pigment/dot-colour.ts";
import type { Shade } from "../../core/pigment/shades.ts";
import type { Plan } from "../../core/plan/plan.ts";

/** A middle skin, sRGB 0..255. */
const USUAL_SKIN: Rgb = [201, 164, 138];

/** Blue noise by hand, on a 44 × 28 field. */
const places: readonly (readonly [x: number, y: number])[] = [
  [4, 5],
  [11, 3],
  [18, 6],
  [25, 3],
  [33, 5],
  [40, 4],
  [8, 11],
  [15, 12],
  [22, 10],
  [29, 11],
  [37, 11],
  [3, 16],
  [11, 18],
  [18, 18],
  [26, 17],
  [33, 17],
  [41, 17],
  [6, 24],
  [14, 24],
  [22, 24],
  [29, 23],
  [37, 24],
];

/** `skin`: undefined until it has been read. */
type Props = { readonly shade: Shade; readonly skin: Rgb | undefined; readonly plan: Plan };

export function ShadeSwatch({ shade, skin = USUAL_SKIN, plan }: Props) {
  return (
    <svg
      className="swatch"
      viewBox="0 0 44 28"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="44" height="28" fill={hexOf(skin)} />
      <g fill={hexOf(dotColour(skin, shade, plan))}>
        {places.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="1.55" />
        ))}
      </g>
    </svg>
  );
}
