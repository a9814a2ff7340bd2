/* The trade's names for what the plan holds as short codes. */

import type { HairlineShape } from "../core/hairline/hairline.ts";
import type { Step } from "../store/session.ts";

export const shapeNames: Readonly<Record<HairlineShape, string>> = {
  natural: "Natural",
  straight: "Straight",
  winged: "Winged",
  "widows-peak": "Widow’s peak",
};

export const stepNames: Readonly<Record<Step, string>> = {
  photo: "Photo",
  head: "Head",
  line: "Line",
  density: "Density",
  pigment: "Pigment",
  save: "Save",
};
