/* The inner loops of stippling in AssemblyScript, four or eight cells at a time. `npm run kernel` builds ../bytes.ts from it. Each function has a
   twin of the same name and the same bytes in ../plain.ts, where it is explained. All pointers are byte offsets into the one memory. */

export function fill(energy: i32, blocks: i32, wall: i32, mask: i32, seed: i32): void {
  for (let i = 0, end = blocks * blocks * 64, p = energy; i < end; i++, p += 4) {
    if (load<i32>(p) >= wall) {
      store<i32>(p, wall);
      continue;
    }
    let x = (seed + i) * 0x9e3779b1;
    x ^= x >>> 15;
    x *= 0x85ebca77;
    x ^= x >>> 13;
    store<i32>(p, x & mask);
  }
}

export function raise(energy: i32, blocks: i32, x8: i32, y8: i32, a: f64, b: f64, c: f64): void {
  const side = blocks << 3;
  const det = a * c - b * b;
  const x0 = <f64>x8 * 0.125;
  const y0 = <f64>y8 * 0.125;
  const tall = Math.sqrt(a / det);
  const wide = Math.sqrt(c / det);
  const top = max<i32>(0, <i32>Math.ceil(y0 - tall));
  const bottom = min<i32>(side - 1, <i32>Math.floor(y0 + tall));
  // The whole box by fours, although its corners get nothing: rows of one length can be foreseen by the processor.
  const left = max<i32>(0, <i32>Math.ceil(x0 - wide)) & -4;
  const right = min<i32>(side - 1, <i32>Math.floor(x0 + wide));
  const ka = <i32>Math.floor(a * 262144.0 + 0.5);
  const kb = <i32>Math.floor(b * 524288.0 + 0.5);
  const kc = <i32>Math.floor(c * 262144.0 + 0.5);
  const zero = i32x4.splat(0);
  const one = i32x4.splat(0xffffff);
  const steps = i32x4(0, 8, 16, 24);
  const curve = i32x4.mul(i32x4.mul(steps, steps), i32x4.splat(ka));
  const rise = i32x4.mul(steps, i32x4.splat(ka << 6));
  const bend = i32x4.splat(ka << 11);
  const rx = 8 * left - x8;
  for (let y = top; y <= bottom; y++) {
    const ry = 8 * y - y8;
    const slope = kb * ry;
    const start = i32x4.splat((ka * rx + slope) * rx + kc * ry * ry);
    let q = i32x4.add(i32x4.add(start, curve), i32x4.mul(steps, i32x4.splat(2 * ka * rx + slope)));
    let step = i32x4.add(rise, i32x4.splat((ka << 6) * rx + (ka << 10) + (slope << 5)));
    let p = energy + (((y >> 3) * blocks + (left >> 3)) << 8) + ((y & 7) << 5) + ((left & 7) << 2);
    // On to the next four: sixteen bytes on, or in the next block.
    for (let x = left; x <= right; p += 16 + (x & 4) * 56, x += 4) {
      let t = i32x4.shr_u(i32x4.max_s(i32x4.sub(one, q), zero), 9);
      t = i32x4.shr_u(i32x4.dot_i16x8_s(t, t), 15);
      t = i32x4.shr_u(i32x4.dot_i16x8_s(t, t), 15);
      t = i32x4.shr_u(i32x4.dot_i16x8_s(t, t), 6);
      v128.store(p, i32x4.add(v128.load(p), t));
      q = i32x4.add(q, step);
      step = i32x4.add(step, bend);
    }
  }
}

function leastOf(block: i32): i32 {
  let least = i32x4.min_s(v128.load(block), v128.load(block, 16));
  for (let p = block + 32, end = block + 256; p < end; p += 32) {
    least = i32x4.min_s(least, i32x4.min_s(v128.load(p), v128.load(p, 16)));
  }
  return min<i32>(
    min<i32>(i32x4.extract_lane(least, 0), i32x4.extract_lane(least, 1)),
    min<i32>(i32x4.extract_lane(least, 2), i32x4.extract_lane(least, 3)),
  );
}

export function settle(energy: i32, bounds: i32, blocks: i32): void {
  const leaves = blocks * blocks;
  for (let block = 0; block < leaves; block++) {
    store<i32>(bounds + ((leaves + block) << 2), leastOf(energy + (block << 8)));
  }
  for (let node = leaves - 1; node >= 1; node--) {
    const p = bounds + (node << 3);
    store<i32>(bounds + (node << 2), min<i32>(load<i32>(p), load<i32>(p, 4)));
  }
}

export function emptiest(energy: i32, bounds: i32, blocks: i32): i32 {
  const leaves = blocks * blocks;
  while (true) {
    const least = load<i32>(bounds + 4);
    let node = 1;
    while (node < leaves) node = (node << 1) + <i32>(load<i32>(bounds + (node << 3)) != least);
    const block = node - leaves;
    const now = leastOf(energy + (block << 8));
    if (now == least) {
      for (let i = block << 6, end = i + 64; i < end; i++) {
        if (load<i32>(energy + (i << 2)) == least) return i;
      }
    }
    store<i32>(bounds + (node << 2), now);
    for (node >>= 1; node >= 1; node >>= 1) {
      const p = bounds + (node << 3);
      const lesser = min<i32>(load<i32>(p), load<i32>(p, 4));
      if (load<i32>(bounds + (node << 2)) == lesser) break;
      store<i32>(bounds + (node << 2), lesser);
    }
  }
  return -1;
}

export function bake(
  marks: i32,
  count: i32,
  factor: f64,
  shiftX: f64,
  shiftY: f64,
  width: i32,
  height: i32,
  profile: i32,
  classes: i32,
  steps: i32,
  scratch: i32,
  stamps: i32,
  out: i32,
  end: i32,
  blur2: f64,
): i32 {
  const factor2 = factor * factor;
  for (let i = 0; i < count; i++) {
    const m = marks + i * 56;
    const mx = load<f64>(m) * factor - shiftX;
    const my = load<f64>(m, 8) * factor - shiftY;
    const r2 = load<f64>(m, 40) * load<f64>(m, 40) * 0.25;
    const fxx = load<f64>(m, 16) * factor2;
    const fxy = load<f64>(m, 24) * factor2;
    const fyy = load<f64>(m, 32) * factor2;
    store<i32>(stamps + (i << 2), 0);
    const skin2 = fxx * fyy - fxy * fxy;
    if (!(skin2 > 0)) continue;
    const xx = r2 * fxx + blur2;
    const xy = r2 * fxy;
    const yy = r2 * fyy + blur2;
    const det = xx * yy - xy * xy;
    const area = 4 * r2 * Math.sqrt(skin2);
    const ink = load<f64>(m, 48) * 3216.990877275948;
    const row = min<i32>(classes - 1, <i32>Math.floor(Math.sqrt(area / blur2) * 4 + 0.5));
    const rho = <f64>row * 0.25;
    const table = profile + row * (steps + 1) * 2;
    const scale = rho * rho * 0.25 + 1;
    const limit = (rho + 3.2) * (rho + 3.2);
    const perStep = <f64>steps / limit;
    const a = <f32>((yy / det) * scale * perStep);
    const b = <f32>((-xy / det) * scale * perStep * 2);
    const c = <f32>((xx / det) * scale * perStep);
    const cx = mx - 0.5;
    const cy = my - 0.5;
    const tall = Math.sqrt((limit * yy) / scale);
    const broad = Math.sqrt((limit * xx) / scale);
    const top = <i32>Math.ceil(cy - tall);
    const bottom = <i32>Math.floor(cy + tall);
    const left = <i32>Math.ceil(cx - broad);
    const right = <i32>Math.floor(cx + broad);
    if (bottom < 0 || top >= height || right < 0 || left >= width) continue;
    const rows = bottom - top + 1;
    const wide = right - left + 1;
    const eights = (wide + 7) >> 3;
    if (rows * eights > 8192) continue;
    const total = profiled(
      scratch,
      rows,
      wide,
      eights,
      <f32>(<f64>left - cx),
      <f32>(<f64>top - cy),
      a,
      b,
      c,
      table,
      steps,
    );
    if (total == 0) continue;
    const share = <i64>Math.floor((ink * area * 4294967296.0) / <f64>total + 0.5);
    const firstRow = max<i32>(0, top);
    const lastRow = min<i32>(height - 1, bottom);
    // Of the baked columns, those that fall into the plane.
    const from = max<i32>(0, -left);
    const to = min<i32>(wide, width - left);
    const kept = (to - from + 7) >> 3;
    const size = 16 + (lastRow - firstRow + 1) * kept * 16;
    if (out + size > end) return -1 - i;
    const firstCol = left + from;
    store<i32>(stamps + (i << 2), out);
    store<i32>(out, firstCol);
    store<i32>(out, firstRow, 4);
    store<i32>(out, lastRow - firstRow + 1, 8);
    store<i32>(out, kept, 12);
    const above = firstRow - top;
    shared(out + 16, scratch, share, wide, eights, above, lastRow - top, bottom - top, from, to);
    out += size;
  }
  return out;
}

/**
 * Shares a stamp's ink out: each pixel gets its profile's part, and what it rounds off goes to the next one. Kept are rows `first` to `last` of 0 to `end`, and of their
 * columns those from `from` to before `to`. A function of its own and exported, as is the next: inlined, they would fight for registers.
 */
export function shared(
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
 * Writes the profile's values, four pixels at a time, and gives their sum. The vectors that stay the same come from `steps`, 256: as constants they would be made anew
 * for every four pixels.
 */
export function profiled(
  to: i32,
  rows: i32,
  wide: i32,
  eights: i32,
  x0: f32,
  y0: f32,
  a: f32,
  b: f32,
  c: f32,
  table: i32,
  steps: i32,
): i32 {
  const most = f32x4.splat(<f32>steps);
  // 2^23 added leaves the nearest whole number in the lowest bits, under 0x4b000000.
  const magic = f32x4.splat(<f32>(steps << 15));
  const place = i32x4.splat(table - (0x4b000000 << 1));
  const a4 = f32x4.splat(a);
  const start = f32x4.add(f32x4.splat(x0), f32x4(0, 1, 2, 3));
  const four = f32x4.splat(<f32>(steps >> 6));
  let total = i32x4.splat(0);
  for (let row = 0; row < rows; row++) {
    const dy = y0 + <f32>row;
    const by = f32x4.splat(b * dy);
    const cyy = f32x4.splat(c * dy * dy);
    let d = start;
    for (let k = 0, p = to; k < wide; k += 4, p += 8) {
      const q = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(a4, d), by), d), cyy);
      d = f32x4.add(d, four);
      const n = i32x4.add(i32x4.shl(f32x4.add(f32x4.pmin(q, most), magic), 1), place);
      let v = v128.load16_lane(i32x4.extract_lane(n, 0), i16x8.splat(0), 0);
      v = v128.load16_lane(i32x4.extract_lane(n, 1), v, 1);
      v = v128.load16_lane(i32x4.extract_lane(n, 2), v, 2);
      v = v128.load16_lane(i32x4.extract_lane(n, 3), v, 3);
      v128.store64_lane(p, v, 0);
      total = i32x4.add(total, i32x4.extend_low_i16x8_u(v));
    }
    to += eights << 4;
  }
  return (
    i32x4.extract_lane(total, 0) +
    i32x4.extract_lane(total, 1) +
    i32x4.extract_lane(total, 2) +
    i32x4.extract_lane(total, 3)
  );
}

export function sift(
  list: i32,
  count: i32,
  wanted: i32,
  shown: i32,
  stampOf: i32,
  come: i32,
  go: i32,
  raw: i32,
  counts: i32,
): void {
  let comes = 0;
  let goes = 0;
  let raws = 0;
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
    if (want) {
      store<i32>(come + (comes++ << 2), i);
      if (load<i32>(stampOf + (i << 2)) < 0) store<i32>(raw + (raws++ << 2), i);
    } else {
      store<i32>(go + (goes++ << 2), i);
    }
  }
  store<i32>(counts, comes);
  store<i32>(counts, goes, 4);
  store<i32>(counts, raws, 8);
}

export function splat(
  list: i32,
  count: i32,
  stampOf: i32,
  plane: i32,
  stride: i32,
  dirty: i32,
  across: i32,
  away: i32,
): void {
  for (let k = 0; k < count; k++) {
    const stamp = load<i32>(stampOf + (load<i32>(list + (k << 2)) << 2));
    if (stamp == 0) continue;
    const x0 = load<i32>(stamp);
    const y0 = load<i32>(stamp, 4);
    const rows = load<i32>(stamp, 8);
    const eights = load<i32>(stamp, 12);
    let p = plane + ((y0 * stride + x0) << 1);
    let s = stamp + 16;
    const pitch = stride << 1;
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
      for (let bx = x0 >> 4; bx <= lastBlock; bx++) store<u8>(dirty + by * across + bx, 3);
    }
  }
}

/** Composes the blocks that are marked and clears the marks. Planes and pictures are `stride` wide and a whole number of blocks high. */
export function tone(
  plane: i32,
  stride: i32,
  high: i32,
  dirty: i32,
  across: i32,
  source: i32,
  picture: i32,
  passing: i32,
  deepest: i32,
  toe: i32,
  bounds: i32,
): void {
  let west = across;
  let east = -1;
  let north = high;
  let south = -1;
  for (let by = 0; by < high; by++) {
    const row = dirty + by * across;
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
      composed(plane + (at << 1), source + (at << 2), picture + (at << 2), stride, passing, deepest, toe);
    }
  }
  store<i32>(bounds, west);
  store<i32>(bounds, north, 4);
  store<i32>(bounds, east, 8);
  store<i32>(bounds, south, 12);
}

/** Sixteen by four pixels: depths at `d`, source at `s`, picture at `p`. */
export function composed(d: i32, s: i32, p: i32, stride: i32, passing: i32, deepest: i32, toe: i32): void {
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
        const left = four(v128.load(codes), d + (half << 4), passing, lift, drop);
        const right = four(v128.load(codes, 16), d + (half << 4) + 8, passing, lift, drop);
        // Where it is not night: there the source is still needed, and the picture may lie in its place.
        if (!v128.any_true(i8x16.le_u(i8x16.min_u(left, right), black))) {
          v128.store(out, left);
          v128.store(out, right, 16);
          continue;
        }
      }
      night(d + (half << 4), codes, out, passing, deepest, toe);
    }
  }
}

/** Four pixels through what passes the depths at `d`. */
function four(codes: v128, d: i32, passing: i32, lift: v128, drop: v128): v128 {
  const low = i16x8.add(i16x8.shl(i16x8.extend_low_i8x16_u(codes), 6), lift);
  const high = i16x8.add(i16x8.shl(i16x8.extend_high_i8x16_u(codes), 6), lift);
  const one = v128.load64_zero(passing + (load<u16>(d) << 3));
  const two = v128.load64_lane(passing + (load<u16>(d, 2) << 3), one, 1);
  const three = v128.load64_zero(passing + (load<u16>(d, 4) << 3));
  const last = v128.load64_lane(passing + (load<u16>(d, 6) << 3), three, 1);
  return i8x16.narrow_i16x8_u(
    i16x8.shr_s(i16x8.sub(i16x8.q15mulr_sat_s(low, two), drop), 6),
    i16x8.shr_s(i16x8.sub(i16x8.q15mulr_sat_s(high, last), drop), 6),
  );
}

/** Eight pixels, some of them too deep for the table or so dark that they take the other one. */
export function night(d: i32, s: i32, p: i32, passing: i32, deepest: i32, toe: i32): void {
  for (let i = 0; i < 8; i++, d += 2, s += 4, p += 4) {
    const terms = passing + (min<i32>(<i32>load<u16>(d), deepest) << 3);
    for (let channel = 0; channel < 3; channel++) {
      const v = <i32>load<u8>(s + channel);
      const through = <i32>load<i16>(terms + (channel << 1));
      const out = ((((64 * v + 898) * through + 16384) >> 15) - 866) >> 6;
      store<u8>(p + channel, out >= 11 || through == 32767 ? out : <i32>load<u8>(toe + (v << 8) + (through >> 7)));
    }
    store<u8>(p + 3, load<u8>(s, 3));
  }
}
