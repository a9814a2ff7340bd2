/* The face in an open photo, and the head fitted by it. Begun when a photo is opened or called a front view; whoever takes the handles meanwhile has the last word. */

import { useless } from "../../core/head/face-doubt.ts";
import { apart } from "../../core/geometry/vector.ts";
import { type Scale, uncertainty } from "../../core/head/scale.ts";
import type { Face } from "../../core/head/face.ts";
import { hairlineOfShape } from "../../core/hairline/hairline.ts";
import { heightByThirds } from "../../core/hairline/thirds.ts";
import { type Shade, usualShade } from "../../core/pigment/shades.ts";
import type { PhotoId, View } from "../../core/head/view.ts";
import {
  type Consultation,
  type Plan,
  inShade,
  inPhoto,
  turnedTo,
  viewOfPhoto,
  withScale,
} from "../../core/plan/consultation.ts";
import { type SessionStore, photoAtHand } from "../../store/session.ts";
import { readFaces } from "../../workers/face-host.ts";
import { doubtSentence, failureSentence } from "../messages.ts";
import type { Services } from "../services.ts";
import { headBox } from "./head-box.ts";

const BUSY = "Looking for the face…";

/** Side of the picture that faces are looked for in, px. */
const SIDE = 1024;

/** Looks for faces in an open photo and fits the head to the largest. */
export async function readFace(services: Services, photo: PhotoId): Promise<void> {
  const { session, desk } = services;
  const viewNow = (): View | undefined => {
    const { consultation } = session.store.getState();
    return consultation ? viewOfPhoto(consultation, photo) : undefined;
  };
  const view = viewNow();
  if (!view) return;
  const stop = new AbortController();
  const cancel = (): void => stop.abort();
  /** A head that somebody has moved is not to be touched. */
  const current = (): boolean => viewNow() === view;
  // Whoever takes the handles, or another side of the head, waits for no face.
  const watch = session.store.subscribe(() => !current() && cancel());
  session.read(photo, { faces: [], face: 0 });
  session.set({ busy: BUSY, task: { share: 0.1, cancel } });
  try {
    const { pixels, shrink } = await desk.host().ask<"small">({ ask: "small", photo, side: SIDE });
    const found = await readFaces(pixels, stop.signal, (share) => session.set({ task: { share, cancel } }));
    if (!current()) return;
    const faces = severally(found.map((face) => face.map(({ x, y }) => ({ x: x * shrink, y: y * shrink }))));
    if (faces.length === 0) return session.set({ note: { kind: "news", text: NO_FACE } });
    session.read(photo, { faces });
    await fitTo(services, photo, faces.indexOf(faces.toSorted((a, b) => breadth(b) - breadth(a))[0]), (change) =>
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

const NO_FACE = "No face is seen here. Choose what the photo shows, then drag the handles until the wire matches.";
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

/** Fits the head in the photo at hand to the face that a person chose among those found. */
export async function chooseFace(services: Services, index: number): Promise<void> {
  const { session } = services;
  const photo = photoAtHand(session.store.getState());
  if (!photo) return;
  session.set({ busy: BUSY });
  try {
    await fitTo(services, photo.id, index, session.edit);
  } catch (reason) {
    session.set({ note: { kind: "problem", text: failureSentence("face", reason) } });
  } finally {
    session.set({ busy: null });
  }
}

async function fitTo(services: Services, id: PhotoId, index: number, edit: SessionStore["edit"]): Promise<void> {
  const { session, desk, viewfinder } = services;
  const { consultation, photos } = session.store.getState();
  const photo = photos.get(id);
  const face = photo?.faces[index];
  if (!photo || !consultation || !face) return;
  session.read(id, { face: index });
  const asked = turnedTo(consultation, id);
  const { view, doubt, skin } = await desk
    .host()
    .ask<"face">({ ask: "face", consultation: asked, face, lens: photo.lens });
  if (doubt && useless(doubt)) return session.set({ note: { kind: "news", text: doubtSentence(doubt) } });
  edit((now) =>
    inPhoto(now, id, (before) => {
      // Somebody has moved this head meanwhile, or made it larger: the fit is no longer its own.
      if (before.view !== asked.view || before.vault !== asked.vault) return before;
      const byFace: Scale = { source: "face", photo: id };
      const surer = view.eyes !== null && uncertainty(before.scale) > uncertainty(byFace);
      const sized = withScale({ ...before, view }, surer ? byFace : before.scale);
      return { ...sized, plan: started(before, sized, face, photo.skin?.shade, skin?.shade) };
    }),
  );
  if (skin) session.read(id, { skin });
  const { faces } = photo;
  const others = faces.length > 1 ? ` ${faces.length} faces are in this photo: choose whose head it is.` : "";
  const text = doubt ? doubtSentence(doubt) : "Head fitted by the face: check the wire.";
  session.set({ note: { kind: "news", text: text + others } });
  const now = session.store.getState().consultation;
  if (!doubt && now?.view.photo === id) viewfinder.aim(headBox(now.vault, now.view));
}

/** The plan on the head that was found: what nobody has chosen yet, line and shade, follows face and skin. */
function started(
  before: Consultation,
  { vault, view, plan }: Consultation,
  face: Face,
  suggested: Shade = usualShade,
  shade: Shade = suggested,
): Plan {
  const { shape, cover } = plan.hairline;
  const untouched =
    JSON.stringify(before.plan.hairline) === JSON.stringify(hairlineOfShape(before.vault, shape, cover));
  const asSuggested = plan.shades.every(({ parts, name }) => parts === suggested.parts && name === suggested.name);
  return {
    ...(asSuggested ? inShade(plan, shade) : plan),
    hairline: untouched ? hairlineOfShape(vault, shape, cover, heightByThirds(vault, view, face)) : plan.hairline,
  };
}
