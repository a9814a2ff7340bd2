/* Tabs of one browser over one IndexedDB: each has a session of its own and holds locks until it is closed. */
import { type Records, openRecords } from "../../src/records/records.ts";

type Lock = { readonly name: string };
type Answer = (lock: Lock | null) => unknown;

export type Tab = {
  readonly records: Records;
  /** The same tab, its page loaded anew. */
  reload(): Promise<Tab>;
  /** Another tab with a copy of its session, as browsers duplicate one. */
  duplicate(): Promise<Tab>;
  close(): void;
};

export function newBrowser(): { open(): Promise<Tab> } {
  const held = new Set<string>();

  async function openTab(kept: Map<string, string>): Promise<Tab> {
    const own = new Set<string>();
    const give = (name: string, answer: Answer): unknown => {
      held.add(name);
      own.add(name);
      return answer({ name });
    };
    const request = async (name: string, options: LockOptions, answer: Answer): Promise<unknown> => {
      if (!held.has(name)) return give(name, answer);
      if (options.ifAvailable) return answer(null);
      await new Promise((_, reject) => {
        options.signal?.addEventListener("abort", () => reject(new DOMException("late", "AbortError")));
      });
      throw new RangeError("nobody waits that long here");
    };
    const close = (): void => {
      for (const name of own) held.delete(name);
    };
    const opened = await openRecords({
      locks: { request } as unknown as LockManager,
      session: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => kept.set(key, value),
      },
    });
    if (!opened.ok) throw new RangeError(`no records: ${opened.reason.kind}`);
    return {
      records: opened.value,
      close,
      duplicate: () => openTab(new Map(kept)),
      reload() {
        close();
        return openTab(kept);
      },
    };
  }
  return { open: () => openTab(new Map()) };
}
