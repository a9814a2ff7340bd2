/* A sheet: a picture with dots that come and go. Depth is laid down in whole numbers, so that the order of the dots does not matter and what was added is taken
   away to the last bit: however a sheet got to its dots, its bytes are those of one made afresh. */

import { type Engine, createKernel } from "./kernel/kernel.ts";
import { type Ink, inkIn, rowOf } from "./light.ts";
import { MARK, type Marks, SHARP, type Skin } from "./marks.ts";
import { PROFILE_ROWS, PROFILE_STEPS, profileTable } from "./profile.ts";
import { type Absorbance, DEEPEST, passingTable, toeTable } from "./tone.ts";

/** Pixels: RGBA bytes, sRGB, row by row. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
};

export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** The part of a picture that a sheet shows; in the picture all is `factor` times as large as marks tell it. */
export type Part = Box & { readonly factor: number };

export const wholeOf = ({ width, height }: Pixels): Part => ({ factor: 1, left: 0, top: 0, width, height });

export type Sheet = {
  /**
   * Shows exactly the marks i where `wanted[i]` is 1, hides those where it is 0; with `among`, a list of marks, the others stay as they are.
   * `marks` may only have grown since. Gives how many are shown.
   */
  show(marks: Marks, wanted: Uint8Array, among?: Int32Array): number;
  /** Composes what changed and says where that was, in pixels of the sheet; null when nothing did. A change of absorbance changes all that has ink. */
  compose(absorbance: Absorbance): Box | null;
  /** The composed picture, RGBA, rows of `stride` pixels of which the part's width count. Of use until the next call of the sheet. */
  picture(): { readonly data: Uint8ClampedArray<ArrayBuffer>; readonly stride: number };
  /** The sheet over other pixels or another part, of any size, without dots: saves making and forgetting sheets. Throws as createSheet does. */
  turn(pixels: Pixels, part?: Part): void;
  /** Depth at a pixel of the sheet in 1/1024. */
  depth(x: number, y: number): number;
};

/** Variance of an edge in a picture `factor` times as large as marks tell it: its softness, but that no picture is sharper than its pixels, and a pixel's box. */
export const blurOf = (soft: number, factor: number): number =>
  Math.max(SHARP * SHARP, soft * soft * factor * factor) + 1 / 12;

/** The depth of a mark at `m` that takes the light that it takes under the skin alone, seen with a blur of variance `blur2`, px^2. */
function depthIn({ soft, absorbance }: Skin, ink: Ink, at: Float64Array, m: number, blur2: number): number {
  const radius = at[m + 5];
  const skin2 = at[m + 2] * at[m + 4] - at[m + 3] * at[m + 3];
  const depth = at[m + 6];
  if (!(skin2 > 0)) return depth;
  const row = rowOf(radius * Math.sqrt(Math.sqrt(skin2) / blur2));
  return depth * ink(depth * absorbance, row, rowOf(radius / soft));
}

/** Blocks that are composed as one. */
const BLOCK_WIDE = 16;
const BLOCK_HIGH = 4;
/** Marks baked at a time. */
const BATCH = 4096;
/** Room for one dot's profile while it is baked: a radius of 100 px and its blur. Larger dots are not drawn. */
const SCRATCH = 256 * 256;
/** Stamps lie in chunks, since a memory only grows. */
const CHUNK = 1 << 20;

/**
 * A sheet over a part of `pixels`, which are copied. No dots at first. One that is composed but `once`, at each turn, is composed in the copy itself and saves another.
 * Throws RangeError when sizes and bytes differ or the part lies outside.
 */
export function createSheet(
  pixels: Pixels,
  part: Part = wholeOf(pixels),
  engine: Engine = "fastest",
  composed: "often" | "once" = "often",
): Sheet {
  const { memory, loops } = createKernel(engine);
  const profile = memory.room(2 * PROFILE_ROWS * (PROFILE_STEPS + 1));
  const toe = memory.room(65_536);
  const passing = memory.room(8 * (DEEPEST + 1));
  const scratch = memory.room(2 * SCRATCH);
  const batch = memory.room(8 * MARK * BATCH);
  const stamps = memory.room(4 * BATCH);
  /** Where the kernel tells more than one number. */
  const told = memory.room(16);
  memory.views.u16.set(profileTable(), profile >> 1);
  memory.views.u8.set(toeTable(), toe);
  const floor = memory.end;

  let place = part;
  let ground: Ground = lay(pixels, part);
  let roll: Roll = { room: 0, wanted: 0, shown: 0, stampOf: 0, come: 0, go: 0, raw: 0, among: 0 };
  let chunk = 0;
  let chunkEnd = 0;
  let absorbed = "";
  let shownCount = 0;

  /** A roll with room for `count` marks, none of them baked but those on the one before. */
  function widen(count: number): void {
    if (count <= roll.room) return;
    const room = Math.max(count, Math.ceil(roll.room * 1.5));
    const [wanted, shown] = [memory.room(room), memory.room(room)];
    const [stampOf, come, go, raw, among] = Array.from({ length: 5 }, () => memory.room(4 * room));
    const { u8, i32 } = memory.views;
    u8.fill(0, shown, shown + room);
    i32.fill(-1, stampOf >> 2, (stampOf >> 2) + room);
    u8.copyWithin(shown, roll.shown, roll.shown + roll.room);
    u8.copyWithin(stampOf, roll.stampOf, roll.stampOf + 4 * roll.room);
    roll = { room, wanted, shown, stampOf, come, go, raw, among };
  }

  function lay({ width, height, data }: Pixels, at: Part): Ground {
    if (data.length !== width * height * 4) {
      throw new RangeError(`${width} x ${height} pixels need ${width * height * 4} bytes: got ${data.length}`);
    }
    if (at.left < 0 || at.top < 0 || at.left + at.width > width || at.top + at.height > height) {
      throw new RangeError(`the part ${JSON.stringify(at)} is not within ${width} x ${height} pixels`);
    }
    memory.cut(floor);
    const across = Math.ceil(at.width / BLOCK_WIDE);
    const high = Math.ceil(at.height / BLOCK_HIGH);
    const stride = across * BLOCK_WIDE;
    const area = stride * high * BLOCK_HIGH;
    const plane = memory.room(2 * area);
    const dirty = memory.room(across * high + BLOCK_WIDE);
    const source = memory.room(4 * area);
    const picture = composed === "once" ? source : memory.room(4 * area);
    const { u8 } = memory.views;
    u8.fill(0, plane, source);
    for (let y = 0; y < at.height; y++) {
      const from = 4 * (width * (at.top + y) + at.left);
      const row = data.subarray(from, from + 4 * at.width);
      u8.set(row, source + 4 * stride * y);
      if (picture !== source) u8.set(row, picture + 4 * stride * y);
    }
    return { across, high, stride, area, plane, dirty, source, picture };
  }

  /** Bakes the first `count` marks of the raw. */
  function bake({ at, soft, skin }: Marks, count: number): void {
    const { factor, left, top, width, height } = place;
    const blur2 = blurOf(soft, factor);
    const ink = skin && inkIn(skin);
    for (let done = 0; done < count;) {
      const many = Math.min(BATCH, count - done);
      const { f64, i32: lists } = memory.views;
      for (let k = 0, to = batch >> 3; k < many; k++, to += MARK) {
        const from = MARK * lists[(roll.raw >> 2) + done + k];
        for (let n = 0; n < MARK; n++) f64[to + n] = at[from + n];
        if (skin && ink) f64[to + 6] = depthIn(skin, ink, at, from, blur2 / (factor * factor));
      }
      const end = loops.bake(
        batch,
        many,
        factor,
        left,
        top,
        width,
        height,
        profile,
        PROFILE_ROWS,
        PROFILE_STEPS,
        scratch,
        stamps,
        chunk,
        chunkEnd,
        blur2,
      );
      const baked = end >= 0 ? many : -1 - end;
      const { i32 } = memory.views;
      for (let k = 0; k < baked; k++) {
        i32[(roll.stampOf >> 2) + i32[(roll.raw >> 2) + done + k]] = i32[(stamps >> 2) + k];
      }
      done += baked;
      if (end >= 0) {
        chunk = end;
        continue;
      }
      chunk = memory.room(CHUNK);
      chunkEnd = chunk + CHUNK;
    }
  }

  /** Sifts all marks, or those among a list of so many; gives how many come, go, and have no stamp yet. */
  function sift(list: number, count: number): Int32Array {
    const { wanted, shown, stampOf, come, go, raw } = roll;
    loops.sift(list, count, wanted, shown, stampOf, come, go, raw, told);
    return memory.views.i32.slice(told >> 2, (told >> 2) + 3);
  }

  function splat(list: number, count: number, away: 0 | 1): void {
    const { plane, stride, dirty, across } = ground;
    loops.splat(list, count, roll.stampOf, plane, stride, dirty, across, away);
  }

  /** All that has ink is to be composed anew. */
  function stir(): void {
    const { dirty, across, high } = ground;
    const { u8 } = memory.views;
    for (let block = dirty; block < dirty + across * high; block++) if (u8[block] > 0) u8[block] = 3;
  }

  return {
    show(marks, wanted, among) {
      widen(marks.count);
      memory.views.u8.set(wanted.subarray(0, marks.count), roll.wanted);
      if (among) memory.views.i32.set(among, roll.among >> 2);
      const [came, goes, raws] = among ? sift(roll.among, among.length) : sift(0, marks.count);
      let comes = came;
      bake(marks, raws);
      const stay = shownCount - goes;
      shownCount = stay + comes;
      if (goes > stay) {
        // To lay those that stay is less work than to take the others away.
        const { plane, area } = ground;
        const { u8, u16 } = memory.views;
        u16.fill(0, plane >> 1, (plane >> 1) + area);
        stir();
        u8.copyWithin(roll.wanted, roll.shown, roll.shown + marks.count);
        u8.fill(0, roll.shown, roll.shown + marks.count);
        [comes] = sift(0, marks.count);
      } else {
        splat(roll.go, goes, 1);
      }
      splat(roll.come, comes, 0);
      return shownCount;
    },
    compose(absorbance) {
      const { plane, stride, high, dirty, across, source, picture } = ground;
      if (absorbed !== absorbance.join()) {
        absorbed = absorbance.join();
        memory.views.u16.set(passingTable(absorbance), passing >> 1);
        stir();
      }
      loops.tone(plane, stride, high, dirty, across, source, picture, passing, DEEPEST, toe, told);
      const [west, north, east, south] = memory.views.i32.subarray(told >> 2, (told >> 2) + 4);
      if (east < 0) return null;
      const left = west * BLOCK_WIDE;
      const top = north * BLOCK_HIGH;
      return {
        left,
        top,
        width: Math.min(place.width, (east + 1) * BLOCK_WIDE) - left,
        height: Math.min(place.height, (south + 1) * BLOCK_HIGH) - top,
      };
    },
    picture: () => ({
      data: new Uint8ClampedArray(memory.views.u8.buffer, ground.picture, 4 * ground.area),
      stride: ground.stride,
    }),
    turn(others, elsewhere = wholeOf(others)) {
      ground = lay(others, elsewhere);
      place = elsewhere;
      roll = { ...roll, room: 0 };
      [shownCount, chunk, chunkEnd] = [0, 0, 0];
    },
    depth: (x, y) => memory.views.u16[(ground.plane >> 1) + y * ground.stride + x],
  };
}

/**
 * Where the lists of marks lie in the memory, each with `room` for so many: whether each is wanted and shown; where its stamp begins, 0 where nothing of it falls on the sheet, -1
 * before it is baked; those that come, that go, that come for the first time; and those to look at.
 */
type Roll = {
  readonly room: number;
  readonly wanted: number;
  readonly shown: number;
  readonly stampOf: number;
  readonly come: number;
  readonly go: number;
  readonly raw: number;
  readonly among: number;
};

/** Where a sheet's planes lie in the memory, and how large they are: rows of `stride` pixels, `across` x `high` blocks. */
type Ground = {
  readonly across: number;
  readonly high: number;
  readonly stride: number;
  readonly area: number;
  readonly plane: number;
  readonly dirty: number;
  readonly source: number;
  readonly picture: number;
};
