/* The face in an open photo, and the head fitted by it. Begun when a photo is opened or called a front view; whoever
   takes the handles meanwhile has the last word. */

import { areEqual } from "../../core/equal-parts.ts";
import { apart } from "../../core/geometry/vector.ts";
import { hairlineOfShape } from "../../core/hairline/hairline.ts";
import { type Scale, grownView, uncertainty } from "../../core/head/scale.ts";
import type { Vault } from "../../core/head/vault.ts";
import type { PhotoId, View } from "../../core/head/view.ts";
import { type Shade, usualShade } from "../../core/pigment/shades.ts";
import { type Document, viewOfPhoto, withChangedView, withScale } from "../../core/plan/document.ts";
import { type Plan, inShade } from "../../core/plan/plan.ts";
import { headOf } from "../../core/plan/scene.ts";
import type { Face } from "../../core/reading/face.ts";
import { useless } from "../../core/reading/face-doubt.ts";
import { heightByThirds } from "../../core/reading/hairline-height.ts";
import { type Change, photoHere } from "../../store/session.ts";
import { saying } from "../../words/words.ts";
import { doubtSaying } from "../messages.ts";
import { reportFailure } from "../report-failure.ts";
import type { Services } from "../services.ts";
import { headBox } from "../views/head-box.ts";

/** Side of the picture that faces are looked for in, px. */
const SIDE = 1024;

/** The head as a photo shows it. */
type Placed = { readonly vault: Vault; readonly view: View };

/** Whether nobody has placed the head anew; it may have been found to be of another size. */
function isWhereItWas(now: Placed, before: Placed): boolean {
  if (now.view === before.view) return true;
  const { pose, ...rest } = now.view;
  const { pose: then, ...was } = grownView(before.view, now.vault.halfBreadth / before.vault.halfBreadth);
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * (1 + Math.abs(b));
  const keys = Object.keys(pose) as (keyof typeof pose)[];
  return areEqual(rest, was) && keys.every((key) => near(pose[key], then[key]));
}

/** Looks for faces in an open photo, when those before it have been looked for, and fits the head to the largest. */
export const readFace = (services: Services, photo: PhotoId): Promise<void> => {
  const { client } = services.session.store.getState();
  return services.faces.add(() => lookForFace(services, client, photo));
};

async function lookForFace(services: Services, client: number, photo: PhotoId): Promise<void> {
  const { session, pool, intake } = services;
  const placed = (): Placed | null => {
    const state = session.store.getState();
    const view = state.client === client && state.scene && viewOfPhoto(state.scene.document, photo);
    return view && state.scene ? { vault: state.scene.document.vault, view } : null;
  };
  const before = placed();
  if (!before) return;
  const stop = new AbortController();
  /** A head that somebody has moved is not to be touched. */
  const current = (): boolean => {
    const now = placed();
    return now !== null && isWhereItWas(now, before);
  };
  // Whoever takes the handles, or another side of the head, waits for no face.
  const watch = session.store.subscribe((now, past) => {
    if (now.scene?.document !== past.scene?.document && !current()) stop.abort();
  });
  session.read(photo, { faces: [], face: 0 });
  const job = session.begin(saying("busy.face"), () => stop.abort());
  job.progress(0.1);
  try {
    const { pixels, shrink } = await pool.host().ask("small", { photo, side: SIDE });
    const found = await intake.readFaces(pixels, stop.signal, job.progress);
    if (!current()) return;
    const faces = severally(found.map((face) => face.map(({ x, y }) => ({ x: x * shrink, y: y * shrink }))));
    if (faces.length === 0) return session.say(saying("news.noFace"), photo);
    session.read(photo, { faces });
    const largest = faces.toSorted((a, b) => breadth(b) - breadth(a))[0];
    await fitTo(services, client, photo, faces.indexOf(largest), (change) => session.amend(change));
  } catch (reason) {
    if (!current()) return;
    if (stop.signal.aborted) session.say(saying("news.stoppedFace"), photo);
    else reportFailure(session, "face", reason);
  } finally {
    watch();
    job.end();
  }
}

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

/** Fits the head in the photo that is looked at to the face that a person chose among those found. */
export async function chooseFace(services: Services, index: number): Promise<void> {
  const { session } = services;
  const photo = photoHere(session.store.getState());
  if (!photo) return;
  const job = session.begin(saying("busy.face"));
  try {
    await fitTo(services, session.store.getState().client, photo.id, index, session.edit);
  } catch (reason) {
    reportFailure(session, "face", reason);
  } finally {
    job.end();
  }
}

async function fitTo(
  { session, pool, viewfinder }: Services,
  client: number,
  id: PhotoId,
  index: number,
  put: (change: Change) => void,
): Promise<void> {
  const { scene, photos } = session.store.getState();
  const photo = photos.get(id);
  const face = photo?.faces[index];
  const asked = scene && viewOfPhoto(scene.document, id);
  if (!photo || !asked || !face) return;
  session.read(id, { face: index });
  const before = { vault: scene.document.vault, view: asked };
  const { view, doubt, skin } = await pool.host().ask("face", { ...before, face, lens: photo.lens });
  if (session.store.getState().client !== client) return;
  if (doubt && useless(doubt)) return session.say(doubtSaying(doubt), id);
  put(({ document }) => {
    const now = viewOfPhoto(document, id);
    // Somebody has moved this head meanwhile: the fit is no longer its own.
    if (!now || !isWhereItWas({ vault: document.vault, view: now }, before)) return document;
    const fit = grownView(view, document.vault.halfBreadth / before.vault.halfBreadth);
    return withFace(document, fit, face, photo.skin?.shade, skin?.shade);
  });
  if (skin) session.read(id, { skin });
  const many = photo.faces.length;
  const first = doubt ? doubtSaying(doubt) : saying("news.fitted");
  const second = saying("news.faces", { count: many });
  session.say(many > 1 ? saying("sentences", { first, second }) : first, id);
  const now = session.store.getState().scene;
  if (!doubt && now?.cursor.photo === id) {
    const head = headOf(now);
    viewfinder.aim(headBox(head.vault, head.view));
  }
}

/** The document with the head of one photo fitted to a face; its size and plans follow where nobody has chosen yet. */
function withFace(document: Document, fit: View, face: Face, suggested?: Shade, shade?: Shade): Document {
  const byFace: Scale = { source: "face", photo: fit.photo };
  const surer = fit.eyes !== null && uncertainty(document.scale) > uncertainty(byFace);
  const fitted = withChangedView(document, fit.photo, () => fit);
  const sized = withScale(fitted, surer ? byFace : document.scale);
  const view = viewOfPhoto(sized, fit.photo) ?? fit;
  const [first, ...more] = sized.plans.map((plan, i) =>
    started(document.vault, document.plans[i], { vault: sized.vault, view, plan }, face, suggested, shade),
  );
  return { ...sized, plans: [first, ...more] };
}

/** The plan on the head that was found: what nobody has chosen yet, line and shade, follows face and skin. */
function started(
  vaultBefore: Vault,
  before: Plan,
  { vault, view, plan }: Placed & { readonly plan: Plan },
  face: Face,
  suggested: Shade = usualShade,
  shade: Shade = suggested,
): Plan {
  const { shape, cover } = plan.hairline;
  const untouched = areEqual(before.hairline, hairlineOfShape(vaultBefore, shape, cover));
  const asSuggested = plan.shades.every(({ parts, name }) => parts === suggested.parts && name === suggested.name);
  return {
    ...(asSuggested ? inShade(plan, shade) : plan),
    hairline: untouched ? hairlineOfShape(vault, shape, cover, heightByThirds(vault, view, face)) : plan.hairline,
  };
}
