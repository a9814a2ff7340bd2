/* Depths and photo to picture, eight pixels at a time: the AssemblyScript twin of ../plain/compose.ts. */

import { ComposeJob } from "../jobs";

export function compose(job: i32): void {
  const plane = <i32>load<f64>(job, ComposeJob.plane << 3);
  const stride = <i32>load<f64>(job, ComposeJob.stride << 3);
  const blocks = <i32>load<f64>(job, ComposeJob.blocks << 3);
  const across = <i32>load<f64>(job, ComposeJob.across << 3);
  const high = <i32>load<f64>(job, ComposeJob.high << 3);
  const source = <i32>load<f64>(job, ComposeJob.source << 3);
  const picture = <i32>load<f64>(job, ComposeJob.picture << 3);
  const transmission = <i32>load<f64>(job, ComposeJob.transmission << 3);
  const deepest = <i32>load<f64>(job, ComposeJob.deepest << 3);
  const toe = <i32>load<f64>(job, ComposeJob.toe << 3);
  const nodes = <i32>load<f64>(job, ComposeJob.nodes << 3);
  const tone = <i32>load<f64>(job, ComposeJob.tone << 3);
  const lines = <i32>load<f64>(job, ComposeJob.lines << 3);
  let west = across;
  let east = -1;
  let north = high;
  let south = -1;
  for (let by = 0; by < high; by++) {
    const row = blocks + by * across;
    let from = -1;
    let to = -1;
    for (let bx = 0; bx < across; bx++) {
      if ((bx & 15) == 0 && bx + 16 <= across && !v128.any_true(v128.and(v128.load(row + bx), i8x16.splat(1)))) {
        bx += 15;
        continue;
      }
      if ((load<u8>(row + bx) & 1) == 0) continue;
      if (from < 0) from = bx;
      to = bx;
    }
    if (from < 0) continue;
    west = min<i32>(west, from);
    east = max<i32>(east, to);
    north = min<i32>(north, by);
    south = by;
    if (nodes) {
      readLine(job, by, lines, from << 3, (to + 1) << 3);
      readLine(job, by + 1, lines + stride, from << 3, (to + 1) << 3);
    }
    for (let bx = from; bx <= to; bx++) {
      if ((load<u8>(row + bx) & 1) == 0) continue;
      store<u8>(row + bx, 2);
      const at = by * 4 * stride + bx * 16;
      const d = plane + (at << 1);
      const s = source + (at << 2);
      const p = picture + (at << 2);
      if (nodes) composeToned(d, s, p, stride, transmission, deepest, toe, lines + (bx << 4), tone);
      else composeBlock(d, s, p, stride, transmission, deepest, toe);
    }
  }
  store<f64>(job, <f64>west, ComposeJob.west << 3);
  store<f64>(job, <f64>north, ComposeJob.north << 3);
  store<f64>(job, <f64>east, ComposeJob.east << 3);
  store<f64>(job, <f64>south, ComposeJob.south << 3);
}

/** Sixteen by four pixels: depths at `d`, source at `s`, picture at `p`. */
export function composeBlock(d: i32, s: i32, p: i32, stride: i32, transmission: i32, deepest: i32, toe: i32): void {
  for (let y = 0; y < 4; y++, d += stride << 1, s += stride << 2, p += stride << 2) {
    plainRow(d, s, p, transmission, deepest, toe);
  }
}

/** Sixteen pixels of a row. */
function plainRow(d: i32, s: i32, p: i32, transmission: i32, deepest: i32, toe: i32): void {
  const deep = i16x8.splat(<i16>deepest);
  const black = i8x16.splat(10);
  const lift = i16x8.splat(898);
  const drop = i16x8.splat(866);
  for (let half = 0; half < 2; half++) {
    const depths = v128.load(d + (half << 4));
    const codes = s + (half << 5);
    const out = p + (half << 5);
    if (!v128.any_true(depths)) {
      v128.store(out, v128.load(codes));
      v128.store(out, v128.load(codes, 16), 16);
      continue;
    }
    if (!v128.any_true(i16x8.gt_u(depths, deep))) {
      const left = fourPixels(v128.load(codes), d + (half << 4), transmission, lift, drop);
      const right = fourPixels(v128.load(codes, 16), d + (half << 4) + 8, transmission, lift, drop);
      // Only where no result is dark: there the source is still needed, and the picture may lie in its place.
      if (!v128.any_true(i8x16.le_u(i8x16.min_u(left, right), black))) {
        v128.store(out, left);
        v128.store(out, right, 16);
        continue;
      }
    }
    darkPixels(d + (half << 4), codes, out, transmission, deepest, toe);
  }
}

/** Four pixels through what the depths at `d` let through. */
function fourPixels(codes: v128, d: i32, transmission: i32, lift: v128, drop: v128): v128 {
  const low = i16x8.add(i16x8.shl(i16x8.extend_low_i8x16_u(codes), 6), lift);
  const high = i16x8.add(i16x8.shl(i16x8.extend_high_i8x16_u(codes), 6), lift);
  const one = v128.load64_zero(transmission + (load<u16>(d) << 3));
  const two = v128.load64_lane(transmission + (load<u16>(d, 2) << 3), one, 1);
  const three = v128.load64_zero(transmission + (load<u16>(d, 4) << 3));
  const last = v128.load64_lane(transmission + (load<u16>(d, 6) << 3), three, 1);
  return i8x16.narrow_i16x8_u(
    i16x8.shr_s(i16x8.sub(i16x8.q15mulr_sat_s(low, two), drop), 6),
    i16x8.shr_s(i16x8.sub(i16x8.q15mulr_sat_s(high, last), drop), 6),
  );
}

/** Eight pixels, some of them too deep for the table or so dark that they take the other one. */
export function darkPixels(d: i32, s: i32, p: i32, transmission: i32, deepest: i32, toe: i32): void {
  for (let i = 0; i < 8; i++, d += 2, s += 4, p += 4) {
    const terms = transmission + (min<i32>(<i32>load<u16>(d), deepest) << 3);
    for (let channel = 0; channel < 3; channel++) {
      const v = <i32>load<u8>(s + channel);
      const through = <i32>load<i16>(terms + (channel << 1));
      const out = ((((64 * v + 898) * through + 16384) >> 15) - 866) >> 6;
      store<u8>(p + channel, out >= 11 || through == 32767 ? out : <i32>load<u8>(toe + (v << 8) + (through >> 7)));
    }
    store<u8>(p + 3, load<u8>(s, 3));
  }
}

/**
 * The ground tone along the line before row 4 `row`, 1/4096 of a mean depth for each two columns from `from` to `to`.
 */
export function readLine(job: i32, row: i32, line: i32, from: i32, to: i32): void {
  const across = <i32>load<f64>(job, ComposeJob.nodesAcross << 3);
  const wide = <i32>load<f64>(job, ComposeJob.sharesAcross << 3);
  const depths = <i32>load<f64>(job, ComposeJob.scratch << 3);
  const shares = depths + (across << 2);
  const r = <i32>load<f64>(job, ComposeJob.rows << 3) + 10 * row;
  const first = <i32>load<u16>(r, 2);
  const third = <i32>load<u16>(r, 4);
  const second = 4096 - first - third;
  const pitch = across << 2;
  const n = <i32>load<f64>(job, ComposeJob.nodes << 3) + <i32>load<u16>(r) * pitch;
  for (let i = 0; i < pitch; i += 4) {
    const sum = load<i32>(n + i) * first + load<i32>(n + pitch + i) * second + load<i32>(n + (pitch << 1) + i) * third;
    store<i32>(depths + i, min<i32>(130800, sum >> 12));
  }
  const by = <i32>load<u16>(r, 8);
  const s = <i32>load<f64>(job, ComposeJob.shares << 3) + <i32>load<u16>(r, 6) * wide;
  for (let i = 0; i < wide; i++) {
    store<i32>(shares + (i << 2), <i32>load<u8>(s + i) * (256 - by) + <i32>load<u8>(s + wide + i) * by);
  }
  let c = <i32>load<f64>(job, ComposeJob.columns << 3) + 10 * from;
  for (let x = from; x < to; x++, c += 10) {
    const left = <i32>load<u16>(c, 2);
    const right = <i32>load<u16>(c, 4);
    const d = depths + ((<i32>load<u16>(c)) << 2);
    const depth = (load<i32>(d) * left + load<i32>(d, 4) * (4096 - left - right) + load<i32>(d, 8) * right) >> 12;
    const part = <i32>load<u16>(c, 8);
    const h = shares + ((<i32>load<u16>(c, 6)) << 2);
    const share = (load<i32>(h) * (256 - part) + load<i32>(h, 4) * part) >> 16;
    store<u16>(line + (x << 1), <u16>min<i32>(8175, (depth * share) >> 11));
  }
}

/** The same as composeBlock under the ground tone; `line`: where that of the block's first columns is. */
export function composeToned(
  d: i32,
  s: i32,
  p: i32,
  stride: i32,
  transmission: i32,
  deepest: i32,
  toe: i32,
  line: i32,
  tone: i32,
): void {
  const upper = v128.load(line);
  const lower = v128.load(line + stride);
  const three = i16x8.splat(3);
  for (let pair = 0; pair < 2; pair++) {
    const sum = pair ? i16x8.add(upper, i16x8.mul(lower, three)) : i16x8.add(i16x8.mul(upper, three), lower);
    const steps = i16x8.shr_u(i16x8.add(sum, i16x8.splat(16)), 5);
    if (v128.any_true(steps)) {
      const offsets = i16x8.shl(steps, 4);
      tonedPart(d, s, p, stride, transmission, deepest, toe, tone, i64x2.extract_lane(offsets, 0));
      tonedPart(d + 16, s + 32, p + 32, stride, transmission, deepest, toe, tone, i64x2.extract_lane(offsets, 1));
    } else {
      for (let row = 0; row < 2; row++) {
        plainRow(
          d + ((row * stride) << 1),
          s + ((row * stride) << 2),
          p + ((row * stride) << 2),
          transmission,
          deepest,
          toe,
        );
      }
    }
    d += stride << 2;
    s += stride << 3;
    p += stride << 3;
  }
}

/** Eight pixels of two rows, two by two under one of the ground's entries, which lie at the four `offsets`. */
function tonedPart(
  d: i32,
  s: i32,
  p: i32,
  stride: i32,
  transmission: i32,
  deepest: i32,
  toe: i32,
  tone: i32,
  offsets: i64,
): void {
  const deep = i16x8.splat(<i16>deepest);
  const black = i8x16.splat(10);
  const a = tone + (<i32>offsets & 0xffff);
  const b = tone + (<i32>(offsets >> 16) & 0xffff);
  const c = tone + (<i32>(offsets >> 32) & 0xffff);
  const e = tone + (<i32>(offsets >> 48) & 0xffff);
  for (let row = 0; row < 2; row++, d += stride << 1, s += stride << 2, p += stride << 2) {
    if (!v128.any_true(i16x8.gt_u(v128.load(d), deep))) {
      const left = tonedPixels(v128.load(s), d, transmission, a, b);
      const right = tonedPixels(v128.load(s, 16), d + 8, transmission, c, e);
      if (!v128.any_true(i8x16.le_u(i8x16.min_u(left, right), black))) {
        v128.store(p, left);
        v128.store(p, right, 16);
        continue;
      }
    }
    for (let i = 0; i < 8; i++) {
      const entry = i < 4 ? (i < 2 ? a : b) : i < 6 ? c : e;
      darkPixel(d + (i << 1), s + (i << 2), p + (i << 2), transmission, deepest, toe, entry);
    }
  }
}

/** Four pixels through what the depths at `d` let through, and the ground's entries `a` and `b`. */
function tonedPixels(codes: v128, d: i32, transmission: i32, a: i32, b: i32): v128 {
  const lift = i16x8.splat(898);
  const drop = i16x8.splat(866);
  const low = i16x8.add(i16x8.shl(i16x8.extend_low_i8x16_u(codes), 6), lift);
  const high = i16x8.add(i16x8.shl(i16x8.extend_high_i8x16_u(codes), 6), lift);
  const one = v128.load64_zero(transmission + (load<u16>(d) << 3));
  const two = v128.load64_lane(transmission + (load<u16>(d, 2) << 3), one, 1);
  const three = v128.load64_zero(transmission + (load<u16>(d, 4) << 3));
  const last = v128.load64_lane(transmission + (load<u16>(d, 6) << 3), three, 1);
  return i8x16.narrow_i16x8_u(
    i16x8.shr_s(i16x8.sub(mixed(i16x8.q15mulr_sat_s(low, two), a), drop), 6),
    i16x8.shr_s(i16x8.sub(mixed(i16x8.q15mulr_sat_s(high, last), b), drop), 6),
  );
}

/** Two pixels' codes with their lift, under the ground's entry. */
function mixed(codes: v128, entry: i32): v128 {
  const own = v128.load64_splat(entry);
  const towards = v128.load64_splat(entry, 8);
  const green = v128.shuffle<i16>(codes, codes, 1, 1, 1, 1, 5, 5, 5, 5);
  return i16x8.sub(i16x8.q15mulr_sat_s(green, towards), i16x8.q15mulr_sat_s(codes, own));
}

/** One pixel under the ground's `entry`, too deep for the table or so dark that it takes the other one. */
function darkPixel(d: i32, s: i32, p: i32, transmission: i32, deepest: i32, toe: i32, entry: i32): void {
  const terms = transmission + (min<i32>(<i32>load<u16>(d), deepest) << 3);
  const green = ((64 * <i32>load<u8>(s, 1) + 898) * <i32>load<i16>(terms, 2) + 16384) >> 15;
  for (let channel = 0; channel < 3; channel++) {
    const v = <i32>load<u8>(s + channel);
    const lifted = 64 * v + 898;
    const through = <i32>load<i16>(terms + (channel << 1));
    const own = -(<i32>load<i16>(entry + (channel << 1)));
    const towards = <i32>load<i16>(entry + (channel << 1), 8);
    const own16 = ((lifted * through + 16384) >> 15) * own;
    const sum = ((green * towards + 16384) >> 15) + ((own16 + 16383) >> 15);
    const out = (sum - 866) >> 6;
    const bare = through == 32767 && own == 32768;
    const share = own == 32768 ? through : min<i32>(32767, (sum * 32767) / lifted);
    store<u8>(p + channel, out >= 11 || bare ? out : <i32>load<u8>(toe + (v << 8) + (share >> 7)));
  }
  store<u8>(p + 3, load<u8>(s, 3));
}
