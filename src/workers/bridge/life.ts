/* A sign of life that needs no answer. No browser tells a page that its worker was ended; but a lock that the worker
   holds is free the moment it is gone, however long it was computing before (Web Locks, 4.4 "Termination of locks").
   There are no locks on pages without a secure address; there only silence tells (bridge.ts). */

const locks = (): LockManager | undefined => (typeof navigator === "undefined" ? undefined : navigator.locks);

/** Takes a lock for life and gives its name; null where there are no locks. */
export function holdLife(): Promise<string | null> {
  const manager = locks();
  if (!manager) return Promise.resolve(null);
  const name = `worker ${crypto.randomUUID()}`;
  return new Promise((resolve) => {
    const forLife = (): Promise<never> => {
      resolve(name);
      return new Promise(() => {});
    };
    // Refused, as in a frame of another origin: then as where there are none.
    manager.request(name, forLife).catch(() => resolve(null));
  });
}

/** Calls `ended` when nobody holds the lock any more. */
export function watchLife(name: string, signal: AbortSignal, ended: () => void): void {
  locks()
    ?.request(name, { signal }, ended)
    .catch(() => {
      // The watch was called off.
    });
}
