/* Bridson's Poisson discs as Bostock and Roberts wrote them: a grid of cells, candidates on the ring just outside the
   disc. Written out on typed arrays. */

/** Points x, y in turn, on `width` x `height`, none nearer than `radius` to another. */
export function bridson(width: number, height: number, radius: number): Float64Array {
  const cell = radius / Math.SQRT2;
  const across = Math.ceil(width / cell);
  const down = Math.ceil(height / cell);
  const grid = new Int32Array(across * down).fill(-1);
  const points = new Float64Array(2 * across * down);
  const active = new Int32Array(across * down);
  const radius2 = radius * radius;
  let count = 0;
  let alive = 0;
  const add = (x: number, y: number): void => {
    points[2 * count] = x;
    points[2 * count + 1] = y;
    grid[Math.floor(y / cell) * across + Math.floor(x / cell)] = count;
    active[alive++] = count++;
  };
  const free = (x: number, y: number): boolean => {
    const col = Math.floor(x / cell);
    const row = Math.floor(y / cell);
    for (let r = Math.max(0, row - 2); r <= Math.min(down - 1, row + 2); r++) {
      for (let c = Math.max(0, col - 2); c <= Math.min(across - 1, col + 2); c++) {
        const i = grid[r * across + c];
        if (i < 0) continue;
        const dx = points[2 * i] - x;
        const dy = points[2 * i + 1] - y;
        if (dx * dx + dy * dy < radius2) return false;
      }
    }
    return true;
  };
  add(width / 2, height / 2);
  while (alive > 0) {
    const k = Math.floor(Math.random() * alive);
    const i = active[k];
    const turn = Math.random() * 2 * Math.PI;
    let found = false;
    for (let j = 0; j < 11 && !found; j++) {
      const angle = turn + (2 * Math.PI * j) / 11;
      const x = points[2 * i] + (radius + 1e-6) * Math.cos(angle);
      const y = points[2 * i + 1] + (radius + 1e-6) * Math.sin(angle);
      if (x < 0 || x >= width || y < 0 || y >= height || !free(x, y)) continue;
      add(x, y);
      found = true;
    }
    if (!found) active[k] = active[--alive];
  }
  return points.subarray(0, 2 * count);
}
