/* At the start of the page: the work that was open comes back, and whatever is open from then on is kept. */

import type { Result } from "../../core/result.ts";
import type { RecordFault, Records } from "../../records/records.ts";
import { saying } from "../../words/words.ts";
import type { Services } from "../services.ts";
import { keepWork } from "./keep-work.ts";
import { findWork, openAgain } from "./restore-work.ts";

export async function bringBack(
  services: Services,
  openRecords: () => Promise<Result<Records, RecordFault>>,
): Promise<void> {
  const { session } = services;
  session.set({ returning: true });
  const job = session.begin(saying("kept.looking"));
  const { client } = session.store.getState();
  const records = await openRecords();
  keepWork(session, records, window);
  const found = records.ok ? await findWork(services, records.value) : null;
  job.end();
  // What was opened by hand meanwhile is what is wanted.
  if (found && session.store.getState().client === client) await openAgain(services, found);
  session.set({ returning: false });
}
