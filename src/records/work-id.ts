/* Which of the kept works is this tab's. Every open tab has one of its own and holds a lock on it, so that no two ever
   write over each other; a lock ends with its tab, however that ends. */

type Locks = Pick<LockManager, "request">;

/** What a browser has for it. */
export type Device = {
  /** Lends locks to secure addresses alone. */
  readonly locks: Locks | undefined;
  /** Lives as long as the tab does: through a reload and, as browsers restore it, a crash. A duplicated tab has a copy. */
  readonly session: Pick<Storage, "getItem" | "setItem">;
};

const KEY = "stubble.work";

/** Milliseconds for which the page that is reloaded may still hold its lock. */
const RELOAD = 1000;

/**
 * The work that this tab had before; in a new tab the first of `left` (the newest first) that no open tab has; else a
 * new one. It is this tab's until that is closed.
 */
export async function claimWork(locks: Locks, session: Device["session"], left: readonly string[]): Promise<string> {
  const own = session.getItem(KEY);
  const id = await firstFree(locks, own === null ? left : [own], own === null ? { ifAvailable: true } : within(RELOAD));
  const claimed = id ?? crypto.randomUUID();
  if (id === null) await claim(locks, claimed, { ifAvailable: true });
  session.setItem(KEY, claimed);
  return claimed;
}

const within = (ms: number): LockOptions => ({ signal: AbortSignal.timeout(ms) });

async function firstFree(locks: Locks, ids: readonly string[], options: LockOptions): Promise<string | null> {
  for (const id of ids) if (await claim(locks, id, options)) return id;
  return null;
}

/** Whether the lock is ours now; then it stays so. */
const claim = (locks: Locks, id: string, options: LockOptions): Promise<boolean> =>
  new Promise((resolve) => {
    const answered = locks.request(`${KEY} ${id}`, options, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise<never>(() => undefined);
    });
    // Not in time.
    answered.catch(() => resolve(false));
  });
