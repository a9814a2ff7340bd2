/* Undo and redo. A step is the scene before a change and after it: the document, and where it was being looked at. What
   the app finds out by itself in the meantime (a face, a photo beside) belongs to no step and stays through all of
   them: a step is taken back part by part, and parts that it did not touch are left as they are now. What was found out
   about a photo that the step itself has brought goes with it, and comes back with it. */

import { withEqualParts } from "../core/equal-parts.ts";
import { type Document, grownDocument } from "../core/plan/document.ts";
import { type Scene, cursorWithin } from "../core/plan/scene.ts";

type Step = { readonly before: Scene; readonly after: Scene };

export type History = {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
};

export const noHistory: History = { past: [], future: [] };

/** Steps that are remembered. */
const MOST = 200;

/** The same steps, each scene put another way. */
export function mapped({ past, future }: History, put: (scene: Scene) => Scene): History {
  const step = ({ before, after }: Step): Step => ({ before: put(before), after: put(after) });
  return { past: past.map(step), future: future.map(step) };
}

/** With a step more; what had been undone is gone. */
export const withStep = ({ past }: History, step: Step): History => ({
  past: [...past, step].slice(-MOST),
  future: [],
});

/** One step back from the scene as it is now; null where there is none. */
export function undone(
  { past, future }: History,
  now: Scene,
): { readonly history: History; readonly scene: Scene } | null {
  const step = past.at(-1);
  if (!step) return null;
  const scene = moved(now, step.after, step.before);
  return { history: { past: past.slice(0, -1), future: [...future, asNow(step, scene, now)] }, scene };
}

export function redone(
  { past, future }: History,
  now: Scene,
): { readonly history: History; readonly scene: Scene } | null {
  const step = future.at(-1);
  if (!step) return null;
  const scene = moved(now, step.before, step.after);
  return { history: { past: [...past, asNow(step, now, scene)], future: future.slice(0, -1) }, scene };
}

/** The step between the documents that there are now on both sides of it, seen as it was. */
const asNow = ({ before, after }: Step, first: Scene, second: Scene): Step => ({
  before: { ...before, document: first.document },
  after: { ...after, document: second.document },
});

/** The scene in which what differs between two documents is as in the second, seen as the step was. */
function moved(now: Scene, from: Scene, to: Scene): Scene {
  const document = carried(now.document, from.document, to.document);
  return { document, cursor: cursorWithin(document, to.cursor) };
}

function carried(now: Document, from: Document, to: Document): Document {
  if (now === from) return to;
  // The head may have been found to be of another size since: both ends of the step grow with it.
  const times = now.vault.halfBreadth / from.vault.halfBreadth;
  if (times === 1) return partByPart(now, from, to) as Document;
  const grown = grownDocument(from, times);
  return partByPart(now, grown, withEqualParts(grown, grownDocument(to, times))) as Document;
}

type Bag = Readonly<Record<string, unknown>>;
const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null && !Array.isArray(value);

/** Lists of things that have names are taken apart by those, so that what has come since stays. */
const nameOf = (value: unknown): unknown => (isBag(value) ? value.photo : undefined);
const isNamed = (list: unknown): list is readonly unknown[] =>
  Array.isArray(list) && list.length > 0 && list.every((one) => nameOf(one) !== undefined);

function partByPart(now: unknown, from: unknown, to: unknown): unknown {
  if (Object.is(from, to)) return now;
  if (Object.is(now, from)) return to;
  if (isBag(now) && isBag(from) && isBag(to)) {
    const keys = [...new Set([...Object.keys(now), ...Object.keys(to)])].filter((key) => key in to || !(key in from));
    return Object.fromEntries(keys.map((key) => [key, partByPart(now[key], from[key], to[key])]));
  }
  if (isNamed(now) && isNamed(from) && isNamed(to)) return listByName(now, from, to);
  if (isList(now) && isList(from) && isList(to) && now.length === to.length && from.length === to.length) {
    return to.map((one, i) => partByPart(now[i], from[i], one));
  }
  return to;
}

/** Lists of things that have parts: plans, shades. */
const isList = (value: unknown): value is readonly Bag[] => Array.isArray(value) && value.every(isBag);

/** Those of `to`, as they are now where the step did not touch them, and those that have come since. */
function listByName(now: readonly unknown[], from: readonly unknown[], to: readonly unknown[]): readonly unknown[] {
  const find = (list: readonly unknown[], one: unknown): unknown => list.find((other) => nameOf(other) === nameOf(one));
  const kept = to.flatMap((one) => {
    const [then, present] = [find(from, one), find(now, one)];
    if (then === undefined) return [one];
    return present === undefined ? [] : [partByPart(present, then, one)];
  });
  const since = now.filter((one) => find(from, one) === undefined && find(to, one) === undefined);
  return [...kept, ...since];
}
