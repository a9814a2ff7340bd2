/* Fingers and a pen on the stage: what one, two and three of them do, and what a palm does not. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Hand, createGestures, wheelFactor } from "../../src/editor/gestures.ts";
import { nearestHandle } from "../../src/editor/tool.ts";
import type { Point2 } from "../../src/core/geometry/vector.ts";
import type { Carry } from "../../src/core/head/handles.ts";

const handle = { id: "crown", at: { x: 100, y: 100 } };

const hands = { kind: "touch", eraser: false, pans: false } as const satisfies Hand;
const pen: Hand = { ...hands, kind: "pen" };
const palm: Hand = hands;

/** `draws`: the tool takes strokes; `holds`: a head lies about (300, 300) that is carried as a whole. */
function stage(draws = false, holds = false) {
  const told: string[] = [];
  let zoom = 1;
  let pan: Point2 = { x: 0, y: 0 };
  const carried: Carry[] = [];
  const machine = createGestures({
    handleAt: (p) => (Math.hypot(p.x - 100, p.y - 100) < 20 ? handle : null),
    dragStart: (id) => told.push(`start ${id}`),
    dragTo: (id, p) => told.push(`${id} to ${p.x},${p.y}`),
    dragEnd: (id) => told.push(`end ${id}`),
    strokeBegin: ({ at }) => {
      if (draws) told.push(`stroke ${at.x},${at.y}`);
      return draws;
    },
    strokeTo: (spots) => told.push(...spots.map(({ at }) => `to ${at.x},${at.y}`)),
    strokeEnd: () => told.push("stroke end"),
    strokeDrop: () => told.push("stroke dropped"),
    holds: (p) => holds && Math.hypot(p.x - 300, p.y - 300) < 100,
    carryBegin: () => told.push("carry"),
    carry: (by) => carried.push(by),
    carryEnd: () => told.push("carry end"),
    pan: (dx, dy) => (pan = { x: pan.x + dx, y: pan.y + dy }),
    zoom: (factor) => (zoom *= factor),
  });
  const gestures = {
    ...machine,
    down: (finger: number, at: Point2, hand: Hand) => machine.down(finger, { at, pressure: null }, hand),
    move: (finger: number, ...places: readonly Point2[]) =>
      machine.move(
        finger,
        places.map((at) => ({ at, pressure: null })),
      ),
  };
  return { gestures, told, carried, zoom: () => zoom, pan: () => pan };
}

describe("fingers on a head that is carried as a whole", () => {
  const head = () => stage(false, true);

  test("one carries it, whatever way it goes, and beside it pans the photo", () => {
    const { gestures, told, carried, pan } = head();
    gestures.down(1, { x: 300, y: 300 }, hands);
    gestures.move(1, { x: 310, y: 290 });
    gestures.move(1, { x: 900, y: 290 });
    gestures.up(1);
    gestures.down(1, { x: 500, y: 300 }, hands);
    gestures.move(1, { x: 510, y: 300 });
    gestures.up(1);
    const straight = { times: 1, clockwise: 0 };
    expect(carried).toEqual([
      { from: { x: 300, y: 300 }, to: { x: 310, y: 290 }, ...straight },
      { from: { x: 310, y: 290 }, to: { x: 900, y: 290 }, ...straight },
    ]);
    expect(told).toEqual(["carry", "carry end"]);
    expect(pan()).toEqual({ x: 10, y: 0 });
  });

  test("a touch that hardly moves, and the middle button, leave it where it is", () => {
    const { gestures, told, pan } = head();
    gestures.down(1, { x: 300, y: 300 }, hands);
    gestures.move(1, { x: 305, y: 304 });
    gestures.up(1);
    gestures.down(2, { x: 300, y: 300 }, { kind: "mouse", eraser: false, pans: true });
    gestures.move(2, { x: 340, y: 300 });
    gestures.up(2);
    expect(told).toEqual([]);
    expect(pan()).toEqual({ x: 40, y: 0 });
  });

  test("two size it, and roll it once they turn on purpose; it is one gesture from the first finger on", () => {
    const { gestures, told, carried, zoom } = head();
    gestures.down(1, { x: 260, y: 300 }, hands);
    gestures.move(1, { x: 250, y: 300 });
    gestures.down(2, { x: 350, y: 300 }, hands);
    gestures.move(2, { x: 450, y: 301 });
    gestures.move(2, { x: 430, y: 380 });
    gestures.move(2, { x: 400, y: 450 });
    expect(carried[1].times).toBeCloseTo(2, 3);
    expect(carried[1].clockwise).toBe(0);
    expect(carried[2].clockwise).toBe(0);
    // From 23.96 to 45 degrees.
    expect(carried[3].clockwise).toBeCloseTo(45 - (Math.atan2(80, 180) * 180) / Math.PI, 6);
    gestures.up(1);
    gestures.move(2, { x: 500, y: 450 });
    gestures.up(2);
    expect(carried).toHaveLength(4);
    expect(told).toEqual(["carry", "carry end"]);
    expect(zoom()).toBe(1);
  });

  test("two about a middle beside it zoom the photo, and it stays", () => {
    const { gestures, carried, zoom } = head();
    gestures.down(1, { x: 300, y: 300 }, hands);
    gestures.down(2, { x: 600, y: 300 }, hands);
    gestures.move(2, { x: 900, y: 300 });
    expect(carried).toEqual([]);
    expect(zoom()).toBeCloseTo(2, 9);
  });

  test("two that come down and go again have done nothing", () => {
    const { gestures, told } = head();
    gestures.down(1, { x: 260, y: 300 }, hands);
    gestures.down(2, { x: 340, y: 300 }, hands);
    gestures.up(1);
    gestures.up(2);
    expect(told).toEqual([]);
  });
});

describe("fingers on the stage", () => {
  test("one on the bare photo pans it", () => {
    const { gestures, told, pan } = stage();
    gestures.down(1, { x: 300, y: 300 }, hands);
    gestures.move(1, { x: 310, y: 290 });
    gestures.up(1);
    expect(pan()).toEqual({ x: 10, y: -10 });
    expect(told).toEqual([]);
  });

  test("one near a handle drags it without a jump", () => {
    const { gestures, told } = stage();
    gestures.down(1, { x: 108, y: 100 }, hands);
    gestures.move(1, { x: 118, y: 105 });
    gestures.up(1);
    expect(told).toEqual(["start crown", "crown to 110,105", "end crown"]);
  });

  test("two pinch about the point between them", () => {
    const { gestures, zoom, pan } = stage();
    gestures.down(1, { x: 300, y: 300 }, hands);
    gestures.down(2, { x: 400, y: 300 }, hands);
    gestures.move(2, { x: 500, y: 300 });
    expect(zoom()).toBeCloseTo(2, 9);
    expect(pan()).toEqual({ x: 50, y: 0 });
  });

  test("a second one ends a drag and begins a pinch", () => {
    const { gestures, told } = stage();
    gestures.down(1, { x: 100, y: 100 }, hands);
    gestures.down(2, { x: 300, y: 100 }, hands);
    gestures.move(1, { x: 90, y: 100 });
    expect(told).toEqual(["start crown", "end crown"]);
  });

  test("the one that is left after a pinch pans on", () => {
    const { gestures, pan } = stage();
    gestures.down(1, { x: 300, y: 300 }, hands);
    gestures.down(2, { x: 400, y: 300 }, hands);
    gestures.up(1);
    gestures.move(2, { x: 405, y: 300 });
    expect(pan()).toEqual({ x: 5, y: 0 });
  });

  test("a third one changes nothing", () => {
    const { gestures, zoom } = stage();
    gestures.down(1, { x: 300, y: 300 }, hands);
    gestures.down(2, { x: 400, y: 300 }, hands);
    gestures.down(3, { x: 500, y: 500 }, hands);
    gestures.move(3, { x: 900, y: 900 });
    gestures.up(3);
    expect(zoom()).toBe(1);
  });
});

describe("a stroke", () => {
  test("is told from where it begins, by every spot that it passes, to where it ends", () => {
    const { gestures, told } = stage(true);
    gestures.down(1, { x: 300, y: 300 }, hands);
    gestures.move(1, { x: 301, y: 300 }, { x: 304, y: 301 });
    gestures.up(1);
    expect(told).toEqual(["stroke 300,300", "to 301,300", "to 304,301", "stroke end"]);
  });

  test("leaves handles to be dragged, and the middle button to pan", () => {
    const { gestures, told, pan } = stage(true);
    gestures.down(1, { x: 108, y: 100 }, hands);
    gestures.up(1);
    gestures.down(1, { x: 100, y: 100 }, { kind: "mouse", eraser: false, pans: true });
    gestures.move(1, { x: 110, y: 100 });
    gestures.up(1);
    expect(told).toEqual(["start crown", "end crown"]);
    expect(pan()).toEqual({ x: 10, y: 0 });
  });

  test("that was the first finger of a pinch leaves nothing; a long one ends", () => {
    const short = stage(true);
    short.gestures.down(1, { x: 300, y: 300 }, hands);
    short.gestures.move(1, { x: 306, y: 300 });
    short.gestures.down(2, { x: 400, y: 300 }, hands);
    expect(short.told.at(-1)).toBe("stroke dropped");
    const long = stage(true);
    long.gestures.down(1, { x: 300, y: 300 }, hands);
    long.gestures.move(1, { x: 400, y: 300 });
    long.gestures.down(2, { x: 400, y: 400 }, hands);
    expect(long.told.at(-1)).toBe("stroke end");
  });

  test("that the system takes away leaves nothing", () => {
    const { gestures, told } = stage(true);
    gestures.down(1, { x: 300, y: 300 }, hands);
    gestures.move(1, { x: 400, y: 300 });
    gestures.cancel(1);
    expect(told.at(-1)).toBe("stroke dropped");
  });
});

/** What a palm may do: fingers 7 and 8 come down, slide and lift in any order. */
type Slide = { readonly act: "down" | "move" | "up" | "cancel"; readonly finger: 7 | 8; readonly p: Point2 };
const slide: fc.Arbitrary<Slide> = fc.record({
  act: fc.constantFrom("down" as const, "move" as const, "up" as const, "cancel" as const),
  finger: fc.constantFrom(7 as const, 8 as const),
  p: fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 600 }) }),
});

describe("a palm beside a pen", () => {
  const lay = ({ gestures }: ReturnType<typeof stage>, slides: readonly Slide[]): void => {
    for (const { act, finger, p } of slides) {
      if (act === "down") gestures.down(finger, p, palm);
      else if (act === "move") gestures.move(finger, p);
      else gestures[act](finger);
    }
  };

  test("neither draws, zooms nor ends the stroke, whatever it does while the pen is down", () => {
    fc.assert(
      fc.property(fc.array(slide), fc.array(slide), (early, late) => {
        const on = stage(true);
        on.gestures.down(1, { x: 300, y: 300 }, pen);
        lay(on, early);
        on.gestures.move(1, { x: 320, y: 300 });
        lay(on, late);
        on.gestures.up(1);
        expect(on.told).toEqual(["stroke 300,300", "to 320,300", "stroke end"]);
        expect([on.zoom(), on.pan()]).toEqual([1, { x: 0, y: 0 }]);
      }),
      { seed: 8, numRuns: 60 },
    );
  });

  test("that lay there first leaves nothing of what it had begun", () => {
    const { gestures, told, pan, zoom } = stage(true);
    gestures.down(7, { x: 500, y: 500 }, palm);
    gestures.move(7, { x: 503, y: 500 });
    gestures.down(1, { x: 300, y: 300 }, pen);
    gestures.move(7, { x: 560, y: 520 });
    gestures.move(1, { x: 310, y: 300 });
    gestures.up(1);
    gestures.move(7, { x: 590, y: 500 });
    expect(told.slice(2)).toEqual(["stroke dropped", "stroke 300,300", "to 310,300", "stroke end"]);
    expect([zoom(), pan()]).toEqual([1, { x: 0, y: 0 }]);
  });
});

describe("the wheel", () => {
  test("zooms in and out by the same factor", () => {
    const turn = { deltaMode: 0, ctrlKey: false };
    expect(wheelFactor({ ...turn, deltaY: 100 }) * wheelFactor({ ...turn, deltaY: -100 })).toBeCloseTo(1, 12);
  });

  test("of any make does not leap in one turn", () => {
    expect(wheelFactor({ deltaMode: 2, ctrlKey: false, deltaY: -50 })).toBeLessThan(3);
  });
});

describe("the nearest handle", () => {
  const handles = [
    { id: "a", label: "A", at: { x: 0, y: 0 } },
    { id: "b", label: "B", at: { x: 10, y: 0 } },
  ];

  test("is found within reach", () => {
    expect(nearestHandle(handles, { x: 7, y: 0 }, 20)?.id).toBe("b");
  });

  test("is none beyond it", () => {
    expect(nearestHandle(handles, { x: 40, y: 0 }, 20)).toBeNull();
  });
});
