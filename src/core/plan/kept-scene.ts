/* The scene as it is kept on the device, and read again: the document as a plan file holds it, checked as one, and
   where it is looked at. */

import * as v from "valibot";
import type { PhotoId } from "../head/view.ts";
import { moments } from "../pigment/healing.ts";
import { type Result, err, ok } from "../result.ts";
import { type PlanFault, planText, readPlanFile } from "./plan-file.ts";
import { type Cursor, type Scene, cursorWithin, sceneOf } from "./scene.ts";

export type KeptScene = { readonly plan: string; readonly cursor: Cursor };

/** The scene as it is to be kept; reading it gives the same scene. */
export const keptScene = ({ document, cursor }: Scene): KeptScene => ({ plan: planText(document), cursor });

const shell = v.object({ plan: v.string(), cursor: v.unknown() });
const cursor = v.object({
  photo: v.custom<PhotoId>((photo) => typeof photo === "string"),
  moment: v.picklist(moments),
  variant: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

/** Any value at all gives a scene or a reason. A cursor that points to nothing is put on the first photo. */
export function readKeptScene(content: unknown): Result<Scene, PlanFault> {
  const whole = v.safeParse(shell, content);
  if (!whole.success) return err({ fault: "not-a-plan" });
  const file = readPlanFile(whole.output.plan);
  if (!file.ok) return file;
  const { document } = file.value;
  const looked = v.safeParse(cursor, whole.output.cursor);
  return ok(looked.success ? { document, cursor: cursorWithin(document, looked.output) } : sceneOf(document));
}
