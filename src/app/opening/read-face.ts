/* The head in an open photo, read in its silhouette and then by its face. Begun when a photo is opened, the face alone
   when it is called a front view; whoever takes the handles meanwhile has the last word. */

import { areEqual } from "../../core/equal-parts.ts";
import { apart } from "../../core/geometry/vector.ts";
import { finishOf, hairlineOfShape } from "../../core/hairline/hairline.ts";
import { type Placed, answeredFor, isWhereItWas, placedIn } from "../head/answered.ts";
import { pixelsPerMmIn } from "../../core/head/patch.ts";
import { type Scale, uncertainty } from "../../core/head/scale.ts";
import type { Vault } from "../../core/head/vault.ts";
import type { PhotoId, View } from "../../core/head/view.ts";
import { type Document, viewOfPhoto, withChangedView, withScale } from "../../core/plan/document.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { headOf } from "../../core/plan/scene.ts";
import type { Face } from "../../core/reading/face.ts";
import { useless } from "../../core/reading/face-doubt.ts";
import { outOfProportion } from "../../core/reading/face-proportion.ts";
import { heightByThirds } from "../../core/reading/hairline-height.ts";
import type { Change } from "../../store/editing.ts";
import { type Photo, photoHere } from "../../store/session.ts";
import type { Saying } from "../../core/saying.ts";
import { saying } from "../../words/words.ts";
import { type AfterSilhouette, readSilhouette } from "./read-silhouette.ts";
import { doubtSaying, outlinedSaying } from "../messages.ts";
import type { Services } from "../services.ts";
import { type Task, during } from "../task.ts";
import { truthsOf } from "../truths.ts";
import { headBox } from "../views/head-box.ts";
import { isAway, whenBack } from "./when-back.ts";

/** Side of the picture that faces are looked for in, px. */
const SIDE = 1024;

/**
 * Looks for the person's silhouette in a photo of a client, when those before it have been looked for, and lays the
 * head on it; then for faces, and fits the head to the largest. `opened`: where the head was put in it. Once it is
 * elsewhere there, by hand or by a plan, nothing more is looked for.
 */
export const readHead = (services: Services, client: number, opened: Placed): Promise<void> =>
  inTurn(services, client, opened, async (at) => {
    if (services.session.store.getState().client !== client || !isStill(services, at)) return at;
    const after = await readSilhouette(services, at, (was) => isStill(services, was));
    if (!after) return at;
    if (after.faces >= FEW_FACES) await lookForFace(services, client, after);
    tellTruths(services, client, at.view.photo);
    return after.placed;
  });

/** What is to be known of the photo beside what was found in it. */
function tellTruths({ session }: Services, client: number, id: PhotoId): void {
  const { scene, photos, news, client: now } = session.store.getState();
  const photo = photos.get(id);
  if (!scene || !photo || now !== client || !viewOfPhoto(scene.document, id)) return;
  const cursor = { ...scene.cursor, photo: id };
  const [first] = truthsOf({ ...scene, cursor }, photo);
  const second = news.get(id);
  if (first) session.say(second ? saying("sentences", { first, second }) : first, id);
}

/** Looks for faces alone: a person has said that the photo shows one. */
export const readFace = (services: Services, client: number, opened: Placed): Promise<void> =>
  inTurn(services, client, opened, async (at) => {
    await lookForFace(services, client, { placed: at, by: "unread", faces: 1, failure: null });
    return at;
  });

/**
 * Reads when those before it have been read. What undo takes away meanwhile is read when it comes back. `read` gives
 * where the head was laid before a face had a say.
 */
const inTurn = (
  services: Services,
  client: number,
  opened: Placed,
  read: (at: Placed) => Promise<Placed>,
): Promise<void> =>
  services.faces.add(async () => {
    const { photo } = opened.view;
    const at = await read(opened);
    if (!isAway(services, client, photo)) return;
    whenBack(services, client, photo, () => void inTurn(services, client, at, read));
  });

/** Tries once more what did not work, at a person's word. */
function readAgain(services: Services, client: number, opened: Placed): void {
  const { session } = services;
  if (isStill(services, opened)) return void readHead(services, client, opened);
  if (session.store.getState().client === client) session.say(saying("news.moved"), opened.view.photo);
}

/** Where a face is less likely than this by the silhouette none is looked for: on bare scalps some are imagined. */
const FEW_FACES = 0.05;

/** Whether nobody has placed the head anew, by hand or by a plan, since it was there. */
function isStill({ session }: Services, was: Placed): boolean {
  const { scene, photos } = session.store.getState();
  const { photo } = was.view;
  const now = scene && placedIn(scene.document, photo);
  return now !== null && isWhereItWas(now, was) && photos.get(photo)?.planned !== true;
}

async function lookForFace(services: Services, client: number, after: AfterSilhouette): Promise<void> {
  const { session, intake } = services;
  const { placed: opened, by, failure } = after;
  const { photo } = opened.view;
  const { scene } = session.store.getState();
  const before = scene && placedIn(scene.document, photo);
  /** A head that somebody has moved is not to be touched. */
  const isWhere = (was: Placed): boolean => isStill(services, was);
  if (session.store.getState().client !== client || !before || !isWhere(opened)) return;
  let unwatch = (): void => {};
  const again = (): void => readAgain(services, client, before);
  const work = { doing: saying("busy.face"), broken: "face", photo, stoppable: true, again } as const;
  const ending = await during(session, work, async (task) => {
    // Whoever takes the handles, or another side of the head, waits for no face.
    unwatch = session.store.subscribe((now, past) => {
      if (now.scene?.document !== past.scene?.document && !isWhere(before)) task.stop();
    });
    task.session.read(photo, { faces: [], face: 0, proportion: null });
    task.progress(0.1);
    const { pixels, shrink } = await task.until(() => pixelsOf(services, task, photo));
    const found = await task.until(() => intake.readFaces(pixels, task.signal, task.progress));
    unwatch();
    const seen = severally(found.map((face) => face.map(({ x, y }) => ({ x: x * shrink, y: y * shrink }))));
    const faces = await likeFaces(services, task, photo, seen);
    if (faces.length === 0 && failure) return session.report(failure, again);
    if (faces.length === 0) return by === "head" ? undefined : task.session.say(noFaceSaying(before), photo);
    task.session.read(photo, { faces });
    const largest = faces.toSorted((a, b) => breadth(b) - breadth(a))[0];
    await fitTo(services, task, photo, faces.indexOf(largest), task.session.amend, by);
  });
  unwatch();
  if (ending === "stopped" && isWhere(before)) session.say(saying("news.stoppedFace"), photo);
}

/**
 * Of several those that a head can be laid by: a landmark model finds some where none are, and some twice. One alone is
 * looked at later.
 */
async function likeFaces(
  { session, pool }: Services,
  task: Task,
  id: PhotoId,
  faces: readonly Face[],
): Promise<readonly Face[]> {
  const { scene, photos } = session.store.getState();
  const asked = scene && placedIn(scene.document, id);
  if (!asked || faces.length < 2) return faces;
  const lens = photos.get(id)?.lens ?? null;
  const answers = await Promise.all(
    faces.map((face) => task.until(() => pool.host().ask("face", { ...asked, face, lens }, { signal: task.signal }))),
  );
  const like = faces.filter((_, i) => !useless(answers[i].doubt));
  return like.length > 0 ? like : faces.toSorted((a, b) => breadth(b) - breadth(a)).slice(0, 1);
}

/** What is said where no face was found. */
const noFaceSaying = ({ view }: Placed): Saying => saying(view.fittedBy === "none" ? "news.noHead" : "news.noFace");

const pixelsOf = ({ pool }: Services, { signal }: Task, photo: PhotoId) =>
  pool.host().ask("small", { photo, side: SIDE }, { signal });

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
  await during(session, { doing: saying("busy.face"), broken: "face", photo: photo.id }, (task) =>
    fitTo(services, task, photo.id, index, task.session.edit),
  );
}

async function fitTo(
  { session, pool, viewfinder }: Services,
  task: Task,
  id: PhotoId,
  index: number,
  put: (change: Change) => void,
  by: AfterSilhouette["by"] = "unread",
): Promise<void> {
  const { scene, photos } = session.store.getState();
  const photo = photos.get(id);
  const face = photo?.faces[index];
  const asked = scene && viewOfPhoto(scene.document, id);
  if (!photo || !asked || !face) return;
  task.session.read(id, { face: index });
  const before = { vault: scene.document.vault, view: asked };
  const { view, doubt, skin } = await task.until(() =>
    pool.host().ask("face", { ...before, face, lens: photo.lens }, { signal: task.signal }),
  );
  if (!doubt || !useless(doubt)) task.session.read(id, { proportion: outOfProportion(face, view.pose) });
  // Against a face with a doubt the silhouette's word stands, if it is of the same head.
  if (doubt && by === "head" && (useless(doubt) || areOne(before.vault, asked, view))) {
    const why = outlinedSaying(doubt);
    return why ? task.session.say(withFaces(why, photo), id) : undefined;
  }
  if (doubt && useless(doubt)) return task.session.say(doubtSaying(doubt), id);
  // Where the silhouette has seen nobody a face may be a drawn one: the head is laid by it, and a person has to say so.
  const isDrawn = by === "nobody";
  put(({ document }) => {
    const fit = answeredFor(document, before, view);
    if (!fit) return document;
    return isDrawn
      ? withChangedView(document, id, () => ({ ...fit, fittedBy: "none", eyes: null }))
      : withFace(document, fit, face);
  });
  if (isDrawn) return task.session.say(saying("news.drawnFace"), id);
  if (skin) task.session.read(id, { skin });
  task.session.say(withFaces(doubt ? doubtSaying(doubt) : saying("news.fitted"), photo), id);
  const now = session.store.getState().scene;
  if (!doubt && now?.cursor.photo === id) {
    const head = headOf(now);
    viewfinder.aim(headBox(head.vault, head.view));
  }
}

/** Of several faces it is asked whose head it is. */
function withFaces(first: Saying, { faces }: Photo): Saying {
  const second = saying("news.faces", { count: faces.length });
  return faces.length > 1 ? saying("sentences", { first, second }) : first;
}

/** Two readings of one head are no farther apart than this in size, and in place, by its breadth. */
const ONE = { times: 1.6, apart: 0.6 };

/** Whether two views of a photo can be of the same head. */
function areOne({ halfBreadth }: Vault, one: View, other: View): boolean {
  const [k, m] = [pixelsPerMmIn(one), pixelsPerMmIn(other)];
  const off = apart({ x: k * one.pose.x, y: k * one.pose.y }, { x: m * other.pose.x, y: m * other.pose.y });
  return Math.max(k / m, m / k) < ONE.times && off < ONE.apart * 2 * halfBreadth * m;
}

/** The document with the head of one photo fitted to a face; its size and plans follow where nobody has chosen yet. */
function withFace(document: Document, fit: View, face: Face): Document {
  const byFace: Scale = { source: "face", photo: fit.photo };
  const surer = fit.eyes !== null && uncertainty(document.scale) > uncertainty(byFace);
  const fitted = withChangedView(document, fit.photo, () => fit);
  const sized = withScale(fitted, surer ? byFace : document.scale);
  const view = viewOfPhoto(sized, fit.photo) ?? fit;
  const [first, ...more] = sized.plans.map((plan, i) =>
    started(document.vault, document.plans[i], { vault: sized.vault, view, plan }, face),
  );
  return { ...sized, plans: [first, ...more] };
}

/** The plan on the head that was found: a line that nobody has drawn yet follows the face; its shade, the skin. */
function started(
  vaultBefore: Vault,
  before: Plan,
  { vault, view, plan }: Placed & { readonly plan: Plan },
  face: Face,
): Plan {
  const { shape, cover } = plan.hairline;
  const finish = finishOf(before.hairline);
  const untouched = areEqual(before.hairline, hairlineOfShape(vaultBefore, shape, cover, undefined, finish));
  return {
    ...plan,
    hairline: untouched
      ? hairlineOfShape(vault, shape, cover, heightByThirds(vault, view, face), finish)
      : plan.hairline,
  };
}
