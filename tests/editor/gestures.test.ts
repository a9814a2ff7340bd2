/* Fingers on the stage: what one, two and three of them do. */
import { describe, expect, test } from "vitest";
import { createGestures, wheelFactor } from "../../src/editor/gestures.ts";
import { nearestHandle } from "../../src/editor/tool.ts";
import type { Point2 } from "../../src/core/geometry/vector.ts";

const handle = { id: "crown", at: { x: 100, y: 100 } };

function stage() {
  const told: string[] = [];
  let zoom = 1;
  let pan: Point2 = { x: 0, y: 0 };
  const gestures = createGestures({
    handleAt: (p) => (Math.hypot(p.x - 100, p.y - 100) < 20 ? handle : null),
    dragStart: (id) => told.push(`start ${id}`),
    dragTo: (id, p) => told.push(`${id} to ${p.x},${p.y}`),
    dragEnd: (id) => told.push(`end ${id}`),
    pan: (dx, dy) => (pan = { x: pan.x + dx, y: pan.y + dy }),
    zoom: (factor) => (zoom *= factor),
  });
  return { gestures, told, zoom: () => zoom, pan: () => pan };
}

describe("fingers on the stage", () => {
  test("one on the bare photo pans it", () => {
    const { gestures, told, pan } = stage();
    gestures.down(1, { x: 300, y: 300 }, true);
    gestures.move(1, { x: 310, y: 290 });
    gestures.up(1);
    expect(pan()).toEqual({ x: 10, y: -10 });
    expect(told).toEqual([]);
  });

  test("one near a handle drags it without a jump", () => {
    const { gestures, told } = stage();
    gestures.down(1, { x: 108, y: 100 }, true);
    gestures.move(1, { x: 118, y: 105 });
    gestures.up(1);
    expect(told).toEqual(["start crown", "crown to 110,105", "end crown"]);
  });

  test("two pinch about the point between them", () => {
    const { gestures, zoom, pan } = stage();
    gestures.down(1, { x: 300, y: 300 }, true);
    gestures.down(2, { x: 400, y: 300 }, true);
    gestures.move(2, { x: 500, y: 300 });
    expect(zoom()).toBeCloseTo(2, 9);
    expect(pan()).toEqual({ x: 50, y: 0 });
  });

  test("a second one ends a drag and begins a pinch", () => {
    const { gestures, told } = stage();
    gestures.down(1, { x: 100, y: 100 }, true);
    gestures.down(2, { x: 300, y: 100 }, true);
    gestures.move(1, { x: 90, y: 100 });
    expect(told).toEqual(["start crown", "end crown"]);
  });

  test("the one that is left after a pinch pans on", () => {
    const { gestures, pan } = stage();
    gestures.down(1, { x: 300, y: 300 }, true);
    gestures.down(2, { x: 400, y: 300 }, true);
    gestures.up(1);
    gestures.move(2, { x: 405, y: 300 });
    expect(pan()).toEqual({ x: 5, y: 0 });
  });

  test("a third one changes nothing", () => {
    const { gestures, zoom } = stage();
    gestures.down(1, { x: 300, y: 300 }, true);
    gestures.down(2, { x: 400, y: 300 }, true);
    gestures.down(3, { x: 500, y: 500 }, true);
    gestures.move(3, { x: 900, y: 900 });
    gestures.up(3);
    expect(zoom()).toBe(1);
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
