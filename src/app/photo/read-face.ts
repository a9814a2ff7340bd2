/* The face in the open photo, and the head fitted by it. Begun when a photo is opened or called a front view; whoever takes the handles meanwhile has the last word. */

import { useless } from "../../core/head/face-doubt.ts";
import { apart } from "../../core/geometry/vector.ts";
import { type Scale, uncertainty } from "../../core/head/scale.ts";
import type { Face } from "../../core/head/face.ts";
import { hairlineOfShape } from "../../core/hairline/hairline.ts";
import { heightByThirds } from "../../core/hairline/thirds.ts";
import { type ShadeId, usualShade } from "../../core/pigment/shades.ts";
import { type Consultation, type Plan, withScale } from "../../core/plan/consultation.ts";
import type { SessionStore } from "../../store/session.ts";
import { readFaces } from "../../workers/face-host.ts";
import { doubtSentence, failureSentence } from "../messages.ts";
import type { Services } from "../services.ts";
import { headBox } from "./head-box.ts";

const BY_FACE: Scale = { source: "face" };

const BUSY = "Looking for the face…";

/** Side of the picture that faces are looked for in, px. */
const SIDE = 1024;

/** Looks for faces in the open photo and fits the head to the largest. */
export async function readFace(services: Services): Promise<void> {
  const { session, desk } = services;
  const { photo, consultation } = session.store.getState();
  if (!photo || !consultation) return;
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  /** Another photo, or a head that somebody has moved, is not to be touched. */
  const current = (): boolean => {
    const now = session.store.getState();
    return now.photo === photo && now.consultation?.view === consultation.view;
  };
  // Whoever takes the handles, or another side of the head, waits for no face.
  const watch = session.store.subscribe(() => !current() && cancel());
  session.set({ busy: BUSY, task: { share: 0.1, cancel }, faces: [], face: 0 });
  try {
    const { pixels, shrink } = await desk.host().ask<"small">({ ask: "small", side: SIDE });
    const found = await readFaces(pixels, stop.signal, (share) => session.set({ task: { share, cancel } }));
    if (!current()) return;
    const faces = severally(found.map((face) => face.map(({ x, y }) => ({ x: x * shrink, y: y * shrink }))));
    if (faces.length === 0) return session.set({ note: { kind: "news", text: NO_FACE } });
    session.set({ faces });
    await fitTo(services, faces.indexOf(faces.toSorted((a, b) => breadth(b) - breadth(a))[0]), (change) =>
      session.settle(change),
    );
  } catch (reason) {
    if (!current()) return;
    if (stop.signal.aborted) session.set({ note: { kind: "news", text: STOPPED } });
    else session.set({ note: { kind: "problem", text: failureSentence("face", reason) } });
  } finally {
    watch();
    const { busy, task } = session.store.getState();
    if (busy === BUSY) session.set({ busy: null });
    if (task?.cancel === cancel) session.set({ task: null });
  }
}

const NO_FACE =
  "No face can be seen in this photo. Choose what the photo shows, then drag the handles until the wire matches.";
const STOPPED = "Stopped looking for the face. Drag the handles until the wire matches.";

const [EAR_LEFT, EAR_RIGHT, NOSE] = [454, 234, 1];
const breadth = (face: Face): number => Math.abs(face[EAR_LEFT].x - face[EAR_RIGHT].x);

/** Each face once, of two in one place the larger; from left to right, so that they can be named. */
function severally(found: readonly Face[]): readonly Face[] {
  const kept: Face[] = [];
  for (const face of found.toSorted((a, b) => breadth(b) - breadth(a))) {
    if (kept.every((other) => apart(other[NOSE], face[NOSE]) > breadth(other) / 2)) kept.push(face);
  }
  return kept.toSorted((a, b) => a[NOSE].x - b[NOSE].x);
}

/** Fits the head to the face that a person chose among those found. */
export async function chooseFace(services: Services, index: number): Promise<void> {
  const { session } = services;
  session.set({ busy: BUSY });
  try {
    await fitTo(services, index, session.edit);
  } catch (reason) {
    session.set({ note: { kind: "problem", text: failureSentence("face", reason) } });
  } finally {
    session.set({ busy: null });
  }
}

async function fitTo(services: Services, index: number, edit: SessionStore["edit"]): Promise<void> {
  const { session, desk, viewfinder } = services;
  const { photo, consultation, faces } = session.store.getState();
  const face = faces[index];
  if (!photo || !consultation || !face) return;
  session.set({ face: index });
  const { view, doubt, skin } = await desk.host().ask<"face">({ ask: "face", consultation, face, lens: photo.lens });
  if (session.store.getState().consultation !== consultation) return;
  if (doubt && useless(doubt)) {
    return session.set({ note: { kind: "news", text: doubtSentence(doubt) } });
  }
  const before = session.store.getState().skin;
  edit((now) => {
    const { ruler, cuts } = now.view;
    const surer = view.eyes !== null && uncertainty(now.scale) > uncertainty(BY_FACE);
    const sized = withScale({ ...now, view: { ...view, ruler, cuts } }, surer ? BY_FACE : now.scale);
    return { ...sized, plan: started(now, sized, face, before?.shade, skin?.shade) };
  });
  if (skin) session.set({ skin });
  const others = faces.length > 1 ? ` ${faces.length} faces are in this photo: choose whose head it is.` : "";
  const text = doubt ? doubtSentence(doubt) : "Head fitted by the face: check the wire.";
  session.set({ note: { kind: "news", text: text + others } });
  if (!doubt) viewfinder.aim(headBox(consultation.vault, view));
}

/** The plan on the head that was found: what nobody has chosen yet, line and shade, follows face and skin. */
function started(
  before: Consultation,
  { vault, view, plan }: Consultation,
  face: Face,
  suggested: ShadeId = usualShade,
  shade: ShadeId = plan.shade,
): Plan {
  const { shape, cover } = plan.hairline;
  const untouched =
    JSON.stringify(before.plan.hairline) === JSON.stringify(hairlineOfShape(before.vault, shape, cover));
  return {
    ...plan,
    hairline: untouched ? hairlineOfShape(vault, shape, cover, heightByThirds(vault, view, face)) : plan.hairline,
    shade: plan.shade === suggested ? shade : plan.shade,
  };
}
