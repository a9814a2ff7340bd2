/* A page and a worker in one thread: the two ends of a channel. */
import { type Given, type Handlers, answer } from "../../src/workers/bridge/answer.ts";

const THROWN = {
  RangeError: new RangeError("no such level"),
  AbortError: new DOMException("stopped there", "AbortError"),
  text: "only text",
};

export type Words = {
  echo: [string, string];
  /** Answered when the test says so. */
  wait: [string, string];
  throw: [keyof typeof THROWN, null];
  sum: [Uint8Array<ArrayBuffer>, number];
  fill: [number, Uint8Array<ArrayBuffer>];
};

export type Waiting = {
  readonly question: string;
  readonly signal: AbortSignal;
  readonly progress: (share: number) => void;
  /** Answers, and hands these over. */
  readonly answer: (said: string, transfer?: Transferable[]) => void;
};

/** A worker that has been asked nothing yet. `port` is the page's end of it. */
export function startWorker(more: Partial<Handlers<Words>> = {}) {
  const { port1: port, port2: inside } = new MessageChannel();
  const heard: string[] = [];
  const waiting: Waiting[] = [];
  answer<Words>(inside, {
    echo: (question) => {
      heard.push(question);
      return { answer: question };
    },
    wait: (question, { signal, progress }) => {
      heard.push(question);
      return new Promise<Given<string>>((resolve) => {
        const end = (said: string, transfer: Transferable[] = []): void => resolve({ answer: said, transfer });
        waiting.push({ question, signal, progress, answer: end });
      });
    },
    throw: (name) => {
      throw THROWN[name];
    },
    sum: (bytes) => ({ answer: bytes.reduce((sum, byte) => sum + byte, 0) }),
    fill: (length) => {
      const bytes = new Uint8Array(length).fill(7);
      return { answer: bytes, transfer: [bytes.buffer] };
    },
    ...more,
  });
  return {
    port,
    heard,
    waiting,
    /** As when the system ends it: not a word more. */
    die: () => inside.close(),
    /** A word that is no answer. */
    say: (reply: unknown) => inside.postMessage(reply),
  };
}

/** For `vi.waitFor`: how long a busy machine may take. */
export const PATIENT = { timeout: 60_000, interval: 5 };

export type TestWorker = ReturnType<typeof startWorker>;
