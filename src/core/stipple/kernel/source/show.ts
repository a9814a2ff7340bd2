/* Which marks come and go, sixteen at a time, and their stamps onto the plane: the AssemblyScript twin of
   ../plain/show.ts. */

import { ShowJob } from "../jobs";

export function compare(job: i32, list: i32, count: i32): void {
  const wanted = <i32>load<f64>(job, ShowJob.wanted << 3);
  const shown = <i32>load<f64>(job, ShowJob.shown << 3);
  const stampOf = <i32>load<f64>(job, ShowJob.stampOf << 3);
  const come = <i32>load<f64>(job, ShowJob.come << 3);
  const go = <i32>load<f64>(job, ShowJob.go << 3);
  const unbaked = <i32>load<f64>(job, ShowJob.unbaked << 3);
  let comeEnd = come;
  let goEnd = go;
  let unbakedEnd = unbaked;
  for (let k = 0; k < count; k++) {
    let i = k;
    if (list) {
      i = load<i32>(list + (k << 2));
    } else if (
      (k & 15) == 0 &&
      k + 16 <= count &&
      !v128.any_true(v128.xor(v128.load(wanted + k), v128.load(shown + k)))
    ) {
      k += 15;
      continue;
    }
    const want = load<u8>(wanted + i);
    if (want == load<u8>(shown + i)) continue;
    store<u8>(shown + i, want);
    if (!want) {
      store<i32>(goEnd, i);
      goEnd += 4;
      continue;
    }
    store<i32>(comeEnd, i);
    comeEnd += 4;
    if (load<i32>(stampOf + (i << 2)) >= 0) continue;
    store<i32>(unbakedEnd, i);
    unbakedEnd += 4;
  }
  store<f64>(job, <f64>((comeEnd - come) >> 2), ShowJob.comeCount << 3);
  store<f64>(job, <f64>((goEnd - go) >> 2), ShowJob.goCount << 3);
  store<f64>(job, <f64>((unbakedEnd - unbaked) >> 2), ShowJob.unbakedCount << 3);
}

export function splat(job: i32, list: i32, count: i32, away: i32): void {
  const stampOf = <i32>load<f64>(job, ShowJob.stampOf << 3);
  const plane = <i32>load<f64>(job, ShowJob.plane << 3);
  const stride = <i32>load<f64>(job, ShowJob.stride << 3);
  const blocks = <i32>load<f64>(job, ShowJob.blocks << 3);
  const across = <i32>load<f64>(job, ShowJob.across << 3);
  const pitch = stride << 1;
  for (let k = 0; k < count; k++) {
    const stamp = load<i32>(stampOf + (load<i32>(list + (k << 2)) << 2));
    if (stamp == 0) continue;
    const x0 = load<i32>(stamp);
    const y0 = load<i32>(stamp, 4);
    const rows = load<i32>(stamp, 8);
    const eights = load<i32>(stamp, 12);
    let p = plane + ((y0 * stride + x0) << 1);
    let s = stamp + 16;
    if (eights == 1) {
      if (away) {
        for (let y = 0; y < rows; y++, p += pitch, s += 16) v128.store(p, i16x8.sub(v128.load(p), v128.load(s)));
      } else {
        for (let y = 0; y < rows; y++, p += pitch, s += 16) v128.store(p, i16x8.add(v128.load(p), v128.load(s)));
      }
    } else if (away) {
      for (let y = 0; y < rows; y++, p += pitch) {
        for (let e = 0, q = p; e < eights; e++, s += 16, q += 16) v128.store(q, i16x8.sub(v128.load(q), v128.load(s)));
      }
    } else {
      for (let y = 0; y < rows; y++, p += pitch) {
        for (let e = 0, q = p; e < eights; e++, s += 16, q += 16) v128.store(q, i16x8.add(v128.load(q), v128.load(s)));
      }
    }
    const lastBlock = (x0 + eights * 8 - 1) >> 4;
    for (let by = y0 >> 2, last = (y0 + rows - 1) >> 2; by <= last; by++) {
      for (let bx = x0 >> 4; bx <= lastBlock; bx++) store<u8>(blocks + by * across + bx, 3);
    }
  }
}
