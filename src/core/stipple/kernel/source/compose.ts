/* Depths and photo to picture, eight pixels at a time: the AssemblyScript twin of ../plain/compose.ts. */

import { ComposeJob } from "../jobs";
import { glossBlock } from "./gloss";

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
  const glossy = <i32>load<f64>(job, ComposeJob.glossy << 3);
  let west = across;
  let east = -1;
  let north = high;
  let south = -1;
  for (let by = 0; by < high; by++) {
    const row = blocks + by * across;
    for (let bx = 0; bx < across; bx++) {
      if ((bx & 15) == 0 && bx + 16 <= across && !v128.any_true(v128.and(v128.load(row + bx), i8x16.splat(1)))) {
        bx += 15;
        continue;
      }
      if ((load<u8>(row + bx) & 1) == 0) continue;
      store<u8>(row + bx, 2);
      west = min<i32>(west, bx);
      east = max<i32>(east, bx);
      north = min<i32>(north, by);
      south = by;
      const at = by * 4 * stride + bx * 16;
      composeBlock(plane + (at << 1), source + (at << 2), picture + (at << 2), stride, transmission, deepest, toe);
      if (glossy != 0 && load<u8>(glossy + by * across + bx) != 0) glossBlock(job, bx << 4, by << 2);
    }
  }
  store<f64>(job, <f64>west, ComposeJob.west << 3);
  store<f64>(job, <f64>north, ComposeJob.north << 3);
  store<f64>(job, <f64>east, ComposeJob.east << 3);
  store<f64>(job, <f64>south, ComposeJob.south << 3);
}

/** Sixteen by four pixels: depths at `d`, source at `s`, picture at `p`. */
export function composeBlock(d: i32, s: i32, p: i32, stride: i32, transmission: i32, deepest: i32, toe: i32): void {
  const deep = i16x8.splat(<i16>deepest);
  const black = i8x16.splat(10);
  const lift = i16x8.splat(898);
  const drop = i16x8.splat(866);
  for (let y = 0; y < 4; y++, d += stride << 1, s += stride << 2, p += stride << 2) {
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
