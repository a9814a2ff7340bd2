/* Names of photos. */

import { words } from "../words/words.ts";
import { demoViewOf } from "./opening/demo-file.ts";

/** A photo's name: that of its file, but for the demo's photos, which have names of their own. */
export function photoName(fileName: string): string {
  const demo = demoViewOf(fileName);
  return demo ? words(`demo.${demo}`) : fileName;
}
