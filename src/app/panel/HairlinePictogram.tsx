/* The hairline shapes as small drawings: a forehead, and the line on it as it looks from the front. */

import type { HairlineShape } from "../../core/hairline/hairline.ts";

const lines: Record<HairlineShape, string> = {
  natural: "M13 33c.6-5 1.6-7.500 4.200-9 4.800-2.400 10-3 14.800-3s10 .6 14.800 3c2.600 1.500 3.600 4 4.200 9",
  straight: "M13 33l2.300-9.500c.5-1.600 1.200-2 2.700-2h28c1.500 0 2.200.4 2.700 2L51 33",
  winged:
    "M13 33c.4-7 1.600-13.500 5.600-16.500 3.600 3 7.400 6 13.400 6s9.800-3 13.400-6c4 3 5.200 9.500 5.600 16.500",
  "widows-peak":
    "M13 33c.6-6.500 1.600-11 4.800-13 5.200.8 10.400 1.400 14.200 6 3.800-4.600 9-5.200 14.200-6 3.200 2 4.200 6.500 4.800 13",
  mature:
    "M13 33c.2-9 1-17 4.600-20.500 2.600 4.500 6 7.500 14.400 7.500s11.800-3 14.400-7.500c3.600 3.500 4.400 11.500 4.600 20.500",
};

const HEAD = "M12.500 40C8.500 18 16 4.500 32 4.500S55.500 18 51.500 40";

export function HairlinePictogram({ shape }: { readonly shape: HairlineShape }) {
  return (
    <svg className="pictogram" viewBox="0 0 64 42" aria-hidden="true" focusable="false">
      <path className="pictogram-head" d={HEAD} />
      <path className="pictogram-hair" d={`${lines[shape]}C54 16 47 5.500 32 5.500S10 16 13 33Z`} />
      <path className="pictogram-line" d={lines[shape]} />
    </svg>
  );
}
