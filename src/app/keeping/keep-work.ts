/* Keeps the open work on the device while it changes; where that cannot be, leaving asks, and why is told once. */

import type { Document } from "../../core/plan/document.ts";
import { keptScene } from "../../core/plan/kept-scene.ts";
import type { Cursor } from "../../core/plan/scene.ts";
import { type Result, ok } from "../../core/result.ts";
import {
  type Keeping,
  type RecordFault,
  type Records,
  type Work,
  createKeeper,
  guardLeaving,
} from "../../records/records.ts";
import type { Session, SessionStore, Step } from "../../store/session.ts";
import { keepingSaying } from "../messages.ts";

/** All that is kept of a session; when it has changed some part is another object. */
type Open = {
  readonly document: Document;
  readonly cursor: Cursor;
  readonly step: Step;
  readonly files: Session["files"];
};

const openIn = ({ scene, step, files }: Session): Open | null => scene && { ...scene, step, files };

const isSame = (a: Open | null, b: Open | null): boolean =>
  a && b ? a.document === b.document && a.cursor === b.cursor && a.step === b.step && a.files === b.files : a === b;

/** The files of the photos that the document has views of; those that only undo could bring back are not kept. */
function workOf({ step, files, ...scene }: Open): Work {
  const photos = scene.document.views.flatMap(({ photo }) => {
    const file = files.get(photo);
    return file ? [{ id: photo, file }] : [];
  });
  return { scene: { ...keptScene(scene), step }, photos };
}

/** Begins to keep what is open, and what will be. `records`: or why there are none. `page`: the window. */
export function keepWork(session: SessionStore, records: Result<Records, RecordFault>, page: EventTarget): void {
  const told = new Set<RecordFault["kind"]>();
  let newest = openIn(session.store.getState());

  async function write(open: Open | null): Promise<Result<void, RecordFault>> {
    if (records.ok) return records.value.keep(open && workOf(open));
    // Nothing to lose.
    return open ? records : ok(undefined);
  }

  function onKeeping(keeping: Keeping<RecordFault>): void {
    const isKept = keeping.state === "kept";
    setSafe(isKept);
    session.set({ isKept });
    if (keeping.state !== "failed" || told.has(keeping.reason.kind)) return;
    told.add(keeping.reason.kind);
    session.report(keepingSaying(keeping.reason));
  }

  const keeper = createKeeper(newest, write, onKeeping);
  const setSafe = guardLeaving(page, keeper.flush);
  session.store.subscribe((now) => {
    const open = openIn(now);
    if (isSame(open, newest)) return;
    newest = open;
    keeper.keep(open);
  });
}
