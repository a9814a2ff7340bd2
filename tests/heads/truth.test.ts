/* What generated pictures say of themselves, against triangles of the same solids drawn another way. */
import { expect, test } from "vitest";
import { Camera } from "../demo/camera.ts";
import { Field } from "../demo/grid.ts";
import { Shape, SKIN } from "../demo/shape.ts";
import { hairBoundary } from "../demo/skin.ts";
import { drawn, meshOf, projected } from "./mesh.ts";
import { pointsOf } from "./points.ts";
import { shotOf } from "./shots.ts";
import { sitterOf } from "./sitters.ts";
import { masksOf, seenPoints, sighted, skullOutline } from "./truth.ts";

const HEAD = { low: [-116, -172, -126], high: [116, 122, 150] } as const;
const STEP = 5;

/** The farthest that a drawn pixel lies from the middle of the vault in a direction, px, to a quarter. */
function reach(seen: Float32Array, width: number, [cu, cv]: number[], a: number): number {
  let far = 0;
  for (let r = 0; r < 1400; r += 0.25) {
    const [i, j] = [Math.floor(cu + r * Math.cos(a)), Math.floor(cv + r * Math.sin(a))];
    if (i >= 0 && i < width && j >= 0 && !Number.isNaN(seen[3 * (j * width + i)] ?? Number.NaN)) far = r;
  }
  return far;
}

/** How near to a place, mm, the places are that are drawn about its pixel. */
function nearest(seen: Float32Array, width: number, u: number, v: number, [x, y, z]: readonly number[]): number {
  let least = Infinity;
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const p = 3 * ((Math.floor(v) + j) * width + Math.floor(u) + i);
      const apart = Math.hypot(seen[p] - x, seen[p + 1] - y, seen[p + 2] - z);
      if (apart < least) least = apart;
    }
  }
  return least;
}

/** mm^2 between the place of a pixel and those of its neighbours to the right and below. */
function footprintOf(seen: Float32Array, p: number, width: number): number {
  const from = (q: number, c: number): number => seen[3 * q + c] - seen[3 * p + c];
  const [ax, ay, az] = [0, 1, 2].map((c) => from(p + 1, c));
  const [bx, by, bz] = [0, 1, 2].map((c) => from(p + width, c));
  return Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
}

function isSkin(shape: Shape, x: number, y: number, z: number): boolean {
  shape.distance(x, y, z);
  return shape.material === SKIN;
}

test.each([
  [0, 0],
  [3, 0],
  [5, 2],
])("points, outline and masks of head %i, picture %i, are those of its triangles", (which, k) => {
  const sitter = sitterOf(11, which);
  const { view, nod } = shotOf(11, which, k);
  const shape = new Shape({ ...sitter.build, nod });
  const field = new Field(2, shape, false);
  const camera = new Camera(view);
  const { width, height } = view;
  const seen = drawn(
    meshOf((x, y, z) => shape.distance(x, y, z), HEAD, STEP),
    view,
  );

  // Points: on the surface, where they are said to fall, and hidden only where something lies before them.
  const upright = new Shape({ ...sitter.build, nod: 0 });
  const told = Object.values(seenPoints(field, camera, pointsOf(sitter))).map(({ mm, px, visible }) => {
    const [u, v] = projected(view, ...mm);
    const before = nearest(seen, width, u, v, mm);
    const inside = u > 0 && v > 0 && u < width && v < height;
    return { off: Math.hypot(u - px[0], v - px[1]), deep: Math.abs(upright.distance(...mm)), before, inside, visible };
  });
  expect(Math.max(...told.map(({ off }) => off))).toBeLessThan(0.5);
  expect(Math.max(...told.map(({ deep }) => deep))).toBeLessThan(0.3);
  expect(told.filter(({ visible }) => visible).length).toBeGreaterThan(3);
  expect(told.filter(({ inside, visible, before }) => visible && (!inside || before > 4))).toEqual([]);
  expect(told.filter(({ inside, visible, before }) => !visible && inside && before < 0.1)).toEqual([]);

  // The outline of the skull.
  const bare = new Shape({ ...sitter.build, nod: 0, earless: true });
  const skull = drawn(
    meshOf((x, y, z) => bare.distance(x, y, z), HEAD, STEP),
    view,
  );
  const middle = projected(view, 0, 0, 0);
  const outline = skullOutline(sitter.build, camera);
  const offs = outline.flatMap((at, i) => {
    if (!at) return [];
    const far = Math.hypot(at[0] - middle[0], at[1] - middle[1]);
    return [Math.abs(far - reach(skull, width, middle, (2 * Math.PI * i) / outline.length))];
  });
  expect(offs.length).toBeGreaterThan(30);
  expect(Math.max(...offs)).toBeLessThan(1);

  // Bare scalp, and the area that is seen of it.
  const layers = sighted(field, camera);
  const nothing = new Float32Array(width * height);
  const picture = { width, height, data: new Uint8Array(0), layers, cover: nothing, mirrored: nothing };
  const { classes, area, mostArea } = masksOf(field, camera, picture);
  const model = new Float64Array(3);
  let [either, differ, ownArea, seenArea] = [0, 0, 0, 0];
  for (let p = 0; p < width * (height - 1); p++) {
    const [x, y, z] = [seen[3 * p], seen[3 * p + 1], seen[3 * p + 2]];
    if (Number.isNaN(x) && classes[3 * p] < 128) continue;
    shape.proportions.toModel(x, y, z, model);
    const scalp = model[1] >= hairBoundary(model[0], model[2]) && isSkin(shape, x, y, z);
    const said = classes[3 * p] > 127;
    if (scalp || said) either++;
    if (scalp !== said) differ++;
    // Where the skin is seen well enough for its neighbours to tell how much of it a pixel sees.
    const footprint = scalp && said ? footprintOf(seen, p, width) : Number.NaN;
    if (footprint < 4 * (view.pose.z / view.focalPx) ** 2) {
      seenArea += footprint;
      ownArea += (mostArea * area[p]) / 65535;
    }
  }
  expect(either).toBeGreaterThan(10_000);
  expect(differ / either).toBeLessThan(0.01);
  expect(Math.abs(ownArea / seenArea - 1)).toBeLessThan(0.01);
});
