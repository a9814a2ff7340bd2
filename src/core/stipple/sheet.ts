/* A sheet: a picture with dots that come and go. Depth is laid down in whole numbers, so that the order of the dots does not matter and what was added is taken
   away to the last bit: however a sheet got to its dots, its bytes are those of one made afresh. */

import { type Engine, createKernel } from "./kernel/kernel.ts";
import { MARK, type Marks } from "./marks.ts";
import { PROFILE_ROW, PROFILE_ROWS, profileTable } from "./profile.ts";
import { type Absorbance, DEEPEST, passingTable, toeTable } from "./tone.ts";

/** Where the sheet lies in the picture that the marks are told in: seen `factor` times as large, its corner at (left, top) of that. */
export type Place = { readonly factor: number; readonly left: number; readonly top: number };
export const WHOLE: Place = { factor: 1, left: 0, top: 0 };

export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

export type Sheet = {
  readonly width: number;
  readonly height: number;
  /**
   * Shows exactly the marks i for which `wanted(i)` holds; with `among`, a list of marks, the others stay as they are. `marks` may only have grown
   * since. Gives how many are shown.
   */
  show(marks: Marks, wanted: (i: number) => boolean, among?: ArrayLike<number>): number;
  /** Composes what changed and says where that was, in pixels; null when nothing did. A change of absorbance changes all. */
  compose(absorbance: Absorbance): Box | null;
  /** The composed picture, RGBA, rows of `stride` pixels of which `width` count. Of use until the next call of the sheet. */
  picture(): { readonly data: Uint8ClampedArray<ArrayBuffer>; readonly stride: number };
  /** The same sheet over other pixels of the same size at another place, without dots. */
  turn(pixels: Uint8ClampedArray | Uint8Array, place: Place): void;
  /** Depth at a pixel in 1/1024. */
  depth(x: number, y: number): number;
  /** Bytes the sheet holds. */
  readonly bytes: number;
};

/** Variance of the photo's own softness, half a pixel, and of a pixel's box. */
const BLUR2 = 0.25 + 1 / 12;
/** Blocks that are composed as one. */
const BLOCK_WIDE = 16;
const BLOCK_HIGH = 4;
/** Marks baked, and stamps laid, at a time. */
const BATCH = 4096;
/** Room for one dot's profile while it is baked: a radius of 100 px and its blur. Larger dots are not drawn. */
const SCRATCH = 256 * 256;
/** Stamps lie in chunks, since a memory only grows. */
const CHUNK = 1 << 20;

/**
 * A sheet over `pixels`: RGBA bytes, sRGB, `width` x `height`. No dots at first. Throws RangeError when sizes and bytes differ.
 */
export function createSheet(
  width: number,
  height: number,
  pixels: Uint8ClampedArray | Uint8Array,
  start: Place = WHOLE,
  engine: Engine = "fastest",
): Sheet {
  const { memory, loops } = createKernel(engine);
  const across = Math.ceil(width / BLOCK_WIDE);
  const high = Math.ceil(height / BLOCK_HIGH);
  const stride = across * BLOCK_WIDE;
  const area = stride * high * BLOCK_HIGH;
  const profile = memory.room(2 * PROFILE_ROWS * PROFILE_ROW);
  const toe = memory.room(65_536);
  const passing = memory.room(8 * (DEEPEST + 1));
  const scratch = memory.room(2 * SCRATCH);
  const batch = memory.room(8 * MARK * BATCH);
  const stamps = memory.room(4 * BATCH);
  const plane = memory.room(2 * area);
  const bounds = memory.room(16);
  const dirty = memory.room(across * high + BLOCK_WIDE);
  const source = memory.room(4 * area);
  const picture = memory.room(4 * area);
  memory.views.u16.set(profileTable(), profile >> 1);
  memory.views.u8.set(toeTable(), toe);

  let place = start;
  let shown = new Uint8Array(0);
  /** Where each mark's stamp begins; 0: nothing of it falls on the sheet; -1: not baked yet. */
  let stampAt = new Int32Array(0);
  const chunks: number[] = [];
  let chunksUsed = 0;
  let chunk = 0;
  let chunkEnd = 0;
  /** Marks that come, go, and come for the first time: lists kept, since they are made at every step of a slider. */
  let come = new Int32Array(0);
  let go = new Int32Array(0);
  let raw = new Int32Array(0);
  let absorbed = "";
  let shownCount = 0;

  function widen(count: number): void {
    if (count <= shown.length) return;
    const room = Math.max(count, Math.ceil(shown.length * 1.5));
    const [oldShown, oldStamps] = [shown, stampAt];
    shown = new Uint8Array(room);
    stampAt = new Int32Array(room).fill(-1);
    [come, go, raw] = [new Int32Array(room), new Int32Array(room), new Int32Array(room)];
    shown.set(oldShown);
    stampAt.set(oldStamps);
  }

  function lay(pixels: Uint8ClampedArray | Uint8Array): void {
    if (pixels.length !== width * height * 4) {
      throw new RangeError(`${width} x ${height} pixels need ${width * height * 4} bytes: got ${pixels.length}`);
    }
    const { u8 } = memory.views;
    for (let y = 0; y < height; y++) {
      u8.set(pixels.subarray(4 * width * y, 4 * width * (y + 1)), source + 4 * stride * y);
    }
    u8.copyWithin(picture, source, source + 4 * area);
  }

  lay(pixels);

  /** Bakes the marks listed in `list`. */
  function bake(marks: Marks, list: Int32Array, count: number): void {
    for (let done = 0; done < count;) {
      const part = Math.min(BATCH, count - done);
      const { f64 } = memory.views;
      for (let k = 0, to = batch >> 3; k < part; k++, to += MARK) {
        const from = MARK * list[done + k];
        for (let n = 0; n < MARK; n++) f64[to + n] = marks.at[from + n];
      }
      const { factor, left, top } = place;
      const end = loops.bake(
        batch,
        part,
        factor,
        left,
        top,
        width,
        height,
        stride,
        profile,
        PROFILE_ROWS,
        scratch,
        stamps,
        chunk,
        chunkEnd,
        BLUR2,
      );
      const baked = end >= 0 ? part : -1 - end;
      const { i32 } = memory.views;
      for (let k = 0; k < baked; k++) {
        const stamp = i32[(stamps >> 2) + k];
        stampAt[list[done + k]] = stamp;
        if (stamp > 0) chunk = stamp + 16 + i32[(stamp >> 2) + 1] * i32[(stamp >> 2) + 2] * 16;
      }
      done += baked;
      if (end >= 0) continue;
      if (chunksUsed === chunks.length) chunks.push(memory.room(CHUNK));
      chunk = chunks[chunksUsed++];
      chunkEnd = chunk + CHUNK;
    }
  }

  function splat(list: Int32Array, count: number, away: 0 | 1): void {
    for (let done = 0; done < count; done += BATCH) {
      const part = Math.min(BATCH, count - done);
      const { i32 } = memory.views;
      for (let k = 0; k < part; k++) i32[(stamps >> 2) + k] = stampAt[list[done + k]];
      loops.splat(stamps, part, plane, stride, dirty, across, away);
    }
  }

  return {
    width,
    height,
    show(marks, wanted, among) {
      widen(marks.count);
      let [comes, goes, raws] = [0, 0, 0];
      const count = among ? among.length : marks.count;
      for (let k = 0; k < count; k++) {
        const i = among ? among[k] : k;
        const want = wanted(i) ? 1 : 0;
        if (want === shown[i]) continue;
        shown[i] = want;
        if (want) {
          come[comes++] = i;
          if (stampAt[i] < 0) raw[raws++] = i;
        } else {
          go[goes++] = i;
        }
      }
      bake(marks, raw, raws);
      splat(go, goes, 1);
      splat(come, comes, 0);
      shownCount += comes - goes;
      return shownCount;
    },
    compose(absorbance) {
      const { u8, u16 } = memory.views;
      if (absorbed !== absorbance.join()) {
        absorbed = absorbance.join();
        u16.set(passingTable(absorbance), passing >> 1);
        for (let b = dirty; b < dirty + across * high; b++) if (u8[b]) u8[b] = 3;
      }
      loops.tone(plane, stride, high, dirty, across, source, picture, passing, DEEPEST, toe, bounds);
      const [west, north, east, south] = memory.views.i32.subarray(bounds >> 2, (bounds >> 2) + 4);
      if (east < 0) return null;
      const left = west * BLOCK_WIDE;
      const top = north * BLOCK_HIGH;
      return {
        left,
        top,
        width: Math.min(width, (east + 1) * BLOCK_WIDE) - left,
        height: Math.min(height, (south + 1) * BLOCK_HIGH) - top,
      };
    },
    picture: () => ({
      data: new Uint8ClampedArray(memory.views.u8.buffer, picture, 4 * area),
      stride,
    }),
    turn(others, elsewhere) {
      lay(others);
      place = elsewhere;
      memory.views.u16.fill(0, plane >> 1, (plane >> 1) + area);
      memory.views.u8.fill(0, dirty, dirty + across * high);
      shown.fill(0);
      stampAt.fill(-1);
      shownCount = 0;
      [chunksUsed, chunk, chunkEnd] = [0, 0, 0];
    },
    depth: (x, y) => memory.views.u16[(plane >> 1) + y * stride + x],
    get bytes() {
      return memory.views.u8.length + 5 * shown.length;
    },
  };
}
