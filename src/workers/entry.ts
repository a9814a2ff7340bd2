/* The picture worker: answers one question at a time. Only an export goes on while others are answered, and can be
   given up. */

import { createSceneDrawer } from "./answers/draw-scene.ts";
import { createOpenPhotos } from "./answers/open-photos.ts";
import { face, fit, skin, trace } from "./answers/read-head.ts";
import type { Answer, Ask, Call, PictureQuestions, Reply } from "./protocol.ts";

const photos = createOpenPhotos();
const drawer = createSceneDrawer(photos);

type Given<K extends keyof PictureQuestions> = { readonly answer: Answer<K>; readonly transfer?: Transferable[] };
type Task = { readonly signal: AbortSignal; readonly progress: (share: number) => void };
type Answerer = {
  readonly [K in keyof PictureQuestions]: (ask: Ask<K>, task: Task) => Given<K> | Promise<Given<K>>;
};

const answers: Answerer = {
  open: (ask) => ({ answer: photos.open(ask) }),
  keep: (ask) => {
    photos.keep(ask.photos);
    return { answer: null };
  },
  fit: (ask) => ({ answer: fit(photos, ask) }),
  trace: (ask) => ({ answer: trace(photos, ask) }),
  face: (ask) => ({ answer: face(photos, ask) }),
  skin: (ask) => ({ answer: skin(photos, ask) }),
  small: ({ photo, side }) => {
    const { pixels, shrink } = photos.small(photo, side);
    const data = pixels.data.slice();
    return { answer: { pixels: { ...pixels, data }, shrink }, transfer: [data.buffer] };
  },
  draw: async (ask) => {
    const answer = await drawer.draw(ask);
    return { answer, transfer: [answer.bitmap] };
  },
  thumbnail: async (ask) => {
    const answer = await drawer.thumbnail(ask);
    return { answer, transfer: answer ? [answer] : [] };
  },
  measure: (ask) => ({ answer: drawer.measure(ask) }),
  export: async (ask, { signal, progress }) => {
    const answer = await drawer.export(ask, signal, progress);
    return { answer, transfer: [answer.pixels.data.buffer] };
  },
};

/** Questions that are being answered. */
const running = new Map<number, AbortController>();

function post(reply: Reply, transfer: Transferable[] = []): void {
  self.postMessage(reply, { transfer });
}

async function reply(id: number, name: keyof PictureQuestions, ask: Ask): Promise<void> {
  const stop = new AbortController();
  running.set(id, stop);
  try {
    const answerer = answers[name] as (ask: Ask, task: Task) => Given<typeof name> | Promise<Given<typeof name>>;
    const progress = (share: number): void => post({ id, share });
    const { answer, transfer = [] } = await answerer(ask, { signal: stop.signal, progress });
    if (!stop.signal.aborted) post({ id, answer }, transfer);
  } catch (reason) {
    if (!stop.signal.aborted) post({ id, failure: reason instanceof Error ? reason.message : String(reason) });
  } finally {
    running.delete(id);
  }
}

self.onmessage = ({ data }: MessageEvent<Call>) => {
  if ("cancel" in data) running.get(data.id)?.abort();
  else void reply(data.id, data.name, data.ask);
};
