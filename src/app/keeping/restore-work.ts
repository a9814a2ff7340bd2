/* Brings back the work that was open before the page was loaded: its photos are opened again like any others, the one
   that was looked at first; head, plan and cursor are as they were. */

import type { PhotoId } from "../../core/head/view.ts";
import { readKeptScene } from "../../core/plan/kept-scene.ts";
import type { Scene } from "../../core/plan/scene.ts";
import type { Saying } from "../../core/saying.ts";
import type { KeptWork, Records } from "../../records/records.ts";
import { type Step, steps } from "../../store/session.ts";
import { saying } from "../../words/words.ts";
import { namedSaying } from "../messages.ts";
import { beginAgain } from "../opening/add-photo.ts";
import { photoIn } from "../opening/open-files.ts";
import type { OpeningTask } from "../opening/opening-queue.ts";
import type { Services } from "../services.ts";

export type Found = { readonly scene: Scene; readonly step: Step; readonly photos: KeptWork["photos"] };

/** The work that this tab had open, checked; null where there is none, or where it cannot be read and that is told. */
export async function findWork({ session }: Services, records: Records): Promise<Found | null> {
  const lost = (): null => {
    session.report(saying("kept.damaged"));
    return null;
  };
  const kept = await records.kept();
  if (!kept.ok) return lost();
  if (!kept.value) return null;
  const { scene, photos } = kept.value;
  const read = readKeptScene(scene);
  return read.ok ? { scene: read.value, step: stepOf(scene), photos } : lost();
}

/** The step that is named beside the scene; the first where none is. */
function stepOf(scene: unknown): Step {
  const { step } = scene as { readonly step?: unknown };
  return steps.find((one) => one === step) ?? steps[0];
}

/** Resolves when one of its photos is open, or when it has been told why none is; the others open by themselves. */
export async function openAgain(services: Services, { scene, step, photos }: Found): Promise<void> {
  const { document, cursor } = scene;
  const { session, opening } = services;
  const missing = photos.filter(({ file }) => !file).map(({ name }) => name);
  if (missing.length > 0) session.report(namedSaying(missing, saying("kept.missing")));
  const files = new Map(photos.flatMap(({ id, file }) => (file ? [[id, file] as const] : [])));
  let begun = false;
  const refused: { readonly name: string; readonly why: Saying }[] = [];

  async function open(task: OpeningTask, id: PhotoId, file: File): Promise<void> {
    if (begun) return;
    const refuse = (why: Saying): void => void refused.push({ name: file.name, why });
    const read = await photoIn({ ...task, refuse }, services, file);
    if (!read) return;
    if (read.photo.id !== id) return refuse(saying("fault.photo.changed"));
    await beginAgain(services, task, read, { scene: { document, cursor: { ...cursor, photo: id } }, step, files });
    begun = true;
    task.session.say(saying("kept.back"));
  }

  const firstFirst = [...files].toSorted(([a], [b]) => Number(b === cursor.photo) - Number(a === cursor.photo));
  await opening.add(firstFirst.map(([id, file]) => ({ name: file.name, run: (task) => open(task, id, file) })));
  // Where one could be opened the others are tried again, and told of then.
  if (!begun) for (const { name, why } of refused) session.report(namedSaying([name], why));
}
