/* Names that hang on more than one code, in full and where there is little room. */

import type { View } from "../core/head/view.ts";
import { type Moment, yearsAt } from "../core/pigment/healing.ts";
import { words } from "../words/words.ts";
import { demoViewOf } from "./opening/demo-file.ts";

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
  isYear(moment) ? words(`moment.years.${form}`, { count: yearsAt(moment) ?? 0 }) : words(`moment.${moment}.${form}`);

/** A photo's name: that of its file, but for the demo's photos, which have names of their own. */
export function photoName(fileName: string): string {
  const demo = demoViewOf(fileName);
  return demo ? words(`demo.${demo}`) : fileName;
}
