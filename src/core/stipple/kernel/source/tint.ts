/* The ground tone onto the photo, two pixels at a time: the AssemblyScript twin of ../plain/tint.ts. */

import { TintJob } from "../jobs";

export function soak(job: i32, list: i32, count: i32, away: i32): void {
  const soaked = <i32>load<f64>(job, TintJob.soaked << 3);
  const pitch = (<i32>load<f64>(job, TintJob.nodesAcross << 3)) << 2;
  for (let k = 0; k < count; k++) {
    const from = soaked + (load<i32>(list + (k << 2)) << 5);
    let node = load<i32>(from, 24);
    if (node == 0) continue;
    const two = v128.load(from);
    const first = i32x4.extend_low_i16x8_u(two);
    const second = i32x4.extend_high_i16x8_u(two);
    const third = v128.load16x4_u(from, 16);
    if (away) {
      v128.store(node, i32x4.sub(v128.load(node), first));
      node += pitch;
      v128.store(node, i32x4.sub(v128.load(node), second));
      node += pitch;
      v128.store(node, i32x4.sub(v128.load(node), third));
    } else {
      v128.store(node, i32x4.add(v128.load(node), first));
      node += pitch;
      v128.store(node, i32x4.add(v128.load(node), second));
      node += pitch;
      v128.store(node, i32x4.add(v128.load(node), third));
    }
  }
}

export function differ(job: i32, least: i32): i32 {
  const nodes = <i32>load<f64>(job, TintJob.nodes << 3);
  const tintedBy = <i32>load<f64>(job, TintJob.tintedBy << 3);
  const wide = <i32>load<f64>(job, TintJob.nodesAcross << 3);
  const high = <i32>load<f64>(job, TintJob.nodesHigh << 3);
  const columns = <i32>load<f64>(job, TintJob.blockColumns << 3);
  const rows = <i32>load<f64>(job, TintJob.blockRows << 3);
  const blocks = <i32>load<f64>(job, TintJob.blocks << 3);
  const across = <i32>load<f64>(job, TintJob.across << 3);
  const seen = i32x4.splat(least);
  let others = 0;
  for (let j = 0; j < high; j++) {
    const north = <i32>load<u16>(rows + (j << 2));
    const south = <i32>load<u16>(rows + (j << 2), 2);
    if (south < north) continue;
    const now = nodes + ((j * wide) << 2);
    const was = tintedBy + ((j * wide) << 2);
    // Blocks of the run of nodes that is open, which is marked when a gap comes.
    let west = 1;
    let east = 0;
    for (let i = 0; i < wide; i++) {
      const at = i << 2;
      if (i + 4 <= wide) {
        const four = i32x4.sub(v128.load(now + at), v128.load(was + at));
        if (!v128.any_true(i32x4.gt_s(i32x4.abs(four), seen))) {
          if (v128.any_true(four)) others = 1;
          i += 3;
          continue;
        }
      }
      const value = load<i32>(now + at);
      const apart = value - load<i32>(was + at);
      if (apart == 0) continue;
      if ((apart < 0 ? -apart : apart) <= least) {
        others = 1;
        continue;
      }
      store<i32>(was + at, value);
      const first = <i32>load<u16>(columns + at);
      const last = <i32>load<u16>(columns + at, 2);
      if (last < first) continue;
      if (west <= east && first <= east + 1) {
        east = max<i32>(east, last);
        continue;
      }
      if (west <= east) markBlocks(blocks, across, north, south, west, east);
      west = first;
      east = last;
    }
    if (west <= east) markBlocks(blocks, across, north, south, west, east);
  }
  return others;
}

export function markBlocks(blocks: i32, across: i32, north: i32, south: i32, west: i32, east: i32): void {
  for (let by = north; by <= south; by++) {
    const row = blocks + by * across;
    for (let bx = west; bx <= east; bx++) store<u8>(row + bx, load<u8>(row + bx) | 4);
  }
}

export function tint(job: i32): void {
  const stride = <i32>load<f64>(job, TintJob.stride << 3);
  const blocks = <i32>load<f64>(job, TintJob.blocks << 3);
  const across = <i32>load<f64>(job, TintJob.across << 3);
  const high = <i32>load<f64>(job, TintJob.high << 3);
  const source = <i32>load<f64>(job, TintJob.source << 3);
  const tinted = <i32>load<f64>(job, TintJob.tinted << 3);
  const tone = <i32>load<f64>(job, TintJob.tone << 3);
  const toe = <i32>load<f64>(job, TintJob.toe << 3);
  let upper = <i32>load<f64>(job, TintJob.lines << 3);
  let lower = upper + stride;
  // Which columns of the line behind a row are known, for the row after it.
  let from = 0;
  let to = 0;
  for (let by = 0; by < high; by++) {
    const row = blocks + by * across;
    const line = upper;
    upper = lower;
    lower = line;
    const first = from;
    const last = to;
    from = 0;
    to = 0;
    let bx = 0;
    while (bx < across) {
      if ((load<u8>(row + bx) & 4) == 0) {
        if (bx + 16 <= across && !v128.any_true(v128.and(v128.load(row + bx), i8x16.splat(4)))) bx += 15;
        bx++;
        continue;
      }
      let end = bx;
      while (end < across && (load<u8>(row + end) & 4) != 0) {
        store<u8>(row + end, 3);
        end++;
      }
      from = bx << 3;
      to = end << 3;
      if (first < to && last > from) {
        if (from < first) readLine(job, by, upper, from, first);
        if (last < to) readLine(job, by, upper, last, to);
      } else {
        readLine(job, by, upper, from, to);
      }
      readLine(job, by + 1, lower, from, to);
      for (; bx < end; bx++) {
        const at = (by * 4 * stride + bx * 16) << 2;
        tintBlock(source + at, tinted + at, stride << 2, upper + (bx << 4), lower + (bx << 4), tone, toe);
      }
    }
  }
}

/** The ground tone along the line before row 4 `row`, 1/4096 of a mean depth for each two columns up to `to`. */
export function readLine(job: i32, row: i32, line: i32, from: i32, to: i32): void {
  const across = <i32>load<f64>(job, TintJob.nodesAcross << 3);
  const wide = <i32>load<f64>(job, TintJob.sharesAcross << 3);
  const columns = <i32>load<f64>(job, TintJob.columns << 3);
  const depths = <i32>load<f64>(job, TintJob.scratch << 3);
  const shares = depths + (across << 2);
  const first = columns + 10 * from;
  const last = columns + 10 * (to - 1);
  const r = <i32>load<f64>(job, TintJob.rows << 3) + 10 * row;
  const one = <i32>load<u16>(r, 2);
  const three = <i32>load<u16>(r, 4);
  const two = 4096 - one - three;
  const pitch = across << 2;
  const n = <i32>load<f64>(job, TintJob.nodes << 3) + <i32>load<u16>(r) * pitch;
  for (let i = (<i32>load<u16>(first)) << 2, end = (<i32>load<u16>(last) + 2) << 2; i <= end; i += 4) {
    const sum = load<i32>(n + i) * one + load<i32>(n + pitch + i) * two + load<i32>(n + (pitch << 1) + i) * three;
    store<i32>(depths + i, min<i32>(130800, sum >> 12));
  }
  const by = <i32>load<u16>(r, 8);
  const s = <i32>load<f64>(job, TintJob.shares << 3) + <i32>load<u16>(r, 6) * wide;
  // Mostly all of the tone is shown.
  let all = true;
  for (let i = <i32>load<u16>(first, 6), end = <i32>load<u16>(last, 6) + 1; i <= end; i++) {
    const share = <i32>load<u8>(s + i) * (256 - by) + <i32>load<u8>(s + wide + i) * by;
    if (share != 32768) all = false;
    store<i32>(shares + (i << 2), share);
  }
  for (let x = from, c = first; x < to; x++, c += 10) {
    const left = <i32>load<u16>(c, 2);
    const right = <i32>load<u16>(c, 4);
    const d = depths + ((<i32>load<u16>(c)) << 2);
    const depth = (load<i32>(d) * left + load<i32>(d, 4) * (4096 - left - right) + load<i32>(d, 8) * right) >> 12;
    if (all) {
      store<u16>(line + (x << 1), <u16>min<i32>(8175, depth >> 4));
      continue;
    }
    const part = <i32>load<u16>(c, 8);
    const h = shares + ((<i32>load<u16>(c, 6)) << 2);
    const share = (load<i32>(h) * (256 - part) + load<i32>(h, 4) * part) >> 16;
    store<u16>(line + (x << 1), <u16>min<i32>(8175, (depth * share) >> 11));
  }
}

/** Sixteen by four pixels from `s` to `p`; `upper` and `lower`: the lines before and behind them. */
export function tintBlock(s: i32, p: i32, pitch: i32, upper: i32, lower: i32, tone: i32, toe: i32): void {
  const above = v128.load(upper);
  const below = v128.load(lower);
  const three = i16x8.splat(3);
  for (let pair = 0; pair < 2; pair++, s += pitch << 1, p += pitch << 1) {
    const sum = pair ? i16x8.add(above, i16x8.mul(below, three)) : i16x8.add(i16x8.mul(above, three), below);
    const steps = i16x8.shr_u(i16x8.add(sum, i16x8.splat(16)), 5);
    if (!v128.any_true(steps)) {
      for (let part = 0; part < 64; part += 16) {
        v128.store(p + part, v128.load(s + part));
        v128.store(p + pitch + part, v128.load(s + pitch + part));
      }
      continue;
    }
    fourByTwo(s, p, pitch, i32x4.extract_lane(steps, 0), tone, toe);
    fourByTwo(s + 16, p + 16, pitch, i32x4.extract_lane(steps, 1), tone, toe);
    fourByTwo(s + 32, p + 32, pitch, i32x4.extract_lane(steps, 2), tone, toe);
    fourByTwo(s + 48, p + 48, pitch, i32x4.extract_lane(steps, 3), tone, toe);
  }
}

/** Four by two pixels; `two`: the steps of the table for the left half and for the right. */
function fourByTwo(s: i32, p: i32, pitch: i32, two: i32, tone: i32, toe: i32): void {
  const a = tone + ((two & 0xffff) << 5);
  const b = tone + ((two >>> 16) << 5);
  const first = fourPixels(v128.load(s), a, b);
  const second = fourPixels(v128.load(s + pitch), a, b);
  if (!v128.any_true(i8x16.le_u(i8x16.min_u(first, second), i8x16.splat(10)))) {
    v128.store(p, first);
    v128.store(p + pitch, second);
    return;
  }
  for (let i = 0; i < 4; i++) {
    darkPixel(s + (i << 2), p + (i << 2), i < 2 ? a : b, toe);
    darkPixel(s + pitch + (i << 2), p + pitch + (i << 2), i < 2 ? a : b, toe);
  }
}

/** Four pixels under the ground's entries `a` and `b`: of each channel the pair with green, and what stays of both. */
function fourPixels(codes: v128, a: i32, b: i32): v128 {
  const left = v128.load(a);
  const right = v128.load(b);
  const one = i8x16.swizzle(codes, i8x16(0, -1, 1, -1, 1, -1, 1, -1, 2, -1, 1, -1, 3, -1, 1, -1));
  const two = i8x16.swizzle(codes, i8x16(4, -1, 5, -1, 5, -1, 5, -1, 6, -1, 5, -1, 7, -1, 5, -1));
  const three = i8x16.swizzle(codes, i8x16(8, -1, 9, -1, 9, -1, 9, -1, 10, -1, 9, -1, 11, -1, 9, -1));
  const last = i8x16.swizzle(codes, i8x16(12, -1, 13, -1, 13, -1, 13, -1, 14, -1, 13, -1, 15, -1, 13, -1));
  const more = v128.load(a, 16);
  const also = v128.load(b, 16);
  return i8x16.narrow_i16x8_u(
    i16x8.narrow_i32x4_s(through(one, left, more), through(two, left, more)),
    i16x8.narrow_i32x4_s(through(three, right, also), through(last, right, also)),
  );
}

/** A pixel's codes: its pairs times what is taken of them, off what is added. */
function through(pairs: v128, shares: v128, more: v128): v128 {
  return i32x4.shr_s(i32x4.sub(more, i32x4.dot_i16x8_s(pairs, shares)), 15);
}

/** One pixel under the ground's entry, so dark that it may take the table of the toe. */
function darkPixel(s: i32, p: i32, entry: i32, toe: i32): void {
  const green = <i32>load<u8>(s, 1);
  for (let channel = 0; channel < 3; channel++) {
    const v = <i32>load<u8>(s + channel);
    const own = -(<i32>load<i16>(entry + (channel << 2)));
    const got = -(<i32>load<i16>(entry + (channel << 2), 2));
    const out = (v * own + green * got + load<i32>(entry + (channel << 2), 16)) >> 15;
    store<u8>(p + channel, out >= 11 || own == 32768 ? out : <i32>load<u8>(toe + (v << 8) + (own >> 7)));
  }
  store<u8>(p + 3, load<u8>(s, 3));
}
