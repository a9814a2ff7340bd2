/* How much ink a mark is laid down with, two marks at a time: the AssemblyScript twin of ../plain/ink.ts. */

import { InkJob } from "../jobs";
import { MARK_BYTES, pairAt } from "./pairs";

export function ink(job: i32): i32 {
  const first = <i32>load<f64>(job, InkJob.first << 3);
  const count = <i32>load<f64>(job, InkJob.count << 3);
  const classes = <i32>load<f64>(job, InkJob.classes << 3);
  const tables = <i32>load<f64>(job, InkJob.tables << 3);
  const soft = f64x2.splat(load<f64>(job, InkJob.soft << 3));
  const absorbance = f64x2.splat(load<f64>(job, InkJob.absorbance << 3));
  const blur2 = f64x2.splat(load<f64>(job, InkJob.blur2 << 3));
  const depths = load<f64>(job, InkJob.depths << 3);
  const deepest = load<f64>(job, InkJob.deepest << 3);
  const half = f64x2.splat(0.5);
  const one = f64x2.splat(1);
  const lastClass = f64x2.splat(<f64>(classes - 1));
  const unit = f64x2.splat(deepest / depths / depths);
  for (
    let i = first, m = <i32>load<f64>(job, InkJob.marks << 3) + first * MARK_BYTES;
    i < count;
    i += 2, m += 2 * MARK_BYTES
  ) {
    const xy = pairAt(m, 24);
    const skin2 = f64x2.sub(f64x2.mul(pairAt(m, 16), pairAt(m, 32)), f64x2.mul(xy, xy));
    const radius = pairAt(m, 40);
    const seen = f64x2.mul(radius, f64x2.sqrt(f64x2.div(f64x2.sqrt(skin2), blur2)));
    const own = f64x2.div(radius, soft);
    const seenClass = f64x2.pmin(lastClass, f64x2.floor(f64x2.add(f64x2.mul(f64x2.splat(4), seen), half)));
    const ownClass = f64x2.pmin(lastClass, f64x2.floor(f64x2.add(f64x2.mul(f64x2.splat(4), own), half)));
    const entry = i32x4.trunc_sat_f64x2_s_zero(f64x2.add(f64x2.mul(seenClass, f64x2.splat(<f64>classes)), ownClass));
    const opticalDepth = pairAt(m, 48);
    const asked = f64x2.mul(opticalDepth, absorbance);
    const share = f64x2.pmin(one, f64x2.div(asked, f64x2.splat(deepest)));
    const step = f64x2.pmin(f64x2.splat(depths - 1), f64x2.floor(f64x2.mul(f64x2.splat(depths), f64x2.sqrt(share))));
    const next = f64x2.add(step, one);
    const from = f64x2.mul(f64x2.mul(step, step), unit);
    const to = f64x2.mul(f64x2.mul(next, next), unit);
    const part = f64x2.div(f64x2.sub(f64x2.pmin(f64x2.splat(deepest), asked), from), f64x2.sub(to, from));
    const steps = i32x4.trunc_sat_f64x2_s_zero(step);
    const firstTable = load<i32>(tables + (i32x4.extract_lane(entry, 0) << 2));
    const secondTable = load<i32>(tables + (i32x4.extract_lane(entry, 1) << 2));
    if (firstTable == 0) return missing(job, i, i32x4.extract_lane(entry, 0));
    if (secondTable == 0 && i + 1 < count) return missing(job, i, i32x4.extract_lane(entry, 1));
    const a = v128.load(firstTable + (i32x4.extract_lane(steps, 0) << 3));
    const b = v128.load(secondTable + (i32x4.extract_lane(steps, 1) << 3));
    const low = v128.shuffle<i64>(a, b, 0, 2);
    const high = v128.shuffle<i64>(a, b, 1, 3);
    const times = f64x2.add(low, f64x2.mul(part, f64x2.sub(high, low)));
    const laid = v128.bitselect(f64x2.mul(opticalDepth, times), opticalDepth, f64x2.gt(skin2, f64x2.splat(0)));
    v128.store64_lane(m, laid, 0, 48);
    v128.store64_lane(m, laid, 1, 48 + MARK_BYTES);
  }
  return count;
}

function missing(job: i32, i: i32, entry: i32): i32 {
  store<f64>(job, <f64>entry, InkJob.missing << 3);
  return i;
}
