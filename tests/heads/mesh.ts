/* A second way to what a camera sees of a sitter, which shares nothing with the first but the solid itself: triangles
   on its surface (marching tetrahedra), drawn into a depth buffer. */

export type Mesh = { readonly places: Float64Array; readonly triangles: Uint32Array };
type Solid = (x: number, y: number, z: number) => number;
type Box = { readonly low: readonly [number, number, number]; readonly high: readonly [number, number, number] };

/** The six tetrahedra of a cube about its diagonal, by corner: bit 0 along x, bit 1 along y, bit 2 along z. */
const TETRAHEDRA = [
  [0, 1, 3, 7],
  [0, 3, 2, 7],
  [0, 2, 6, 7],
  [0, 6, 4, 7],
  [0, 4, 5, 7],
  [0, 5, 1, 7],
] as const;

/** The surface of a solid within a box, in cubes of `step` mm. */
export function meshOf(solid: Solid, { low, high }: Box, step: number): Mesh {
  const [nx, ny, nz] = [0, 1, 2].map((c) => Math.ceil((high[c] - low[c]) / step) + 1);
  const place = (i: number): readonly [number, number, number] => [
    low[0] + step * (i % nx),
    low[1] + step * (Math.floor(i / nx) % ny),
    low[2] + step * Math.floor(i / (nx * ny)),
  ];
  const values = new Float64Array(nx * ny * nz);
  for (let i = 0; i < values.length; i++) values[i] = solid(...place(i));
  const places: number[] = [];
  const triangles: number[] = [];
  const crossings = new Map<number, number>();
  /** The vertex where the surface crosses the edge between two nodes. */
  const crossing = (a: number, b: number): number => {
    const key = Math.min(a, b) * values.length + Math.max(a, b);
    const known = crossings.get(key);
    if (known !== undefined) return known;
    let [inside, outside] = values[a] < 0 ? [place(a), place(b)] : [place(b), place(a)];
    for (let k = 0; k < 14; k++) {
      const middle = [0, 1, 2].map((c) => (inside[c] + outside[c]) / 2) as unknown as [number, number, number];
      if (solid(...middle) < 0) inside = middle;
      else outside = middle;
    }
    const vertex = places.length / 3;
    places.push(...inside);
    crossings.set(key, vertex);
    return vertex;
  };
  for (let z = 0; z + 1 < nz; z++) {
    for (let y = 0; y + 1 < ny; y++) {
      for (let x = 0; x + 1 < nx; x++) {
        const first = (z * ny + y) * nx + x;
        const node = (corner: number): number =>
          first + (corner & 1) + nx * ((corner >> 1) & 1) + nx * ny * ((corner >> 2) & 1);
        for (const corners of TETRAHEDRA) {
          const nodes = corners.map(node);
          const inside = nodes.filter((i) => values[i] < 0);
          if (inside.length === 0 || inside.length === 4) continue;
          const outside = nodes.filter((i) => values[i] >= 0);
          const [few, many] = inside.length === 1 ? [inside, outside] : [outside, inside];
          if (few.length === 1) triangles.push(...many.map((i) => crossing(few[0], i)));
          else {
            const [p, q, r, s] = [
              crossing(inside[0], outside[0]),
              crossing(inside[0], outside[1]),
              crossing(inside[1], outside[1]),
              crossing(inside[1], outside[0]),
            ];
            triangles.push(p, q, r, p, r, s);
          }
        }
      }
    }
  }
  return { places: Float64Array.from(places), triangles: Uint32Array.from(triangles) };
}

export type Pose = { yaw: number; pitch: number; roll: number; x: number; y: number; z: number };
export type Pinhole = { width: number; height: number; focalPx: number; pose: Pose };

/** Pixel and depth of a place: turned by yaw, then pitch, then roll, then moved. */
export function projected({ width, height, focalPx, pose }: Pinhole, x: number, y: number, z: number): number[] {
  const turn = (a: number, b: number, degrees: number): [number, number] => {
    const t = (degrees * Math.PI) / 180;
    return [a * Math.cos(t) + b * Math.sin(t), -a * Math.sin(t) + b * Math.cos(t)];
  };
  const [x1, z1] = turn(x, z, pose.yaw);
  const [y2, z2] = turn(y, z1, pose.pitch);
  const [x3, y3] = turn(x1, y2, pose.roll);
  const depth = pose.z - z2;
  return [width / 2 + (focalPx * (x3 + pose.x)) / depth, height / 2 + (focalPx * (pose.y - y3)) / depth, depth];
}

/** The place that each pixel sees, x, y, z in turn; NaN where it sees none. */
export function drawn({ places, triangles }: Mesh, camera: Pinhole): Float32Array {
  const { width, height } = camera;
  const seen = new Float32Array(3 * width * height).fill(Number.NaN);
  const depths = new Float64Array(width * height).fill(Infinity);
  const points = new Float64Array(places.length);
  for (let i = 0; i < places.length; i += 3) points.set(projected(camera, places[i], places[i + 1], places[i + 2]), i);
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [3 * triangles[t], 3 * triangles[t + 1], 3 * triangles[t + 2]];
    const [ax, ay, bx, by, cx, cy] = [points[a], points[a + 1], points[b], points[b + 1], points[c], points[c + 1]];
    const twice = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (twice === 0) continue;
    for (let j = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5)); j < height; j++) {
      if (j + 0.5 > Math.max(ay, by, cy)) break;
      for (let i = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5)); i < width; i++) {
        if (i + 0.5 > Math.max(ax, bx, cx)) break;
        const [u, v] = [i + 0.5, j + 0.5];
        const wb = ((u - ax) * (cy - ay) - (cx - ax) * (v - ay)) / twice;
        const wc = ((bx - ax) * (v - ay) - (u - ax) * (by - ay)) / twice;
        const wa = 1 - wb - wc;
        if (wa < 0 || wb < 0 || wc < 0) continue;
        const depth = 1 / (wa / points[a + 2] + wb / points[b + 2] + wc / points[c + 2]);
        const p = j * width + i;
        if (depth >= depths[p]) continue;
        depths[p] = depth;
        for (let q = 0; q < 3; q++) {
          const over = (wa * places[a + q]) / points[a + 2] + (wb * places[b + q]) / points[b + 2];
          seen[3 * p + q] = depth * (over + (wc * places[c + q]) / points[c + 2]);
        }
      }
    }
  }
  return seen;
}
