/* The ground tone onto the photo, two pixels at a time: the AssemblyScript twin of ../plain/tint.ts. */

import { TintJob } from "../jobs";

export function soak(job: i32, list: i32, count: i32, away: i32): void {
  const soaked = <i32>load<f64>(job, TintJob.soaked << 3);
  const pitch = (<i32>load<f64>(job, TintJob.nodesAcross << 3)) << 2;
  const three = i32x4(-1, -1, -1, 0);
  for (let k = 0; k < count; k++) {
    const from = soaked + (load<i32>(list + (k << 2)) << 6);
    let node = load<i32>(from, 12);
    if (node == 0) continue;
    const first = v128.and(v128.load(from), three);
    if (away) {
      v128.store(node, i32x4.sub(v128.load(node), first));
      node += pitch;
      v128.store(node, i32x4.sub(v128.load(node), v128.load(from, 16)));
      node += pitch;
      v128.store(node, i32x4.sub(v128.load(node), v128.load(from, 32)));
    } else {
      v128.store(node, i32x4.add(v128.load(node), first));
      node += pitch;
      v128.store(node, i32x4.add(v128.load(node), v128.load(from, 16)));
      node += pitch;
      v128.store(node, i32x4.add(v128.load(node), v128.load(from, 32)));
    }
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
  const upper = <i32>load<f64>(job, TintJob.lines << 3);
  const lower = upper + stride;
  for (let by = 0; by < high; by++) {
    const row = blocks + by * across;
    let bx = 0;
    while (bx < across) {
      if ((load<u8>(row + bx) & 4) == 0) {
        bx++;
        continue;
      }
      let end = bx;
      while (end < across && (load<u8>(row + end) & 4) != 0) {
        store<u8>(row + end, 3);
        end++;
      }
      readLine(job, by, upper, bx << 3, end << 3);
      readLine(job, by + 1, lower, bx << 3, end << 3);
      for (; bx < end; bx++) {
        const at = (by * 4 * stride + bx * 16) << 2;
        tintBlock(source + at, tinted + at, stride << 2, upper + (bx << 4), lower + (bx << 4), tone, toe);
      }
    }
  }
}

/** The ground tone along the line before row 4 `row`, 1/4096 of a mean depth for each two columns from `from` to `to`. */
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
  for (let i = <i32>load<u16>(first, 6), end = <i32>load<u16>(last, 6) + 1; i <= end; i++) {
    store<i32>(shares + (i << 2), <i32>load<u8>(s + i) * (256 - by) + <i32>load<u8>(s + wide + i) * by);
  }
  for (let x = from, c = first; x < to; x++, c += 10) {
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

/** Sixteen by four pixels from `s` to `p`; `upper` and `lower`: the lines before and behind them. */
export function tintBlock(s: i32, p: i32, pitch: i32, upper: i32, lower: i32, tone: i32, toe: i32): void {
  const above = v128.load(upper);
  const below = v128.load(lower);
  const three = i16x8.splat(3);
  const black = i8x16.splat(10);
  for (let pair = 0; pair < 2; pair++) {
    const sum = pair ? i16x8.add(above, i16x8.mul(below, three)) : i16x8.add(i16x8.mul(above, three), below);
    const steps = i16x8.shr_u(i16x8.add(sum, i16x8.splat(16)), 5);
    const any = v128.any_true(steps);
    const offsets = i16x8.shl(steps, 4);
    for (let part = 0; part < 4; part++, s += 16, p += 16) {
      const low = v128.load(s);
      const high = v128.load(s + pitch);
      if (!any) {
        v128.store(p, low);
        v128.store(p + pitch, high);
        continue;
      }
      const two = part < 2 ? i64x2.extract_lane(offsets, 0) : i64x2.extract_lane(offsets, 1);
      const at = <i32>(part & 1 ? two >> 32 : two);
      const a = tone + (at & 0xffff);
      const b = tone + ((at >> 16) & 0xffff);
      const first = fourPixels(low, a, b);
      const second = fourPixels(high, a, b);
      if (!v128.any_true(i8x16.le_u(i8x16.min_u(first, second), black))) {
        v128.store(p, first);
        v128.store(p + pitch, second);
        continue;
      }
      for (let i = 0; i < 4; i++) {
        darkPixel(s + (i << 2), p + (i << 2), i < 2 ? a : b, toe);
        darkPixel(s + pitch + (i << 2), p + pitch + (i << 2), i < 2 ? a : b, toe);
      }
    }
    s += 2 * pitch - 64;
    p += 2 * pitch - 64;
  }
}

/** Four pixels under the ground's entries `a` and `b`. */
function fourPixels(codes: v128, a: i32, b: i32): v128 {
  const lift = i16x8.splat(898);
  const low = i16x8.add(i16x8.shl(i16x8.extend_low_i8x16_u(codes), 6), lift);
  const high = i16x8.add(i16x8.shl(i16x8.extend_high_i8x16_u(codes), 6), lift);
  return i8x16.narrow_i16x8_u(twoPixels(low, a), twoPixels(high, b));
}

/** Two pixels' codes with their lift, under the ground's entry. */
function twoPixels(codes: v128, entry: i32): v128 {
  const green = v128.shuffle<i16>(codes, codes, 1, 1, 1, 1, 5, 5, 5, 5);
  const lost = i16x8.q15mulr_sat_s(codes, v128.load64_splat(entry));
  const got = i16x8.q15mulr_sat_s(green, v128.load64_splat(entry, 8));
  return i16x8.shr_s(i16x8.sub(i16x8.add(i16x8.sub(codes, lost), got), i16x8.splat(866)), 6);
}

/** One pixel under the ground's entry, so dark that it may take the table of the toe. */
function darkPixel(s: i32, p: i32, entry: i32, toe: i32): void {
  const green = 64 * <i32>load<u8>(s, 1) + 898;
  for (let channel = 0; channel < 3; channel++) {
    const v = <i32>load<u8>(s + channel);
    const loss = <i32>load<u16>(entry + (channel << 1));
    const lost = ((64 * v + 898) * loss + 16384) >> 15;
    const got = (green * <i32>load<u16>(entry + (channel << 1), 8) + 16384) >> 15;
    const out = (64 * v + 898 - lost + got - 866) >> 6;
    const bare = loss == 0;
    store<u8>(p + channel, out >= 11 || bare ? out : <i32>load<u8>(toe + (v << 8) + ((32768 - loss) >> 7)));
  }
  store<u8>(p + 3, load<u8>(s, 3));
}
