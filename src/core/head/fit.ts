/* What a head's place in a photo is told by, and begun from: the brow's middle (or, from behind, the back of the head),
   the top of the outline on the midline, and the widest places. Here left and right are those of the picture. */

import { sincos } from "../geometry/exact.ts";
import type { Point2, Vec3 } from "../geometry/vector.ts";
import type { Millimetres } from "../units.ts";
import { type Pose, eyeOf, project, rotation } from "./camera.ts";
import { limbDirections, limbEnd } from "./limb.ts";
import { surfaceOf } from "./surface.ts";
import { type Vault, semiAxis, vaultPoint } from "./vault.ts";
import { type Aspect, type View, plainView } from "./view.ts";

export const fitHandles = ["brow", "crown", "left", "right"] as const;
export type FitHandle = (typeof fitHandles)[number];
export type FitHandlePoints = Readonly<Record<FitHandle, Point2>>;

const FRONT: Vec3 = [0, 0, 1];
const BACK: Vec3 = [0, 0, -1];

/** Turn of the head that each aspect starts from; the place in the picture comes from elsewhere. */
export const aspectTurns: Record<Aspect, Pick<Pose, "yaw" | "pitch" | "roll">> = {
  "front-bowed": { yaw: 0, pitch: -40, roll: 0 },
  front: { yaw: 0, pitch: 0, roll: 0 },
  "three-quarter-left": { yaw: -45, pitch: 0, roll: 0 },
  "three-quarter-right": { yaw: 45, pitch: 0, roll: 0 },
  left: { yaw: -90, pitch: 0, roll: 0 },
  right: { yaw: 90, pitch: 0, roll: 0 },
  top: { yaw: 0, pitch: -85, roll: 0 },
  crown: { yaw: 180, pitch: -45, roll: 0 },
  back: { yaw: 180, pitch: 0, roll: 0 },
};

/** Seen from behind: the face is not in the photo. */
export const fromBehind = (aspect: Aspect): boolean => aspect === "back" || aspect === "crown";

/**
 * Which end of the midline the "brow" handle holds: the brow, or the back of the head where the view is from behind.
 */
const anchor = (aspect: Aspect): Vec3 => (fromBehind(aspect) ? BACK : FRONT);

/** Limb points used to find its extremes. */
const LIMB = 48;

/** Their places on the bare model, px. */
function modelHandles(vault: Vault, view: View): FitHandlePoints {
  const eye = eyeOf(view.camera, view.pose);
  const [sin, cos] = sincos(view.pose.roll);
  const limb = limbDirections(vault, eye, LIMB).map((d) => ({ d, p: project(eye, vaultPoint(vault, d)) }));
  const limbPoints = limb.map(({ p }) => p);
  return {
    brow: project(eye, vaultPoint(vault, anchor(view.aspect))),
    crown: midlineTop(limb, { x: sin, y: -cos }),
    left: limbEnd(limbPoints, (p) => -(p.x * cos + p.y * sin)),
    right: limbEnd(limbPoints, (p) => p.x * cos + p.y * sin),
  };
}

/**
 * Where the limb crosses the midline plane, at its upper end in the picture. From the side the whole limb lies near it:
 * then the upper end itself.
 */
function midlineTop(limb: readonly { d: Vec3; p: Point2 }[], up: Point2): Point2 {
  let best: Point2 | null = null;
  const height = (p: Point2): number => p.x * up.x + p.y * up.y;
  limb.forEach(({ d, p }, i) => {
    const next = limb[(i + 1) % limb.length];
    if (d[0] <= 0 === next.d[0] <= 0) return;
    const t = d[0] / (d[0] - next.d[0]);
    const crossing = { x: p.x + t * (next.p.x - p.x), y: p.y + t * (next.p.y - p.y) };
    if (!best || height(crossing) > height(best)) best = crossing;
  });
  return best ?? limb.reduce((most, { p }) => (height(p) > height(most) ? p : most), limb[0].p);
}

/** From the side the midline is the outline: its crossing says nothing, so the crown is then the vertex. */
const sideways = (pose: Pose): boolean => {
  const [sin] = sincos(pose.yaw);
  return Math.abs(sin) > 0.8;
};

/** Where the four lie in the photo: the model's places, carried by the bend onto the outline. */
export function fitHandlePoints(vault: Vault, view: View): FitHandlePoints {
  const plain = handlesOfModel(vault, view);
  const { centre, outlineRatio } = surfaceOf(vault, view);
  const bent = (p: Point2): Point2 => {
    const k = outlineRatio(p.x - centre.x, p.y - centre.y);
    return { x: centre.x + k * (p.x - centre.x), y: centre.y + k * (p.y - centre.y) };
  };
  return { brow: plain.brow, crown: bent(plain.crown), left: bent(plain.left), right: bent(plain.right) };
}

function handlesOfModel(vault: Vault, view: View): FitHandlePoints {
  const handles = modelHandles(vault, view);
  if (!sideways(view.pose)) return handles;
  const eye = eyeOf(view.camera, view.pose);
  return { ...handles, crown: project(eye, vaultPoint(vault, [0, 1, 0])) };
}

/** A view of the aspect whose head is `breadth` px wide (its widest, as seen) with the top of its outline at `top`. */
export function viewAt(vault: Vault, aspect: Aspect, camera: View["camera"], top: Point2, breadth: number): View {
  const turned = { ...aspectTurns[aspect], x: 0, y: 0, z: 0 };
  const [right, down] = [rotation(turned).slice(0, 3), rotation(turned).slice(3, 6)];
  /** How far the vault, but for its squareness, reaches along one of the camera's axes, `way` 1 or -1. */
  const reach = (axis: readonly number[], way: 1 | -1): Millimetres => {
    const high = semiAxis(vault, way * axis[1]);
    const [x, y, z] = [vault.halfBreadth * axis[0], high * axis[1], vault.halfLength * axis[2]];
    return Math.sqrt(x * x + y * y + z * z);
  };
  const z = (camera.focal * (reach(right, 1) + reach(right, -1))) / breadth;
  const pose = {
    ...turned,
    x: ((top.x - camera.width / 2) * z) / camera.focal,
    y: ((top.y - camera.height / 2) * z) / camera.focal + reach(down, -1),
    z: Math.max(160, z),
  };
  return plainView(aspect, camera, pose, "guess");
}
