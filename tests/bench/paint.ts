/* What is painted, against the peers. */

import Konva from "konva";
import { MARK, type Marks, type Sheet, createSheet, paintBands } from "../../src/core/stipple/stipple.ts";
import { type Entry, against, median, timed } from "./measure.ts";
import { TONE, ballMarks, skin } from "./scene.ts";

const WIDTH = 1632;
const HEIGHT = 1224;
const DOTS = 50_000;
const ABSORBS = [1.2, 1.08, 0.98] as const;

const canvasOf = (width: number, height: number): CanvasRenderingContext2D => {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  // Read often: the fastest mode for the peers too where there is no graphics card.
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  return context;
};

/** Puts what was composed on the canvas, all of it or the part that changed. */
function put(
  context: CanvasRenderingContext2D,
  sheet: Sheet,
  part: { left: number; top: number; width: number; height: number },
): void {
  const { data, stride } = sheet.picture();
  context.putImageData(new ImageData(data, stride), 0, 0, part.left, part.top, part.width, part.height);
}

const dotOf = (marks: Marks, i: number): { x: number; y: number; r: number } => {
  const m = MARK * i;
  return {
    x: marks.at[m],
    y: marks.at[m + 1],
    r: marks.at[m + 5] * Math.sqrt(Math.max(marks.at[m + 2], marks.at[m + 4])),
  };
};

function batches(context: CanvasRenderingContext2D, marks: Marks, chosen?: (x: number, y: number) => boolean): void {
  context.fillStyle = "rgba(40, 32, 28, 0.6)";
  for (let batch = 0; batch < 16; batch++) {
    context.beginPath();
    for (let i = batch; i < marks.count; i += 16) {
      const { x, y, r } = dotOf(marks, i);
      if (chosen && !chosen(x, y)) continue;
      context.moveTo(x + r, y);
      context.arc(x, y, r, 0, 2 * Math.PI);
    }
    context.fill();
  }
}

export function paintEntries(repeats: number): Record<string, Entry> {
  const photo = skin(WIDTH, HEIGHT);
  const marks = ballMarks(WIDTH, HEIGHT, DOTS);
  const context = canvasOf(WIDTH, HEIGHT);
  const sheet = createSheet({ width: WIDTH, height: HEIGHT, data: photo });
  const [all, none] = [new Uint8Array(DOTS).fill(1), new Uint8Array(DOTS)];
  sheet.show(marks, all);
  sheet.compose(ABSORBS, TONE);

  const putChanged = (soon = false): void => {
    const part = sheet.compose(ABSORBS, TONE, soon);
    if (part) put(context, sheet, part);
  };

  // A whole frame: every dot taken away and laid again, every pixel composed and put.
  const frame = timed(repeats, () => {
    sheet.show(marks, none);
    sheet.show(marks, all);
    putChanged();
  });
  let round = 0;
  const wanted = new Uint8Array(DOTS);
  const ranks = Float64Array.from({ length: DOTS }, (_, i) => i);
  const step = timed(repeats, () => {
    round++;
    // As the app does: a rank against the density, mark by mark, at every step; and while the slider goes on the ground
    // tone of single dots is left for the next time.
    const limit = DOTS - (round % 2) * Math.round(DOTS / 60);
    for (let i = 0; i < DOTS; i++) wanted[i] = ranks[i] < limit ? 1 : 0;
    sheet.show(marks, wanted);
    putChanged(true);
  });
  // A brush over 2 % of the picture: its dots go and come.
  const side = Math.sqrt(0.02 * WIDTH * HEIGHT);
  const [left, top] = [WIDTH / 2 - side / 2, HEIGHT / 2 - side / 2];
  const within = (x: number, y: number): boolean => x >= left && x < left + side && y >= top && y < top + side;
  sheet.show(marks, all);
  sheet.compose(ABSORBS, TONE);
  const brushed = Int32Array.from({ length: DOTS }, (_, i) => i).filter((i) =>
    within(dotOf(marks, i).x, dotOf(marks, i).y),
  );
  let shown = true;
  const brush = timed(repeats, () => {
    shown = !shown;
    sheet.show(marks, shown ? all : none, brushed);
    putChanged(true);
  });
  sheet.show(marks, all);
  // Composing alone, every pixel that has ink.
  const compose = median(
    Array.from({ length: 3 * repeats }, () => {
      sheet.show(marks, none);
      sheet.show(marks, all);
      const from = performance.now();
      sheet.compose(ABSORBS, TONE);
      return performance.now() - from;
    }),
  );
  const target = new Uint8ClampedArray(photo.length);
  const copy = timed(repeats, () => target.set(photo));

  // Peers.
  const peer = canvasOf(WIDTH, HEIGHT);
  const image = new ImageData(photo, WIDTH, HEIGHT);
  const arcs = timed(repeats, () => {
    peer.putImageData(image, 0, 0);
    batches(peer, marks);
    peer.getImageData(0, 0, 1, 1);
  });
  const clip = timed(repeats, () => {
    peer.save();
    peer.beginPath();
    peer.rect(left, top, side, side);
    peer.clip();
    peer.clearRect(left, top, side, side);
    batches(peer, marks, within);
    peer.restore();
    peer.getImageData(0, 0, 1, 1);
  });
  const holder = document.createElement("div");
  document.body.append(holder);
  const stage = new Konva.Stage({ container: holder, width: WIDTH, height: HEIGHT });
  const layer = new Konva.Layer({ listening: false });
  stage.add(layer);
  const circles = Array.from({ length: DOTS }, (_, i) => {
    const { x, y, r } = dotOf(marks, i);
    return new Konva.Circle({
      x,
      y,
      radius: r,
      fill: "rgba(40, 32, 28, 0.6)",
      listening: false,
      perfectDrawEnabled: false,
    });
  });
  layer.add(...circles);
  const drawn = (): void => {
    layer.draw();
    layer.getContext().getImageData(0, 0, 1, 1);
  };
  const konva = timed(repeats, drawn);
  const some = circles.slice(-Math.round(DOTS / 60));
  const konvaStep = timed(repeats, () => {
    round++;
    for (const circle of some) circle.visible(round % 2 === 0);
    drawn();
  });
  stage.destroy();
  return {
    "paint.frame": against(frame, konva, "Konva.Circle nodes, layer.draw()"),
    "paint.frame.canvas": against(frame, arcs, "canvas 2D, 16 batches of arcs"),
    "paint.step": against(step, konvaStep, "Konva.Circle nodes, some hidden, full redraw"),
    "paint.brush": against(brush, clip, "canvas 2D, clip and redraw of the rectangle"),
    "paint.bound": { ...against(compose, copy, "one copy of the frame's bytes"), bound: 5 * copy },
  };
}

export function exportEntries(repeats: number): Record<string, Entry> {
  const [width, height] = [4000, 3000];
  const data = skin(width, height);
  const marks = ballMarks(width, height, DOTS);
  const all = Int32Array.from({ length: DOTS }, (_, i) => i);
  // Where the picture goes is made before, as the peer's canvas is.
  const out = new Uint8ClampedArray(data.length);
  const ours = timed(repeats, () => {
    const bands = paintBands({ width, height, data }, marks, all, ABSORBS, out, TONE);
    while (!bands.next().done);
  });
  const image = new ImageData(data, width, height);
  const context = canvasOf(width, height);
  const arcs = timed(repeats, () => {
    context.putImageData(image, 0, 0);
    batches(context, marks);
    context.getImageData(0, 0, width, height);
  });
  return { "export.12mp": against(ours, arcs, "canvas 2D arcs, photo in and pixels out") };
}
