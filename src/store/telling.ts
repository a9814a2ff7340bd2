/* What is told of the work: what is being waited for, what did not work, and good news of photos. */

import { areEqual } from "../core/equal-parts.ts";
import type { PhotoId } from "../core/head/view.ts";
import type { Saying } from "../core/saying.ts";

/** Something that takes a while. */
export type Job = {
  readonly id: number;
  /** What is being done. */
  readonly doing: Saying;
  /** How far it is, 0..1; null where that cannot be said. */
  readonly share: number | null;
  /** Gives it up; null where that cannot be. */
  readonly giveUp: (() => void) | null;
};

/** What did not work. It stays until it is sent away, whatever else happens. */
export type Problem = {
  readonly id: number;
  readonly says: Saying;
  /** Tries it once more; null where that is done elsewhere. */
  readonly again: (() => void) | null;
};

/** News by photo, and under null that of all, the latest last. */
export type News = ReadonlyMap<PhotoId | null, Saying>;

/** The part of the session that telling changes. */
export type Told = {
  /** What is being waited for, the latest last. */
  readonly jobs: readonly Job[];
  readonly problems: readonly Problem[];
  /** The last good news of each photo, and under null that of all. With the next change it has had its time. */
  readonly news: News;
};

export function newsWithout(news: News, photo: PhotoId | null): News {
  const rest = new Map(news);
  rest.delete(photo);
  return rest;
}

/** With one thing more that is tried again. */
const withAgain = (told: Problem, again: () => void): Problem => ({
  ...told,
  again: () => {
    told.again?.();
    again();
  },
});

export function createTelling(get: () => Told, set: (change: Partial<Told>) => void) {
  let lastId = 0;

  const setJob = (id: number, change: (job: Job) => Job | null): void =>
    set({ jobs: get().jobs.flatMap((job) => (job.id === id ? (change(job) ?? []) : [job])) });

  return {
    /** Something that takes a while begins; it is told until `end`. */
    begin(doing: Saying, giveUp: (() => void) | null = null) {
      const id = ++lastId;
      set({ jobs: [...get().jobs, { id, doing, share: giveUp ? 0 : null, giveUp }] });
      return {
        /** 0..1 */
        progress: (share: number): void => setJob(id, (job) => ({ ...job, share })),
        /** It goes on with something else. */
        goOn: (next: Saying): void => setJob(id, (job) => ({ ...job, doing: next })),
        end: (): void => setJob(id, () => null),
      };
    },
    /** Good news, of one photo or of all. */
    say(says: Saying, photo: PhotoId | null = null): void {
      set({ news: new Map(newsWithout(get().news, photo)).set(photo, says) });
    },
    /** Something did not work: told until it is sent away, once. What is told of several is tried again for all. */
    report(says: Saying, again: (() => void) | null = null): void {
      const { problems } = get();
      const told = problems.find((one) => areEqual(one.says, says));
      if (!told) return set({ problems: [...problems, { id: ++lastId, says, again }] });
      if (again) set({ problems: problems.map((one) => (one === told ? withAgain(told, again) : one)) });
    },
    dismiss(id: number): void {
      set({ problems: get().problems.filter((problem) => problem.id !== id) });
    },
  };
}
