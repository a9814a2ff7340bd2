/* How a sitter is built: how many times as broad, high and deep as the modelled head, part by part, and the way from a
   place on the sitter to the same place on the modelled head and back. */
import { table } from "./sdf.ts";

/** All but `nod` and `earless` are factors of what is modelled in this room. */
export type Build = {
  readonly skull: { readonly breadth: number; readonly height: number; readonly length: number };
  readonly face: { readonly breadth: number; readonly height: number; readonly depth: number };
  /** Breadth of the jaw, of the face's. */
  readonly jaw: number;
  readonly ear: number;
  readonly nose: { readonly breadth: number; readonly length: number; readonly depth: number };
  readonly browRidge: number;
  /** Degrees that the head is bowed on the body. */
  readonly nod: number;
  /** Without ears: to see the outline of the skull. */
  readonly earless?: boolean;
};

export const MODELLED: Build = {
  skull: { breadth: 1, height: 1, length: 1 },
  face: { breadth: 1, height: 1, depth: 1 },
  jaw: 1,
  ear: 1,
  nose: { breadth: 1, length: 1, depth: 1 },
  browRidge: 1,
  nod: 0,
};

/** Over so many millimetres the height of the face gives way to that of the skull. */
const JOIN = 12;
/** About which the head is bowed: height and depth, mm. */
const NECK = { y: -74, z: -18 } as const;

export type Proportions = {
  /** Writes the place on the modelled head into `out`. */
  toModel(x: number, y: number, z: number, out: Float64Array): void;
  /** The same for a place on the body, which stays upright when the head is bowed. */
  toBody(x: number, y: number, z: number, out: Float64Array): void;
  fromModel(x: number, y: number, z: number): readonly [x: number, y: number, z: number];
  /** The least of all factors: distances on the sitter are at least this part of the modelled ones. */
  readonly least: number;
};

export function proportionsOf({ skull, face, jaw, nod }: Build): Proportions {
  const breadth = table([
    [100, skull.breadth],
    [30, skull.breadth],
    [-15, (skull.breadth + face.breadth) / 2],
    [-50, face.breadth],
    [-75, face.breadth],
    [-110, face.breadth * jaw],
    [-145, face.breadth * jaw],
    [-225, 1],
    [-300, 1],
  ]);
  const depth = table([
    [100, skull.length],
    [20, skull.length],
    [-30, (skull.length + face.depth) / 2],
    [-70, face.depth],
    [-140, face.depth],
    [-225, 1],
    [-300, 1],
  ]);
  const [up, down] = [1 / skull.height, 1 / face.height];
  const height = (y: number): number => {
    if (up === down) return y * up;
    const t = y / JOIN;
    const rising = t > 30 ? y : JOIN * Math.log1p(Math.exp(t));
    return y * down + (up - down) * rising;
  };
  const angle = (-nod * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const toModel = (x: number, y: number, z: number, out: Float64Array): void => {
    out[0] = x / breadth(y);
    out[1] = height(y);
    out[2] = z / depth(y);
  };
  return {
    toModel,
    toBody(x, y, z, out) {
      const [dy, dz] = [y - NECK.y, z - NECK.z];
      toModel(x, NECK.y + cos * dy + sin * dz, NECK.z - sin * dy + cos * dz, out);
    },
    fromModel(x, y, z) {
      let [low, high] = [-600, 300];
      for (let i = 0; i < 60; i++) {
        const middle = (low + high) / 2;
        if (height(middle) < y) low = middle;
        else high = middle;
      }
      const at = (low + high) / 2;
      return [x * breadth(at), at, z * depth(at)];
    },
    least: Math.min(...Object.values(skull), ...Object.values(face), face.breadth * jaw, 1),
  };
}
