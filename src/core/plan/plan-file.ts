/* The plan as a small file: the document with a name and a version, checked word by word when it comes back, and before
   it goes. */

import * as v from "valibot";
import { moments } from "../pigment/healing.ts";
import { type Result, err, ok } from "../result.ts";
import type { Document } from "./document.ts";
import { documentWithin, photoName } from "./document-limits.ts";
import { type Content, broughtUp, migrations } from "./migrations.ts";
import type { Cursor } from "./scene.ts";

const FORMAT = "stubble-plan";
const VERSION = migrations.length + 1;

/** Why a text is not a plan that can be opened; `where` names the first wrong entry, null the file as a whole. */
export type PlanFault =
  | { readonly fault: "not-a-plan" }
  | { readonly fault: "newer-version"; readonly version: number }
  | { readonly fault: "damaged-plan"; readonly where: string | null };

/** Why a document cannot be written, since it could not be read again; `where` names the first entry beyond its limits. */
export type UnwritablePlan = { readonly fault: "beyond-limits"; readonly where: string };

/** A plan file's document, and where it was being looked at, which later files do not say. */
export type PlanFile = { readonly document: Document; readonly look: Pick<Cursor, "photo" | "moment"> | null };

const header = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** Where files of versions 1 to 5 were being looked at. */
const lookedAt = v.object({ photo: photoName, moment: v.picklist(moments) });

/** The text of a document, whatever it holds: for what is kept on the device, which is checked when it is read. */
export const planText = (document: Document): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, ...document }, null, 1)}\n`;

/** The file's text, for saving. What is written here can be read by `readPlanFile`, and gives an equal document. */
export function planFile(document: Document): Result<string, UnwritablePlan> {
  const within = documentWithin(document);
  if (!within.ok) return err({ fault: "beyond-limits", where: within.reason });
  return ok(planText(within.value));
}

/** Any text gives a document within its limits, which can be painted, or a reason. */
export function readPlanFile(text: string): Result<PlanFile, PlanFault> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return err({ fault: "not-a-plan" });
  }
  const head = v.safeParse(header, content);
  if (!head.success) return err({ fault: "not-a-plan" });
  const { version } = head.output;
  if (version > VERSION) return err({ fault: "newer-version", version });
  const present = broughtUp(version, content as Content);
  const document = documentWithin(present);
  if (!document.ok) return err({ fault: "damaged-plan", where: document.reason || null });
  if (version > 5) return ok({ document: document.value, look: null });
  const look = v.safeParse(lookedAt, present.look);
  return look.success
    ? ok({ document: document.value, look: look.output })
    : err({ fault: "damaged-plan", where: v.getDotPath(look.issues[0]) });
}
