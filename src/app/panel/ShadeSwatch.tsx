/* A shade as it would look: a few dots of it on the skin that was read off the photo. */

import type { Shade } from "../../core/pigment/shades.ts";
import type { Undertone } from "../../core/pigment/undertone.ts";
import type { Rgb } from "../../core/colour/linear.ts";
import { css, dotColour } from "./swatch-colour.ts";

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

type Props = { readonly shade: Shade; readonly skin: Rgb; readonly undertone: Undertone };

export function ShadeSwatch({ shade, skin, undertone }: Props) {
  return (
    <svg
      className="swatch"
      viewBox="0 0 44 28"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="44" height="28" fill={css(skin)} />
      <g fill={css(dotColour(skin, shade, undertone))}>
        {places.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="1.55" />
        ))}
      </g>
    </svg>
  );
}
