/* The trade's names for what the plan holds as short codes. */

import type { HairlineShape } from "../core/hairline/hairline.ts";
import type { Aspect, View } from "../core/head/view.ts";
import type { Step } from "../store/session.ts";

export const shapeNames: Readonly<Record<HairlineShape, string>> = {
  natural: "Natural",
  straight: "Straight",
  winged: "Winged",
  "widows-peak": "Widow’s peak",
};

/** Left and right are the client's. */
export const aspectNames: Readonly<Record<Aspect, string>> = {
  front: "Front",
  "three-quarter-left": "Three-quarter left",
  "three-quarter-right": "Three-quarter right",
  left: "Left side",
  right: "Right side",
  top: "Top",
  crown: "Crown",
  back: "Back",
};

/** Where there is little room. */
export const shortAspectNames: Readonly<Record<Aspect, string>> = {
  ...aspectNames,
  "three-quarter-left": "¾ left",
  "three-quarter-right": "¾ right",
  left: "Left",
  right: "Right",
};

/** What a view shows, in full and where there is little room. */
export const viewName = ({ aspect, patch }: View): string => (patch ? "Close-up" : aspectNames[aspect]);
export const shortViewName = ({ aspect, patch }: View): string => (patch ? "Close-up" : shortAspectNames[aspect]);

export const stepNames: Readonly<Record<Step, string>> = {
  photo: "Photo",
  head: "Head",
  line: "Line",
  density: "Density",
  pigment: "Pigment",
  save: "Save",
};
