/* Keeps the pictures on the stage up to date, one question at a time: first the one that is looked at, then, when all
   is still, the others (the whole photo under a close-up, and both without dots, so that "before" comes at once). */

import { type Frame, sameFrame } from "../core/picture/frame-sheets.ts";
import type { Scene } from "../core/plan/scene.ts";

/** The four pictures that may lie on the stage; the bare ones have no dots. */
export const slots = ["base", "detail", "bareBase", "bareDetail"] as const;
export type Slot = (typeof slots)[number];

/** What is laid on a frame: all of it anew, or the part that differs from the picture before. */
export type Patch = { readonly bitmap: ImageBitmap; readonly left: number; readonly top: number };

export type Drawn = {
  readonly frame: Frame;
  /** Null where nothing differs. */
  readonly patch: Patch | null;
  readonly whole: boolean;
  /** Tells this picture from all others. */
  readonly serial: number;
  readonly dots: number;
  /** False while more dots are on their way. */
  readonly complete: boolean;
  /** False where it is to be drawn once more when all is still. */
  readonly settled: boolean;
};
export type Draw = (ask: {
  readonly scene: Scene;
  readonly frame: Frame;
  readonly dots: boolean;
  /** The picture that is there already. */
  readonly have: number | null;
  /** Nothing has changed for a while. */
  readonly still: boolean;
}) => Promise<Drawn | null>;

export type Wanted = {
  readonly scene: Scene;
  readonly base: Frame;
  readonly detail: Frame | null;
  readonly before: boolean;
};

type Job = { readonly slot: Slot; readonly frame: Frame };
type Sheet = {
  readonly asked: Frame;
  readonly of: Scene;
  readonly serial: number;
  readonly complete: boolean;
  readonly settled: boolean;
};

/** Milliseconds without a change after which all is still. */
const STILL = 140;

/** Milliseconds after which waiting must be explained. */
const SLOW = 400;

const bare = (slot: Slot): boolean => slot === "bareBase" || slot === "bareDetail";

/**
 * All pictures wanted, the most urgent first; on a blank stage that is the photo itself, which costs next to nothing.
 */
export function jobsOf({ base, detail, before }: Wanted, blank = false): readonly Job[] {
  const dotted: Job[] = [{ slot: "base", frame: base }];
  const clean: Job[] = [{ slot: "bareBase", frame: base }];
  if (detail) {
    dotted.unshift({ slot: "detail", frame: detail });
    clean.unshift({ slot: "bareDetail", frame: detail });
  }
  if (blank) return [{ slot: "bareBase", frame: base }, ...dotted, ...clean];
  return before ? [...clean, ...dotted] : [...dotted, ...clean];
}

export type PictureLoop = { want(wanted: Wanted): void; stop(): void };

export function createPictureLoop(doors: {
  readonly draw: Draw;
  /** Lays what was drawn on the stage, or takes the picture away. The bitmap is closed right afterwards. */
  readonly show: (slot: Slot, drawn: Pick<Drawn, "frame" | "patch" | "whole"> | null) => void;
  readonly count: (dots: number) => void;
  /** Whether the picture that is looked at is still to be drawn; told when that changes. */
  readonly behind: (behind: boolean) => void;
  /** A picture takes so long that it must be said; false when it is there. */
  readonly slow: (slow: boolean) => void;
  readonly fail: (reason: unknown) => void;
}): PictureLoop {
  const sheets = new Map<Slot, Sheet>();
  let wanted: Wanted | null = null;
  let changed = 0;
  let running = false;
  let stopped = false;
  let behind = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let slow: ReturnType<typeof setTimeout> | undefined;

  /** Without dots a picture is the same for every plan. */
  function isFresh({ slot, frame }: Job, { scene }: Wanted): boolean {
    const sheet = sheets.get(slot);
    const isDone = sheet?.of === scene && sheet.complete && sheet.settled;
    return sheet !== undefined && sameFrame(sheet.asked, frame) && (bare(slot) || isDone);
  }

  /** It is there but for what takes long. */
  function waits({ slot, frame }: Job, { scene }: Wanted): boolean {
    const sheet = sheets.get(slot);
    return sheet?.of === scene && sameFrame(sheet.asked, frame) && sheet.complete;
  }

  const untilStill = (): number => changed + STILL - performance.now();

  function nextJob(): { readonly job: Job; readonly of: Wanted } | null {
    if (!wanted || stopped) return null;
    const of = wanted;
    const jobs = jobsOf(of, sheets.size === 0);
    const job = jobs.find((each) => !isFresh(each, of));
    if (!job) return null;
    const wait = job === jobs[0] && !waits(job, of) ? 0 : untilStill();
    if (wait <= 0) return { job, of };
    clearTimeout(timer);
    timer = setTimeout(() => void run(), wait);
    return null;
  }

  function tellBehind(now: boolean): void {
    if (now !== behind) doors.behind(now);
    behind = now;
  }

  /** Something is looked at that is not as it is wanted. */
  const isBehind = (of: Wanted): boolean => jobsOf(of).some((job) => bare(job.slot) === of.before && !isFresh(job, of));

  function take(slot: Slot): void {
    if (sheets.delete(slot)) doors.show(slot, null);
  }

  function quick(): void {
    clearTimeout(slow);
    if (!stopped) doors.slow(false);
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    try {
      for (let next = nextJob(); next; next = nextJob()) {
        const { job, of } = next;
        slow = setTimeout(() => doors.slow(true), SLOW);
        const there = sheets.get(job.slot);
        const have = there && sameFrame(there.asked, job.frame) ? there.serial : null;
        const ask = { scene: of.scene, frame: job.frame, dots: !bare(job.slot), have, still: untilStill() <= 0 };
        const drawn = await doors.draw(ask).finally(quick);
        if (!drawn) continue;
        const unwanted = stopped || !wanted || !jobsOf(wanted).some(({ slot }) => slot === job.slot);
        if (!unwanted) {
          const { serial, complete, settled } = drawn;
          sheets.set(job.slot, { asked: job.frame, of: of.scene, serial, complete, settled });
          doors.show(job.slot, drawn);
        }
        drawn.patch?.bitmap.close();
        if (unwanted) continue;
        tellBehind(wanted !== null && isBehind(wanted));
        if (!bare(job.slot)) doors.count(drawn.dots);
      }
    } catch (reason) {
      // The next change tries again; without one, asking the same again would only fail the same way.
      if (!stopped) doors.fail(reason);
      tellBehind(false);
    } finally {
      running = false;
    }
  }

  return {
    want(next) {
      wanted = next;
      changed = performance.now();
      const slotsWanted = new Set(jobsOf(next).map(({ slot }) => slot));
      for (const slot of slots) if (!slotsWanted.has(slot)) take(slot);
      tellBehind(isBehind(next));
      void run();
    },
    stop() {
      // A worker that is let go never answers: what waits for it is not said any more.
      quick();
      stopped = true;
      tellBehind(false);
      clearTimeout(timer);
      for (const slot of slots) take(slot);
    },
  };
}
