/* Marks into stamps: the AssemblyScript twin of ../plain/bake.ts. What is worked out of a mark comes first, for many
   marks at once, so that one's divisions and roots need not wait for another's pixels. */

import { BakeJob } from "../jobs";
import { MARK_BYTES, pairAt } from "./pairs";

/** Marks whose outlines are worked out at once. */
const GROUP: i32 = 64;

/** A mark's box of pixels and its profile's place in it. No rows where nothing of it falls on the plane. */
@unmanaged
class Outline {
  rows: i32;
  wide: i32;
  top: i32;
  left: i32;
  /** The box's first pixel from the mark's centre, and the form that gives the place in the table. */
  x: f32;
  y: f32;
  xx: f32;
  xy: f32;
  yy: f32;
  /** Its row of the profile's table. */
  table: i32;
  /** All of its ink, depth x px^2, in 1 / 2^32 units of a plane. */
  ink: f64;
}

export function bake(job: i32): i32 {
  const count = <i32>load<f64>(job, BakeJob.count << 3);
  const width = <i32>load<f64>(job, BakeJob.width << 3);
  const height = <i32>load<f64>(job, BakeJob.height << 3);
  const steps = <i32>load<f64>(job, BakeJob.steps << 3);
  const scratch = <i32>load<f64>(job, BakeJob.scratch << 3);
  const outlines = <i32>load<f64>(job, BakeJob.outlines << 3);
  const stamps = <i32>load<f64>(job, BakeJob.stamps << 3);
  const end = <i32>load<f64>(job, BakeJob.end << 3);
  let out = <i32>load<f64>(job, BakeJob.out << 3);
  for (let i = <i32>load<f64>(job, BakeJob.first << 3); i < count;) {
    const groupEnd = min<i32>(count, i + GROUP);
    outlined(job, i, groupEnd);
    for (let at = outlines; i < groupEnd; i++, at += offsetof<Outline>()) {
      const outline = changetype<Outline>(<usize>at);
      const rows = outline.rows;
      store<i32>(stamps + (i << 2), 0);
      if (rows == 0) continue;
      const wide = outline.wide;
      const eights = (wide + 7) >> 3;
      const total = profiled(at, scratch, steps);
      if (total == 0) continue;
      const share = <i64>Math.floor(outline.ink / <f64>total + 0.5);
      const top = outline.top;
      const left = outline.left;
      const firstRow = max<i32>(0, top);
      const lastRow = min<i32>(height - 1, top + rows - 1);
      // Of the baked columns, those that fall into the plane.
      const from = max<i32>(0, -left);
      const to = min<i32>(wide, width - left);
      const kept = (to - from + 7) >> 3;
      const keptRows = lastRow - firstRow + 1;
      const size = 16 + keptRows * kept * 16;
      if (out + size > end) {
        store<f64>(job, <f64>out, BakeJob.out << 3);
        return i;
      }
      store<i32>(stamps + (i << 2), out);
      store<i32>(out, left + from);
      store<i32>(out, firstRow, 4);
      store<i32>(out, keptRows, 8);
      store<i32>(out, kept, 12);
      if (keptRows == rows && to - from == wide && <u64>share < 0x100000000) {
        shared(out + 16, scratch, rows * eights, share);
      } else {
        const above = firstRow - top;
        sharedWithin(out + 16, scratch, share, wide, eights, above, lastRow - top, rows - 1, from, to);
      }
      out += size;
    }
  }
  store<f64>(job, <f64>out, BakeJob.out << 3);
  return count;
}

/** Works out the outlines of marks `from` to before `to`, two at a time. */
export function outlined(job: i32, from: i32, to: i32): void {
  const factor = f64x2.splat(load<f64>(job, BakeJob.factor << 3));
  const factor2 = f64x2.mul(factor, factor);
  const shiftX = f64x2.splat(load<f64>(job, BakeJob.left << 3));
  const shiftY = f64x2.splat(load<f64>(job, BakeJob.top << 3));
  const width = f64x2.splat(load<f64>(job, BakeJob.width << 3));
  const height = f64x2.splat(load<f64>(job, BakeJob.height << 3));
  const blur2 = f64x2.splat(load<f64>(job, BakeJob.blur2 << 3));
  const steps = load<f64>(job, BakeJob.steps << 3);
  const lastClass = f64x2.splat(load<f64>(job, BakeJob.classes << 3) - 1);
  const profile = <i32>load<f64>(job, BakeJob.profile << 3);
  const rowBytes = (<i32>steps + 1) * 2;
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const half = f64x2.splat(0.5);
  const quarter = f64x2.splat(0.25);
  // Added to a whole number below 2^31, this leaves it in the lower half of the eight bytes.
  const whole = f64x2.splat(6755399441055744.0);
  let m = <i32>load<f64>(job, BakeJob.marks << 3) + from * MARK_BYTES;
  let at = <i32>load<f64>(job, BakeJob.outlines << 3);
  for (let i = from; i < to; i += 2, m += 2 * MARK_BYTES, at += 2 * offsetof<Outline>()) {
    const radius = pairAt(m, 40);
    const r2 = f64x2.mul(f64x2.mul(radius, radius), quarter);
    const fxx = f64x2.mul(pairAt(m, 16), factor2);
    const fxy = f64x2.mul(pairAt(m, 24), factor2);
    const fyy = f64x2.mul(pairAt(m, 32), factor2);
    const skin2 = f64x2.sub(f64x2.mul(fxx, fyy), f64x2.mul(fxy, fxy));
    const xx = f64x2.add(f64x2.mul(r2, fxx), blur2);
    const xy = f64x2.mul(r2, fxy);
    const yy = f64x2.add(f64x2.mul(r2, fyy), blur2);
    const det = f64x2.sub(f64x2.mul(xx, yy), f64x2.mul(xy, xy));
    const area = f64x2.mul(f64x2.mul(f64x2.splat(4), r2), f64x2.sqrt(skin2));
    const blurs = f64x2.sqrt(f64x2.div(area, blur2));
    const row = f64x2.pmin(lastClass, f64x2.floor(f64x2.add(f64x2.mul(blurs, f64x2.splat(4)), half)));
    const rho = f64x2.mul(row, quarter);
    const scale = f64x2.add(f64x2.mul(f64x2.mul(rho, rho), quarter), one);
    const reach = f64x2.add(rho, f64x2.splat(3.2));
    const limit = f64x2.mul(reach, reach);
    const perStep = f64x2.div(f64x2.splat(steps), limit);
    const cx = f64x2.sub(f64x2.sub(f64x2.mul(pairAt(m, 0), factor), shiftX), half);
    const cy = f64x2.sub(f64x2.sub(f64x2.mul(pairAt(m, 8), factor), shiftY), half);
    const tall = f64x2.sqrt(f64x2.div(f64x2.mul(limit, yy), scale));
    const broad = f64x2.sqrt(f64x2.div(f64x2.mul(limit, xx), scale));
    const top = f64x2.ceil(f64x2.sub(cy, tall));
    const bottom = f64x2.floor(f64x2.add(cy, tall));
    const left = f64x2.ceil(f64x2.sub(cx, broad));
    const right = f64x2.floor(f64x2.add(cx, broad));
    const rows = f64x2.add(f64x2.sub(bottom, top), one);
    const wide = f64x2.add(f64x2.sub(right, left), one);
    const eights = f64x2.ceil(f64x2.mul(wide, f64x2.splat(0.125)));
    const onPlane = v128.and(
      v128.and(f64x2.ge(bottom, zero), f64x2.lt(top, height)),
      v128.and(f64x2.ge(right, zero), f64x2.lt(left, width)),
    );
    const drawn = v128.and(f64x2.gt(skin2, zero), f64x2.le(f64x2.mul(rows, eights), f64x2.splat(8192)));
    const kept = v128.and(onPlane, drawn);
    // Of a mark that is not kept, no rows.
    const size = v128.shuffle<i32>(v128.and(f64x2.add(rows, whole), kept), f64x2.add(wide, whole), 0, 4, 2, 6);
    const corner = v128.shuffle<i32>(f64x2.add(top, whole), f64x2.add(left, whole), 0, 4, 2, 6);
    const x = f32x4.demote_f64x2_zero(f64x2.sub(left, cx));
    const y = f32x4.demote_f64x2_zero(f64x2.sub(top, cy));
    const first = v128.shuffle<i32>(x, y, 0, 4, 1, 5);
    const a = f32x4.demote_f64x2_zero(f64x2.mul(f64x2.mul(f64x2.div(yy, det), scale), perStep));
    const b = f32x4.demote_f64x2_zero(
      f64x2.mul(f64x2.mul(f64x2.mul(f64x2.div(f64x2.neg(xy), det), scale), perStep), f64x2.splat(2)),
    );
    const c = f32x4.demote_f64x2_zero(f64x2.mul(f64x2.mul(f64x2.div(xx, det), scale), perStep));
    const form = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
    const classes = f64x2.add(row, whole);
    const ink = f64x2.mul(
      f64x2.mul(f64x2.mul(pairAt(m, 48), f64x2.splat(3216.990877275948)), area),
      f64x2.splat(4294967296.0),
    );
    v128.store(at, v128.shuffle<i64>(size, corner, 0, 2));
    v128.store(at, v128.shuffle<i64>(first, form, 0, 2), offsetof<Outline>("x"));
    v128.store32_lane(at, c, 0, offsetof<Outline>("yy"));
    store<i32>(at, profile + i32x4.extract_lane(classes, 0) * rowBytes, offsetof<Outline>("table"));
    v128.store64_lane(at, ink, 0, offsetof<Outline>("ink"));
    v128.store(at, v128.shuffle<i64>(size, corner, 1, 3), offsetof<Outline>());
    v128.store(at, v128.shuffle<i64>(first, form, 1, 3), offsetof<Outline>() + offsetof<Outline>("x"));
    v128.store32_lane(at, c, 1, offsetof<Outline>() + offsetof<Outline>("yy"));
    store<i32>(
      at,
      profile + i32x4.extract_lane(classes, 2) * rowBytes,
      offsetof<Outline>() + offsetof<Outline>("table"),
    );
    v128.store64_lane(at, ink, 1, offsetof<Outline>() + offsetof<Outline>("ink"));
  }
}

/**
 * Shares a stamp's ink out, `eights` times eight pixels one after the other: each pixel gets its profile's part, and
 * what it rounds off goes to the next one; so each gets what the profile's sum up to it comes to, less what was given
 * before. `share`, below 2^32: what goes to 1 of the profile.
 */
export function shared(to: i32, from: i32, eights: i32, share: i64): void {
  const zero = i32x4.splat(0);
  const by = i32x4.splat(<i32>share);
  const half = i64x2.splat(0x80000000);
  let sum = zero;
  let given = zero;
  for (let end = from + (eights << 4); from < end; from += 16, to += 16) {
    const values = v128.load(from);
    let low = i32x4.extend_low_i16x8_u(values);
    let high = i32x4.extend_high_i16x8_u(values);
    low = i32x4.add(low, v128.shuffle<i32>(zero, low, 3, 4, 5, 6));
    high = i32x4.add(high, v128.shuffle<i32>(zero, high, 3, 4, 5, 6));
    low = i32x4.add(i32x4.add(low, v128.shuffle<i32>(zero, low, 2, 3, 4, 5)), sum);
    high = i32x4.add(high, v128.shuffle<i32>(zero, high, 2, 3, 4, 5));
    high = i32x4.add(high, v128.shuffle<i32>(low, low, 3, 3, 3, 3));
    sum = v128.shuffle<i32>(high, high, 3, 3, 3, 3);
    const one = i64x2.add(i64x2.extmul_low_i32x4_u(low, by), half);
    const two = i64x2.add(i64x2.extmul_high_i32x4_u(low, by), half);
    const three = i64x2.add(i64x2.extmul_low_i32x4_u(high, by), half);
    const four = i64x2.add(i64x2.extmul_high_i32x4_u(high, by), half);
    const left = v128.shuffle<i32>(one, two, 1, 3, 5, 7);
    const right = v128.shuffle<i32>(three, four, 1, 3, 5, 7);
    v128.store(
      to,
      i16x8.narrow_i32x4_u(
        i32x4.sub(left, v128.shuffle<i32>(given, left, 3, 4, 5, 6)),
        i32x4.sub(right, v128.shuffle<i32>(left, right, 3, 4, 5, 6)),
      ),
    );
    given = right;
  }
}

/** The same where the plane cuts the stamp: kept are rows `first` to `last` of 0 to `end`, and of their columns those
    from `from` to before `to`. */
export function sharedWithin(
  line: i32,
  s: i32,
  share: i64,
  wide: i32,
  eights: i32,
  first: i32,
  last: i32,
  end: i32,
  from: i32,
  to: i32,
): void {
  const kept = (to - from + 7) >> 3;
  let carry: i64 = 0x80000000;
  for (let y = 0; y <= end; y++, s += eights << 4) {
    let k = 0;
    if (y >= first && y <= last) {
      v128.store(line + ((kept - 1) << 4), i16x8.splat(0));
      for (; k < from; k++) carry = (carry & 0xffffffff) + <i64>load<u16>(s + (k << 1)) * share;
      for (let d = line; k < to; k++, d += 2) {
        carry = (carry & 0xffffffff) + <i64>load<u16>(s + (k << 1)) * share;
        store<u16>(d, <i32>(carry >> 32));
      }
      line += kept << 4;
    }
    for (; k < wide; k++) carry = (carry & 0xffffffff) + <i64>load<u16>(s + (k << 1)) * share;
  }
}

/**
 * Writes an outline's profile, four pixels at a time, each row to a whole number of eights, and gives its sum. The
 * vectors that stay the same come from `steps`, 256: as constants they would be made anew for every four pixels.
 */
export function profiled(at: i32, to: i32, steps: i32): u32 {
  const outline = changetype<Outline>(<usize>at);
  const rows = outline.rows;
  const wide = outline.wide;
  const y0 = outline.y;
  const b = outline.xy;
  const c = outline.yy;
  const most = f32x4.splat(<f32>steps);
  // 2^23 added leaves the nearest whole number in the lowest bits, under 0x4b000000.
  const magic = f32x4.splat(<f32>(steps << 15));
  const place = i32x4.splat(outline.table - (0x4b000000 << 1));
  const a4 = f32x4.splat(outline.xx);
  const start = f32x4.add(f32x4.splat(outline.x), f32x4(0, 1, 2, 3));
  const four = f32x4.splat(<f32>(steps >> 6));
  let total = i32x4.splat(0);
  for (let row = 0; row < rows; row++) {
    const dy = y0 + <f32>row;
    const by = f32x4.splat(b * dy);
    const cyy = f32x4.splat(c * dy * dy);
    let d = start;
    for (let k = 0; k < wide; k += 4, to += 8) {
      const q = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(a4, d), by), d), cyy);
      d = f32x4.add(d, four);
      const n = i32x4.add(i32x4.shl(f32x4.add(f32x4.pmin(q, most), magic), 1), place);
      let v = v128.load16_lane(i32x4.extract_lane(n, 0), i16x8.splat(0), 0);
      v = v128.load16_lane(i32x4.extract_lane(n, 1), v, 1);
      v = v128.load16_lane(i32x4.extract_lane(n, 2), v, 2);
      v = v128.load16_lane(i32x4.extract_lane(n, 3), v, 3);
      v128.store64_lane(to, v, 0);
      total = i32x4.add(total, i32x4.extend_low_i16x8_u(v));
    }
    if (((wide + 3) >> 2) & 1) {
      store<i64>(to, 0);
      to += 8;
    }
  }
  return (
    i32x4.extract_lane(total, 0) +
    i32x4.extract_lane(total, 1) +
    i32x4.extract_lane(total, 2) +
    i32x4.extract_lane(total, 3)
  );
}
