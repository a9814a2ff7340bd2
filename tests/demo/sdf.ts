/* Signed distance pieces the demo head is modelled from: soft unions, rounded solids, gentle bumps and tables.
   Lengths are millimetres; a negative distance is inside. */

/** Union of two distances, rounded over a width k. */
export function smin(a: number, b: number, k: number): number {
  const h = k - Math.abs(a - b);
  return (a < b ? a : b) - (h > 0 ? (h * h * 0.25) / k : 0);
}

/** Intersection of two distances, rounded over a width k. */
export function smax(a: number, b: number, k: number): number {
  const h = k - Math.abs(a - b);
  return (a > b ? a : b) + (h > 0 ? (h * h * 0.25) / k : 0);
}

export function clamp(v: number, lo: number, hi: number): number {
  return v < lo ? lo : v > hi ? hi : v;
}

export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

export function smoothstep(e0: number, e1: number, v: number): number {
  const t = clamp((v - e0) / (e1 - e0), 0, 1);
  return t * t * (3 - 2 * t);
}

/** Ellipsoid about the origin (first-order distance). */
export function ellipsoid(x: number, y: number, z: number, rx: number, ry: number, rz: number): number {
  const ax = x / rx,
    ay = y / ry,
    az = z / rz;
  const k0 = Math.sqrt(ax * ax + ay * ay + az * az);
  const bx = ax / rx,
    by = ay / ry,
    bz = az / rz;
  const k1 = Math.sqrt(bx * bx + by * by + bz * bz);
  return k1 < 1e-9 ? -Math.min(rx, ry, rz) : (k0 * (k0 - 1)) / k1;
}

/** Capsule from a to b whose radius runs from ra to rb. */
export function capsule(
  x: number,
  y: number,
  z: number,
  ax: number,
  ay: number,
  az: number,
  ra: number,
  bx: number,
  by: number,
  bz: number,
  rb: number,
): number {
  const dx = bx - ax,
    dy = by - ay,
    dz = bz - az;
  const px = x - ax,
    py = y - ay,
    pz = z - az;
  const t = clamp((px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz), 0, 1);
  const qx = px - dx * t,
    qy = py - dy * t,
    qz = pz - dz * t;
  return Math.sqrt(qx * qx + qy * qy + qz * qz) - (ra + (rb - ra) * t);
}

/** Lays a smooth curve through [x, y, z, r] knots, as flat numbers ready for `chain`. */
export function curve(knots: readonly (readonly number[])[], pieces = 4): Float64Array {
  const out: number[] = [];
  for (let i = 0; i + 1 < knots.length; i++) {
    const p0 = knots[Math.max(0, i - 1)],
      p1 = knots[i],
      p2 = knots[i + 1],
      p3 = knots[Math.min(knots.length - 1, i + 2)];
    for (let j = 0; j < pieces + (i + 2 === knots.length ? 1 : 0); j++) {
      const t = j / pieces,
        t2 = t * t,
        t3 = t2 * t;
      for (let c = 0; c < 4; c++) {
        out.push(
          0.5 *
            (2 * p1[c] +
              (p2[c] - p0[c]) * t +
              (2 * p0[c] - 5 * p1[c] + 4 * p2[c] - p3[c]) * t2 +
              (3 * p1[c] - p0[c] - 3 * p2[c] + p3[c]) * t3),
        );
      }
    }
  }
  return Float64Array.from(out);
}

/** A tube along a curve. */
export function chain(x: number, y: number, z: number, k: Float64Array): number {
  let d = 1e9;
  for (let i = 4; i < k.length; i += 4) {
    const c = capsule(x, y, z, k[i - 4], k[i - 3], k[i - 2], k[i - 1], k[i], k[i + 1], k[i + 2], k[i + 3]);
    if (c < d) d = c;
  }
  return d;
}

/** Bell of height one in two directions. */
export function bell(dx: number, dy: number, sx: number, sy: number): number {
  const u = dx / sx,
    v = dy / sy;
  const e = u * u + v * v;
  return e > 18 ? 0 : Math.exp(-0.5 * e);
}

/** Bell of height one in three directions. */
export function bell3(dx: number, dy: number, dz: number, sx: number, sy: number, sz: number): number {
  const u = dx / sx,
    v = dy / sy,
    w = dz / sz;
  const e = u * u + v * v + w * w;
  return e > 18 ? 0 : Math.exp(-0.5 * e);
}

/** Bell across the distance to a polyline in a plane (for folds and grooves). */
export function groove(x: number, y: number, pts: readonly (readonly number[])[], s: number): number {
  let best = 1e9;
  for (let i = 1; i < pts.length; i++) {
    const ax = pts[i - 1][0],
      ay = pts[i - 1][1],
      dx = pts[i][0] - ax,
      dy = pts[i][1] - ay;
    const t = clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0, 1);
    const qx = x - ax - dx * t,
      qy = y - ay - dy * t;
    const q = qx * qx + qy * qy;
    if (q < best) best = q;
  }
  const e = best / (s * s);
  return e > 18 ? 0 : Math.exp(-0.5 * e);
}

/** A smooth curve through [at, value] knots, tabulated every half millimetre. */
export function table(knots: readonly (readonly [number, number])[]): (at: number) => number {
  const k = [...knots].toSorted((a, b) => a[0] - b[0]);
  const lo = k[0][0],
    hi = k[k.length - 1][0];
  const n = Math.ceil((hi - lo) * 2) + 1;
  const lut = new Float64Array(n + 1);
  for (let i = 0; i <= n; i++) {
    const x = Math.min(hi, lo + i / 2);
    let j = 0;
    while (j < k.length - 2 && x > k[j + 1][0]) j++;
    const p0 = k[Math.max(0, j - 1)],
      p1 = k[j],
      p2 = k[j + 1],
      p3 = k[Math.min(k.length - 1, j + 2)];
    const h = p2[0] - p1[0],
      t = (x - p1[0]) / h;
    const m1 = j > 0 ? ((p2[1] - p0[1]) / (p2[0] - p0[0])) * h : p2[1] - p1[1];
    const m2 = j < k.length - 2 ? ((p3[1] - p1[1]) / (p3[0] - p1[0])) * h : p2[1] - p1[1];
    const t2 = t * t,
      t3 = t2 * t;
    lut[i] = (2 * t3 - 3 * t2 + 1) * p1[1] + (t3 - 2 * t2 + t) * m1 + (-2 * t3 + 3 * t2) * p2[1] + (t3 - t2) * m2;
  }
  return (at) => {
    const f = clamp((at - lo) * 2, 0, n - 1e-6),
      i = Math.floor(f);
    return lut[i] + (lut[i + 1] - lut[i]) * (f - i);
  };
}
