/* The ground tone: the same bytes by every way and by either kernel, as much of it as there is ink, and none where a
   picture shows none. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Engine,
  type Ground,
  type GroundTone,
  type Marks,
  type Pixels,
  type Sheet,
  MARK,
  createMarks,
  createSheet,
  paintBands,
  throughGround,
  wholeOf,
} from "../../../src/core/stipple/stipple.ts";

const ABSORBS = [1.2, 0.84, 0.66] as const;
const TONE: GroundTone = { green: 0.5, red: 1.1, blue: 0.4 };
const [WIDTH, HEIGHT] = [90, 70];

/** From black to white, every channel its own. */
const colours = (width = WIDTH, height = HEIGHT): Pixels => ({
  width,
  height,
  data: Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => (i % 4 === 3 ? 255 : (i * 131) % 256)),
});

const evenSkin = (width = WIDTH, height = HEIGHT): Pixels => ({
  width,
  height,
  data: Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => [175, 136, 114, 255][i % 4]),
});

/** All of it, in squares of 8 px, on so much of the picture. */
const whole = (width = WIDTH, height = HEIGHT): Ground["share"] => ({
  left: -16,
  top: -16,
  width: Math.ceil(width / 8) + 4,
  height: Math.ceil(height / 8) + 4,
  shrink: 8,
  share: new Uint8Array((Math.ceil(width / 8) + 4) * (Math.ceil(height / 8) + 4)).fill(128),
});

function crowd(count = 400, share = whole(), step = 6, width = WIDTH, height = HEIGHT): Marks {
  const marks = createMarks(count);
  const ink = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const [x, y, radius] = [(i * 37.7) % width, (i * 23.3) % height, 0.5 + ((i * 7) % 5) / 4];
    marks.at.set([x, y, 1, 0, 0.8, radius, 1], MARK * i);
    ink[i] = Math.PI * radius * radius * Math.sqrt(0.8);
  }
  return { ...marks, count, ground: { step, share, ink } };
}
const those = ({ count }: Marks, wanted: (i: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: count }, (_, i) => (wanted(i) ? 1 : 0));
const bytesOf = (sheet: Sheet): string => {
  sheet.compose(ABSORBS, TONE);
  return Buffer.from(sheet.picture().data).toString("latin1");
};

test("WebAssembly and plain TypeScript give the same bytes, whatever the step and the size", () => {
  const anyGround = fc.record({
    step: fc.double({ min: 1, max: 25, noNaN: true }),
    factor: fc.constantFrom(1, 0.5, 0.25),
    shrink: fc.double({ min: 1, max: 20, noNaN: true }),
    tone: fc.record({
      green: fc.double({ min: 0, max: 3, noNaN: true }),
      red: fc.double({ min: 0, max: 4, noNaN: true }),
      blue: fc.double({ min: 0, max: 4, noNaN: true }),
    }),
    some: fc.integer({ min: 1, max: 7 }),
  });
  const law = fc.property(anyGround, ({ step, factor, shrink, tone, some }) => {
    const share = { ...whole(), left: 11, top: -7, shrink, share: whole().share.map((_, i) => (i * 97) % 256) };
    const marks = crowd(400, share, step, WIDTH / factor, HEIGHT / factor);
    const drawn = (["fastest", "plain"] as const satisfies readonly Engine[]).map((engine) => {
      const sheet = createSheet(colours(), { ...wholeOf(colours()), factor }, engine);
      sheet.show(
        marks,
        those(marks, (i) => i % some === 0),
      );
      sheet.compose(ABSORBS, tone);
      return Buffer.from(sheet.picture().data).toString("latin1");
    });
    expect(drawn[0] === drawn[1]).toBe(true);
  });
  fc.assert(law, { seed: 15, numRuns: 20 });
});

test("by every way to the same dots the same bytes; hiding all gives the photo back", () => {
  const marks = crowd();
  const worked = createSheet(colours());
  const bare = bytesOf(worked);
  for (let pass = 0; pass < 60; pass++) {
    worked.show(
      marks,
      those(marks, (i) => (i * 7 + pass) % (2 + (pass % 5)) > 0),
    );
    if (pass % 4 === 0) worked.compose(ABSORBS, TONE);
  }
  worked.show(
    marks,
    those(marks, (i) => i % 3 > 0),
  );
  const fresh = createSheet(colours());
  fresh.show(
    marks,
    those(marks, (i) => i % 3 > 0),
  );
  expect(bytesOf(worked) === bytesOf(fresh)).toBe(true);
  worked.show(
    marks,
    those(marks, () => false),
  );
  expect(bytesOf(worked) === bare).toBe(true);
});

test("what is left while a slider goes on differs by some codes, and is made good the next time", () => {
  const marks = crowd();
  const sheet = createSheet(evenSkin());
  const show = (of: Sheet, last: number): void =>
    void of.show(
      marks,
      those(marks, (i) => i < last),
    );
  show(sheet, 400);
  sheet.compose(ABSORBS, TONE);
  const left: boolean[] = [];
  for (const last of [398, 396, 394, 392]) {
    show(sheet, last);
    sheet.compose(ABSORBS, TONE, true);
    left.push(sheet.unsettled);
  }
  const moving = Uint8Array.from(sheet.picture().data);
  const fresh = createSheet(evenSkin());
  show(fresh, 392);
  fresh.compose(ABSORBS, TONE);
  expect(left).toContain(true);
  const apart = moving.map((code, i) => Math.abs(code - fresh.picture().data[i]));
  expect(Math.max(...apart)).toBeGreaterThan(0);
  expect(Math.max(...apart)).toBeLessThanOrEqual(20);
  sheet.compose(ABSORBS, TONE);
  expect(sheet.unsettled).toBe(false);
  expect(bytesOf(sheet) === bytesOf(fresh)).toBe(true);
});

test("cleared, or turned to another part, a sheet is one made afresh, with a share that ends in it", () => {
  const share = { ...whole(), left: 30, top: 20, width: 4, height: 3, share: new Uint8Array(12).fill(100) };
  const [first, second] = [crowd(), crowd(300, share, 4)];
  const every = (marks: Marks): Uint8Array => those(marks, () => true);
  const fresh = createSheet(colours());
  fresh.show(second, every(second));
  for (const again of ["clear", "turn"] as const) {
    const sheet = createSheet(colours());
    sheet.show(first, every(first));
    bytesOf(sheet);
    if (again === "clear") sheet.clear();
    else sheet.turn(colours());
    sheet.show(second, every(second));
    expect(bytesOf(sheet) === bytesOf(fresh)).toBe(true);
  }
});

test("in bands the same bytes as in one", () => {
  const [width, height] = [60, 20_000];
  const photo = colours(width, height);
  const marks = crowd(4000, whole(width, height), 9, width, height);
  const list = Int32Array.from({ length: marks.count }, (_, i) => i).filter((i) => i % 3 > 0);
  const out = new Uint8ClampedArray(photo.data.length);
  expect([...paintBands(photo, marks, list, ABSORBS, out, TONE)].length).toBeGreaterThan(3);
  const sheet = createSheet(photo);
  sheet.show(
    marks,
    those(marks, (i) => i % 3 > 0),
  );
  sheet.compose(ABSORBS, TONE);
  const { data, stride } = sheet.picture();
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from(data.buffer, data.byteOffset + 4 * stride * y, 4 * width).equals(
      Buffer.from(out.buffer, 4 * width * y, 4 * width),
    ),
  );
  expect(rows.filter((same) => !same)).toEqual([]);
});

test("as much as there is ink: far from every edge each channel is as reckoned, to a code", () => {
  const [width, height] = [240, 200];
  // Ink alone, so that no dot is in the way: a mark of nothing that says how much it has.
  const marks = createMarks(1600);
  for (let i = 0; i < 1600; i++) marks.at.set([6 * (i % 40) + 3, 5 * Math.floor(i / 40) + 2, 1, 0, 1, 0, 0], MARK * i);
  const ink = new Float64Array(1600).fill(0.4 * 30);
  const sheet = createSheet(evenSkin(width, height));
  sheet.show(
    { ...marks, count: 1600, ground: { step: 7.3, share: whole(width, height), ink } },
    new Uint8Array(1600).fill(1),
  );
  sheet.compose(ABSORBS, TONE);
  const { data, stride } = sheet.picture();
  const lift = 14.025;
  const reckoned = throughGround(0.4, TONE, [175 + lift, 136 + lift, 114 + lift]).map((code) => code - lift);
  for (let y = 40; y < 160; y += 7) {
    for (let x = 40; x < 200; x += 11) {
      const at = 4 * (stride * y + x);
      reckoned.forEach((code, channel) => expect(Math.abs(data[at + channel] - code)).toBeLessThan(1));
    }
  }
});

test("where a picture shows none of it nothing changes, and grey keeps its hue", () => {
  const none = { ...whole(), share: new Uint8Array(whole().share.length) };
  const [shown, hidden] = [whole(), none].map((share) => {
    const sheet = createSheet(colours());
    const marks = crowd(400, share);
    sheet.show(
      { ...marks, at: marks.at.map((value, k) => (k % MARK === MARK - 1 ? 0 : value)) },
      those(marks, () => true),
    );
    return bytesOf(sheet);
  });
  expect(hidden === bytesOf(createSheet(colours()))).toBe(true);
  expect(shown === hidden).toBe(false);
  const grey = throughGround(0.7, TONE, [120, 120, 120]);
  expect(grey[0]).toBeCloseTo(grey[1], 9);
  expect(grey[2]).toBeCloseTo(grey[1], 9);
});
