/* How heads are worn: where hair grows, how long, how thick and of what colour. Places are those of the modelled head,
   mm. */
import { clamp, mix, smoothstep } from "../demo/sdf.ts";
import { fractal } from "../demo/noise.ts";

export type Style = "bald" | "horseshoe" | "band" | "buzz" | "thinning" | "parting" | "long";

export type Hair = {
  readonly style: Style;
  /** Norwood's stage of a horseshoe or band. */
  readonly norwood?: "IV" | "V" | "VI";
  /** Shortest and longest, mm. */
  readonly length: readonly [number, number];
  /** A shaft's thickness, mm. */
  readonly thick: number;
  /** Diffuse linear sRGB of a shaft. */
  readonly colour: readonly [number, number, number];
};

const DARK = [0.02, 0.014, 0.011] as const;
const BROWN = [0.05, 0.03, 0.018] as const;
const FAIR = [0.3, 0.2, 0.1] as const;
const GREY = [0.34, 0.33, 0.32] as const;

const shaved = [0.22, 0.38] as const;
const one = [0.8, 1.2] as const;
const three = [2.5, 3.5] as const;

export const hairs: readonly Hair[] = [
  { style: "horseshoe", norwood: "VI", length: shaved, thick: 0.12, colour: DARK },
  { style: "bald", length: [0, 0], thick: 0, colour: DARK },
  { style: "horseshoe", norwood: "V", length: one, thick: 0.095, colour: BROWN },
  { style: "thinning", length: [15, 30], thick: 0.07, colour: DARK },
  { style: "horseshoe", norwood: "VI", length: three, thick: 0.08, colour: DARK },
  { style: "band", norwood: "IV", length: one, thick: 0.095, colour: DARK },
  { style: "buzz", length: three, thick: 0.085, colour: BROWN },
  { style: "horseshoe", norwood: "VI", length: three, thick: 0.08, colour: GREY },
  { style: "parting", length: [70, 130], thick: 0.07, colour: BROWN },
  { style: "horseshoe", norwood: "V", length: shaved, thick: 0.12, colour: BROWN },
  { style: "thinning", length: [15, 30], thick: 0.065, colour: FAIR },
  { style: "horseshoe", norwood: "VI", length: one, thick: 0.095, colour: DARK },
  { style: "long", length: [90, 160], thick: 0.07, colour: DARK },
];

/** The upper edge of a horseshoe of Norwood VI: its height by the direction from in front, degrees. */
const FRINGE_AT = [0, 50, 62, 75, 90, 120, 150, 180];
const FRINGE = [-40, 0, 28, 42, 47, 50, 46, 42];

const upperFringe = (x: number, z: number): number => around(x, z, FRINGE_AT, FRINGE);

/** Where hair ends below: sideburns, the arch over the ear, the nape. */
const LOWER_AT = [0, 58, 66, 71, 75, 84, 88, 92, 101, 107, 113, 122, 150, 180];
const LOWER_END = [35, 26, 10, -14, -40, -44, -12, -1, -1, -14, -50, -76, -90, -92];

/** A height that is told by the direction from in front, degrees, between those that are given; `off` by so many. */
function around(x: number, z: number, at: readonly number[], heights: readonly number[], off = 0): number {
  const a = (Math.atan2(Math.abs(x), z) * 180) / Math.PI + off;
  let i = 0;
  while (i < at.length - 2 && a > at[i + 1]) i++;
  return mix(heights[i], heights[i + 1], clamp((a - at[i]) / (at[i + 1] - at[i]), 0, 1));
}

/** Soft by so many mm at the upper edge, and at the others. */
const UPPER = 15;
const LOWER = 11;

/** Hairs of all that could grow at a place, 0..1: of the dense part, and of a thinned top. */
export type Growth = { readonly dense: number; readonly thin: number };

/** What grows at a place of the modelled head. */
export function growthAt({ style, norwood }: Hair, x: number, y: number, z: number): Growth {
  const rough = 3 * fractal(x / 9, y / 9, z / 9, 2, 211);
  const scalp = smoothstep(-LOWER / 2, LOWER / 2, y - around(x, z, LOWER_AT, LOWER_END, 0.7 * rough) + 0.6 * rough);
  if (scalp === 0 || style === "bald") return { dense: 0, thin: 0 };
  const aside = smoothstep(UPPER / 2, -UPPER / 2, y - upperFringe(x, z) + rough);
  if (style === "horseshoe" && norwood === "VI") return { dense: scalp * aside, thin: 0 };
  if (style === "thinning") return { dense: scalp * aside, thin: scalp * (1 - aside) * hairline(y, z, 18, rough) };
  if (style === "buzz" || style === "parting" || style === "long") {
    return { dense: scalp * Math.max(aside, hairline(y, z, 0, rough)), thin: 0 };
  }
  // A band from ear to ear parts the bald front from the bald crown: whole at IV, narrow and sparse at V.
  const angle = (Math.atan2(z, y) * 180) / Math.PI;
  const wide = norwood === "IV" ? 17 : 7;
  const band = smoothstep(wide + 5, wide - 4, Math.abs(angle + 4) + rough) * (norwood === "IV" ? 1 : 0.4);
  const behind = norwood === "IV" ? smoothstep(34, 42, crownDistance(x, y, z) + rough) * smoothstep(-5, -14, angle) : 0;
  return { dense: scalp * Math.max(aside, band, behind), thin: 0 };
}

/** Behind the front hairline, which lies so many mm behind the young one, 1; before it 0. */
function hairline(y: number, z: number, back: number, rough: number): number {
  const front = (Math.atan2(z, y) * 180) / Math.PI;
  return smoothstep(58 - back * 0.6, 52 - back * 0.6, front + 0.4 * rough);
}

const crownDistance = (x: number, y: number, z: number): number => Math.hypot(x, y - 76, z + 59);

/** How many times as dark skin is over roots that are shaved or short, of growth 0..1. */
export const rootShade = (growth: number): number => 1 - 0.2 * growth;

/** Height of a horseshoe's upper edge, `degrees` from in front; null where the style has none. */
export const fringeHeight = ({ style, norwood }: Hair, degrees: number): number | null =>
  style === "horseshoe" && norwood === "VI" && degrees >= 60
    ? upperFringe(Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180))
    : null;
