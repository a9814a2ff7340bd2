/* The picture worker that holds the open photos, and a spare one that is ready for the next client. A new client gets a
   worker of its own, and only when all went well does it take the old one's place: whatever happens on the way, the
   open work stays as it was. */

import type { PictureHost } from "../workers/host.ts";
import { warmUp } from "./warm-up.ts";

export type WorkerPool = {
  /** Gets a spare worker ready, if there is none. */
  prepare(): void;
  /** A worker beside the one in use: the spare one, or a new one. */
  begin(): PictureHost;
  /** Puts a worker in use and lets the old one go. */
  take(host: PictureHost): void;
  /** Lets the worker in use go; no photo is open any more. */
  clear(): void;
  /** The worker in use. Throws when no photo is open. */
  host(): PictureHost;
};

export function createWorkerPool(start: () => PictureHost): WorkerPool {
  let current: PictureHost | null = null;
  let spare: PictureHost | null = null;

  return {
    prepare() {
      if (spare) return;
      const host = start();
      spare = host;
      warmUp(host).catch(() => {
        // Whoever needs a worker next starts a new one, and hears then what is wrong.
        if (spare === host) spare = null;
        host.close();
      });
    },
    begin() {
      const host = spare ?? start();
      spare = null;
      return host;
    },
    take(host) {
      current?.close();
      current = host;
    },
    clear() {
      current?.close();
      current = null;
    },
    host() {
      if (!current) throw new RangeError("no photo is open, so there is no picture worker");
      return current;
    },
  };
}
