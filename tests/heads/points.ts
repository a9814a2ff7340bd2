/* Named points of a generated head beyond the demo's: ears, lobes, brows, canthi, nape and the fringe's upper edge. */
import { earPlace } from "../demo/ear.ts";
import type { Vec } from "../demo/camera.ts";
import { INNER, OUTER } from "../demo/eye.ts";
import { cast, landmarks, outwards } from "../demo/points.ts";
import { hairBoundary } from "../demo/skin.ts";
import { Shape } from "../demo/shape.ts";
import { fringeHeight } from "./hair-styles.ts";
import type { Sitter } from "./sitters.ts";

const radians = Math.PI / 180;

/** The skin in the plane of these degrees from in front whose height on the modelled head is `of` its place there. */
function atHeight(shape: Shape, degrees: number, of: (x: number, z: number) => number): Vec {
  const [sin, cos] = [Math.sin(degrees * radians), Math.cos(degrees * radians)];
  const model = new Float64Array(3);
  let [low, high] = [-1, 1.3];
  let place: Vec = [0, 0, 0];
  for (let i = 0; i < 40; i++) {
    const rise = (low + high) / 2;
    const level = Math.cos(rise);
    place = outwards(shape, [level * sin, Math.sin(rise), level * cos]);
    shape.proportions.toModel(...place, model);
    if (model[1] < of(model[0], model[2])) low = rise;
    else high = rise;
  }
  return place;
}

/** A point near the surface brought onto it. */
function onto(shape: Shape, place: Vec): Vec {
  let [x, y, z] = place;
  const n = new Float64Array(3);
  for (let i = 0; i < 12; i++) {
    const d = shape.distance(x, y, z);
    shape.normal(x, y, z, n);
    [x, y, z] = [x - 0.8 * d * n[0], y - 0.8 * d * n[1], z - 0.8 * d * n[2]];
  }
  return [x, y, z];
}

/** All named points of a sitter, mm. */
export function pointsOf({ build, hair }: Sitter): Record<string, Vec> {
  const shape = new Shape({ ...build, nod: 0 });
  const bare = new Shape({ ...build, nod: 0, earless: true });
  const { proportions } = shape;
  const points = { ...landmarks(shape) };
  for (const [side, s] of [
    ["Left", 1],
    ["Right", -1],
  ] as const) {
    const inFront = (x: number, y: number): Vec => {
      const [ax, ay] = proportions.fromModel(s * x, y, 90);
      return cast(shape, [ax, ay, 160], [0, 0, -1]);
    };
    const onEar = (u: number, v: number, h: number): Vec => {
      const [x, y, z] = earPlace(u * build.ear, v * build.ear, h * build.ear);
      return onto(shape, proportions.fromModel(s * x, y, z));
    };
    points[`innerCanthus${side}`] = inFront(INNER.x, INNER.y);
    points[`outerCanthus${side}`] = inFront(OUTER.x, OUTER.y);
    points[`browHead${side}`] = inFront(12, 0);
    points[`browPeak${side}`] = inFront(42, 6);
    points[`browTail${side}`] = inFront(56, -1.5);
    points[`earTop${side}`] = onEar(18, 33, 7.6);
    points[`lobe${side}`] = onEar(11, -31, 2.4);
    points[`overEar${side}`] = atHeight(bare, s * 90, hairBoundary);
    for (const degrees of [75, 110, 150]) {
      const height = fringeHeight(hair, degrees);
      if (height !== null) points[`fringe${degrees}${side}`] = atHeight(bare, s * degrees, () => height);
    }
  }
  points.nape = atHeight(bare, 180, hairBoundary);
  return points;
}
