/* A sheet: a picture with dots that come and go. Depth is laid down in whole numbers, so that the order of the dots
   does not matter and what was added is taken away to the last bit: however a sheet got to its dots, its bytes are
   those of one made afresh. */

import { ComposeJob } from "./kernel/jobs.ts";
import { type Engine, createKernel } from "./kernel/kernel.ts";
import { createRecord } from "./kernel/record.ts";
import { GROUND_ENTRY, GROUND_STEPS, type GroundTone, groundTable } from "./ground.ts";
import { createGlossLayer } from "./gloss.ts";
import { createGroundNodes } from "./ground-nodes.ts";
import { createMarkLists } from "./mark-lists.ts";
import type { Marks } from "./marks.ts";
import { type Box, type Part, type Pixels, wholeOf } from "./pixels.ts";
import { type Planes, boxOf, clearInk, composeAll, layPlanes } from "./planes.ts";
import { createStamps } from "./stamps.ts";
import { type Absorbance, DEEPEST, toeTable, transmissionTable } from "./transmission.ts";

export type Sheet = {
  /**
   * Shows exactly the marks i where `wanted[i]` is 1, hides those where it is 0; with `among`, a list of marks, the
   * others stay as they are. Since the sheet was made, turned or cleared `marks` may only have grown; one that was
   * never wanted may have changed; their gloss is the same, and their ground but for its ink. Gives how many are shown.
   */
  show(marks: Marks, wanted: Uint8Array, among?: Int32Array): number;
  /**
   * Composes what changed and says where that was, in pixels of the sheet; null when nothing did. A change of
   * absorbance changes all that has ink, and one of the ground's tone too. `tone`: of no use where marks have no
   * ground; without it theirs is not shown. `soon`: where the ground alone changed, and by no more than a dot
   * or two make, it may be left for the next time: while a slider goes on, a picture is out of date anyway.
   */
  compose(absorbance: Absorbance, tone?: GroundTone, soon?: boolean): Box | null;
  /** Whether the last composing left something. */
  readonly unsettled: boolean;
  /**
   * The composed picture, RGBA, rows of `stride` pixels of which the part's width count. Of use until the next call of
   * the sheet.
   */
  picture(): { readonly data: Uint8ClampedArray<ArrayBuffer>; readonly stride: number };
  /** The same pixels and part without dots, for other marks: only where ink was is there anything to compose. */
  clear(): void;
  /**
   * The sheet over other pixels or another part, of any size, without dots: saves making and forgetting sheets. Throws
   * as createSheet does.
   */
  turn(pixels: Pixels, part?: Part): void;
  /** Optical depth at a pixel of the sheet in 1/1024. */
  opticalDepth(x: number, y: number): number;
};

const NO_TONE: GroundTone = { green: 0, red: 0, blue: 0 };

/** The difference of a node, 1/65536 of a mean depth, that changes code 255 by about twenty: more than one dot's. */
const leastSeen = ({ green, red, blue }: GroundTone): number =>
  (20 * 65_536) / 255 / Math.max(1e-6, green / 2.4 + Math.max(red, blue) / 4);

/**
 * A sheet over a part of `pixels`, which are copied. No dots at first. One that is composed but `once`, at each turn,
 * is composed in the copy itself and saves another. Throws RangeError when sizes and bytes differ or the part lies
 * outside.
 */
export function createSheet(
  pixels: Pixels,
  part: Part = wholeOf(pixels),
  engine: Engine = "fastest",
  composed: "often" | "once" = "often",
): Sheet {
  const kernel = createKernel(engine);
  const { memory, loops } = kernel;
  const stamps = createStamps(kernel);
  const lists = createMarkLists(kernel);
  const job = createRecord(memory, ComposeJob);
  const toe = memory.room(65_536);
  const transmission = memory.room(8 * (DEEPEST + 1));
  const tones = memory.room(GROUND_ENTRY * GROUND_STEPS);
  memory.views.u8.set(toeTable(), toe);
  memory.views.u8.set(groundTable(NO_TONE), tones);
  job.set({ transmission, deepest: DEEPEST, toe });
  const nodes = createGroundNodes(kernel, job, { tone: tones, toe }, composed === "once");
  const gloss = createGlossLayer(memory, job, composed === "once");
  const floor = memory.end;

  let place = part;
  let planes = lay(pixels, part);
  let absorbed: Absorbance | null = null;
  let toned: GroundTone = NO_TONE;
  let begun = false;
  let unsettled = false;
  let shownCount = 0;

  function lay(of: Pixels, at: Part): Planes & { readonly end: number } {
    const laid = layPlanes(memory, floor, of, at, composed === "once");
    const { plane, stride, blocks, across, high, source, picture } = laid;
    lists.job.set({ plane, stride, blocks, across });
    job.set({ plane, stride, blocks, across, high, source, picture });
    return { ...laid, end: memory.end };
  }

  /** Gives back all that was kept of marks. */
  function forgetMarks(): void {
    memory.cut(planes.end);
    lists.forget();
    stamps.forget();
    nodes.forget();
    gloss.forget();
    job.set({ source: planes.source });
    begun = false;
    shownCount = 0;
  }

  return {
    show(marks, wanted, among) {
      const { job: shown } = lists;
      if (!begun) {
        begun = true;
        if (marks.gloss) gloss.lay(marks.gloss, place, planes);
        if (marks.ground) nodes.lay(marks.ground, place, planes);
      }
      lists.want(wanted, marks.count);
      lists.compare(marks.count, among);
      stamps.bake(marks, shown.get("unbaked"), shown.get("unbakedCount"), shown.get("stampOf"), place);
      nodes.soak(marks, shown.get("unbaked"), shown.get("unbakedCount"));
      const stay = shownCount - shown.get("goCount");
      shownCount = stay + shown.get("comeCount");
      if (shown.get("goCount") > stay) {
        // To lay those that stay is less work than to take the others away.
        clearInk(memory, planes);
        nodes.clear();
        lists.comeAgain(marks.count);
      } else {
        loops.splat(shown.at, shown.get("go"), shown.get("goCount"), 1);
        nodes.change(shown.get("go"), shown.get("goCount"), 1);
      }
      loops.splat(shown.at, shown.get("come"), shown.get("comeCount"), 0);
      nodes.change(shown.get("come"), shown.get("comeCount"), 0);
      return shownCount;
    },
    get unsettled() {
      return unsettled;
    },
    compose(absorbance, tone = NO_TONE, soon = false) {
      if (!absorbed || absorbance.some((each, channel) => each !== absorbed?.[channel])) {
        absorbed = absorbance;
        memory.views.u16.set(transmissionTable(absorbance), transmission >> 1);
        composeAll(memory, planes);
      }
      const retoned = tone.green !== toned.green || tone.red !== toned.red || tone.blue !== toned.blue;
      if (retoned) {
        toned = tone;
        memory.views.u8.set(groundTable(tone), tones);
      }
      unsettled = nodes.tint(soon ? leastSeen(tone) : 0, retoned);
      loops.compose(job.at);
      const east = job.get("east");
      return east < 0 ? null : boxOf(place, job.get("west"), job.get("north"), east, job.get("south"));
    },
    picture: () => ({
      data: new Uint8ClampedArray(memory.views.u8.buffer, planes.picture, 4 * planes.area),
      stride: planes.stride,
    }),
    clear() {
      forgetMarks();
      clearInk(memory, planes);
    },
    turn(others, elsewhere = wholeOf(others)) {
      planes = lay(others, elsewhere);
      place = elsewhere;
      forgetMarks();
    },
    opticalDepth: (x, y) => memory.views.u16[(planes.plane >> 1) + y * planes.stride + x],
  };
}
