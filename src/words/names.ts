/* Names of views and moments, in full and where there is little room: on the screen and under pictures. */

import type { View } from "../core/head/view.ts";
import type { Moment } from "../core/pigment/healing.ts";
import { words } from "./words.ts";

const shown = ({ aspect, patch }: View) => (patch ? "close-up" : aspect);

/** What a view shows. */
export const viewName = (view: View): string => words(`aspect.${shown(view)}.name`);
export const shortViewName = (view: View): string => words(`aspect.${shown(view)}.short`);

/** When the work is looked at. */
export const momentName = (moment: Moment): string => nameOf(moment, "name");
export const shortMomentName = (moment: Moment): string => nameOf(moment, "short");

type Year = Extract<Moment, `year-${number}`>;
const isYear = (moment: Moment): moment is Year => moment.startsWith("year-");

const nameOf = (moment: Moment, form: "name" | "short"): string =>
  isYear(moment)
    ? words(`moment.years.${form}`, { count: Number(moment.slice("year-".length)) })
    : words(`moment.${moment}.${form}`);
