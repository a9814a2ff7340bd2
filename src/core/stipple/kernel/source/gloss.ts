/* What is mirrored, back over a composed block, a pixel's channels at a time: the AssemblyScript twin of
   ../plain/gloss.ts. */

import { ComposeJob } from "../jobs";

export function glossBlock(job: i32, left: i32, top: i32): void {
  const stride = <i32>load<f64>(job, ComposeJob.stride << 3);
  const wide = <i32>load<f64>(job, ComposeJob.sharesAcross << 3);
  const shares = <i32>load<f64>(job, ComposeJob.shares << 3);
  const columns = <i32>load<f64>(job, ComposeJob.shareColumns << 3) + (left << 2);
  const rows = <i32>load<f64>(job, ComposeJob.shareRows << 3) + (top << 2);
  let bare = <i32>load<f64>(job, ComposeJob.bare << 3) + ((top * stride + left) << 2);
  let picture = <i32>load<f64>(job, ComposeJob.picture << 3) + ((top * stride + left) << 2);
  const lift = f32x4.splat(14.03125);
  const round = f32x4.splat(13.53125);
  for (let y = 0; y < 4; y++, bare += (stride - 16) << 2, picture += (stride - 16) << 2) {
    const row = shares + <i32>load<u16>(rows + (y << 2)) * wide;
    const lower = <i32>load<u16>(rows + (y << 2), 2);
    for (let x = 0; x < 16; x++, bare += 4, picture += 4) {
      const photo = load<u32>(bare);
      const composed = load<u32>(picture);
      if (photo == composed) continue;
      const n = row + <i32>load<u16>(columns + (x << 2));
      const right = <i32>load<u16>(columns + (x << 2), 2);
      const upper = <i32>load<u8>(n) * (256 - right) + <i32>load<u8>(n, 1) * right;
      const under = <i32>load<u8>(n + wide) * (256 - right) + <i32>load<u8>(n + wide, 1) * right;
      const share = (upper * (256 - lower) + under * lower) >> 16;
      if (share == 0) continue;
      const s = <f32>share / 255;
      const bend = <f32>0.7 * s * (1 - s);
      const b = f32x4.convert_i32x4_s(widened(composed));
      const d = f32x4.sub(f32x4.convert_i32x4_s(widened(photo)), b);
      const between = f32x4.add(f32x4.add(b, lift), f32x4.mul(f32x4.splat(s), d));
      const more = f32x4.div(f32x4.mul(f32x4.mul(f32x4.splat(bend), d), d), between);
      const codes = i32x4.trunc_sat_f32x4_s(f32x4.sub(f32x4.add(between, more), round));
      const halves = i16x8.narrow_i32x4_u(codes, codes);
      v128.store_lane<u32>(picture, i8x16.narrow_i16x8_u(halves, halves), 0);
    }
  }
}

/** The four bytes of a pixel as numbers. */
function widened(pixel: u32): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(i32x4.splat(<i32>pixel)));
}
