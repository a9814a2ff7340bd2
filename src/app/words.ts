/* The trade's names for what the plan holds as short codes. */

import type { HairlineShape } from "../core/hairline/hairline.ts";
import type { Aspect, View } from "../core/head/view.ts";
import type { Look } from "../core/pigment/dot.ts";
import type { Moment } from "../core/pigment/healing.ts";
import type { Undertone } from "../core/pigment/undertone.ts";
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

export const undertoneNames: Readonly<Record<Undertone, string>> = {
  warm: "Warmer",
  neutral: "Neutral",
  cool: "Cooler",
};

export const lookNames: Readonly<Record<Look, string>> = { fine: "Fine", natural: "Natural", bold: "Bold" };

/** When the work is looked at, in full and where there is little room. */
export const momentNames: Readonly<Record<Moment, string>> = {
  "session-1": "After session 1, healed",
  "session-2": "After session 2, healed",
  fresh: "The day of session 3",
  "day-3": "Three days later",
  healed: "Healed, after four weeks",
  "year-1": "After 1 year",
  "year-2": "After 2 years",
  "year-3": "After 3 years",
  "year-4": "After 4 years",
  "year-5": "After 5 years",
  "year-6": "After 6 years",
};
export const shortMomentNames: Readonly<Record<Moment, string>> = {
  "session-1": "Session 1",
  "session-2": "Session 2",
  fresh: "Fresh",
  "day-3": "Day 3",
  healed: "Healed",
  "year-1": "1 year",
  "year-2": "2 years",
  "year-3": "3 years",
  "year-4": "4 years",
  "year-5": "5 years",
  "year-6": "6 years",
};

export const stepNames: Readonly<Record<Step, string>> = {
  photo: "Photo",
  head: "Head",
  line: "Line",
  density: "Density",
  pigment: "Pigment",
  time: "Time",
  work: "Work",
  save: "Save",
};
