/* Energies of the field, four cells at a time: the AssemblyScript twin of ../plain/field.ts, where each loop is
   explained. Pointers are byte offsets into the one memory, here and in the files beside. `npm run kernel` builds
   ../bytes.ts. */

export function fill(energy: i32, blocks: i32, outside: i32, mask: i32, seed: i32): void {
  for (let i = 0, end = blocks * blocks * 64, p = energy; i < end; i++, p += 4) {
    if (load<i32>(p) >= outside) {
      store<i32>(p, outside);
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

export function buildBounds(energy: i32, bounds: i32, blocks: i32): void {
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
