/* How even points are: nearest neighbours in space, and power at low frequencies in a patch laid flat. */

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export type Evenness = { readonly cv: number; readonly least: number; readonly nearest: Int32Array };

/**
 * Nearest neighbours of points in space: coefficient of variation, and the least against the mean. `counted(i)`: points
 * far enough from the rim.
 */
export function evenness(
  points: Float64Array,
  count: number,
  spacing: number,
  counted: (i: number) => boolean,
): Evenness {
  const cell = 1.6 * spacing;
  const at = (x: number): number => Math.floor(x / cell) + 512;
  const key = (x: number, y: number, z: number): number => (x * 1024 + y) * 1024 + z;
  const cells = new Map<number, number[]>();
  for (let i = 0; i < count; i++) {
    const k = key(at(points[3 * i]), at(points[3 * i + 1]), at(points[3 * i + 2]));
    const list = cells.get(k);
    if (list) list.push(i);
    else cells.set(k, [i]);
  }
  const distances: number[] = [];
  const nearest = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    if (!counted(i)) continue;
    let best = Infinity;
    const [x, y, z] = [at(points[3 * i]), at(points[3 * i + 1]), at(points[3 * i + 2])];
    for (let n = 0; n < 27; n++) {
      const list = cells.get(key(x + (n % 3) - 1, y + (Math.floor(n / 3) % 3) - 1, z + Math.floor(n / 9) - 1));
      for (const j of list ?? []) {
        if (j === i) continue;
        const dx = points[3 * i] - points[3 * j];
        const dy = points[3 * i + 1] - points[3 * j + 1];
        const dz = points[3 * i + 2] - points[3 * j + 2];
        const distance2 = dx * dx + dy * dy + dz * dz;
        if (distance2 >= best) continue;
        best = distance2;
        nearest[i] = j;
      }
    }
    if (best < Infinity) distances.push(Math.sqrt(best));
  }
  const mean = distances.reduce((sum, d) => sum + d, 0) / distances.length;
  const spread = distances.reduce((sum, d) => sum + (d - mean) * (d - mean), 0) / distances.length;
  return { cv: Math.sqrt(spread) / mean, least: distances.reduce((a, b) => Math.min(a, b)) / mean, nearest };
}

/**
 * Of points in the plane within a disc of `radius` about the origin: power at less than half the frequency of the mean
 * spacing, against white noise.
 */
export function lowFrequencyPower(x: readonly number[], y: readonly number[], radius: number): number {
  const count = x.length;
  const spacing = radius * Math.sqrt(Math.PI / count);
  // A window that falls to nothing at the rim, so that the disc's own spectrum stays out of the sum.
  const weight = x.map((px, i) => {
    const t = Math.max(0, 1 - (px * px + y[i] * y[i]) / (radius * radius));
    return t * t;
  });
  const norm = weight.reduce((sum, w) => sum + w * w, 0);
  let power = 0;
  let waves = 0;
  for (let ring = 0.2; ring < 0.5; ring += 0.05) {
    const k = (2 * Math.PI * ring) / spacing;
    if (k * radius < 16) continue;
    for (let turn = 0; turn < 24; turn++) {
      const kx = k * Math.cos((Math.PI * turn) / 24);
      const ky = k * Math.sin((Math.PI * turn) / 24);
      let re = 0;
      let im = 0;
      for (let i = 0; i < count; i++) {
        const phase = kx * x[i] + ky * y[i];
        re += weight[i] * Math.cos(phase);
        im += weight[i] * Math.sin(phase);
      }
      power += (re * re + im * im) / norm;
      waves++;
    }
  }
  return power / waves;
}
