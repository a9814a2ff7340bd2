/* Brings back the work that was open before the page was loaded: its photos are opened again like any others, the one
   that was looked at first; head, plan and cursor are as they were. */

import type { PhotoId } from "../../core/head/view.ts";
import { readKeptScene } from "../../core/plan/kept-scene.ts";
import type { Scene } from "../../core/plan/scene.ts";
import type { KeptWork, Records } from "../../records/records.ts";
import { type Step, steps } from "../../store/session.ts";
import { keptSentence, namedSentence, photoSentence } from "../messages.ts";
import { beginAgain, holdAgain } from "../opening/add-photo.ts";
import { photoIn } from "../opening/open-files.ts";
import type { OpeningTask } from "../opening/opening-queue.ts";
import type { Services } from "../services.ts";

export type Found = { readonly scene: Scene; readonly step: Step; readonly photos: KeptWork["photos"] };

/** The work that this tab had open, checked; null where there is none, or where it cannot be read and that is told. */
export async function findWork({ session }: Services, records: Records): Promise<Found | null> {
  const lost = (): null => {
    session.report(keptSentence("damaged"));
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

/** Resolves when all of its photos are open, or when it has been told which are not. */
export async function openAgain(services: Services, { scene, step, photos }: Found): Promise<void> {
  const { document, cursor } = scene;
  const { session, pool, opening } = services;
  const missing = photos.filter(({ file }) => !file).map(({ name }) => name);
  if (missing.length > 0) session.report(namedSentence(missing, keptSentence("missing")));
  const files = new Map(photos.flatMap(({ id, file }) => (file ? [[id, file] as const] : [])));
  let begun = false;

  async function open(task: OpeningTask, id: PhotoId, file: File): Promise<void> {
    const read = await photoIn(task, services, file);
    if (!read) return;
    if (read.photo.id !== id) return task.refuse(photoSentence({ kind: "damaged" }));
    if (begun) return holdAgain(services, pool.host(), read);
    await beginAgain(services, read, { document, cursor: { ...cursor, photo: id } }, step, files);
    begun = true;
    task.begins();
    session.say(keptSentence("back"));
  }

  const firstFirst = [...files].toSorted(([a], [b]) => Number(b === cursor.photo) - Number(a === cursor.photo));
  await opening.add(firstFirst.map(([id, file]) => ({ name: file.name, run: (task) => open(task, id, file) })));
}
