/* Turning the head like a ball: the point of it that faces the camera when the head is held as the aspect says (from
   in front the brow's middle, from above the vertex) comes under the finger, and the centre stays where it is. */

import { atan2, sincos } from "../geometry/exact.ts";
import {
  type Mat3,
  type Point2,
  type Vec3,
  add,
  cross,
  dot,
  length,
  product,
  scale,
  subtract,
  transform,
  unit,
} from "../geometry/vector.ts";
import { type Pose, eyeOf, project, rotation } from "./camera.ts";
import { aspectTurns } from "./fit.ts";
import { type Vault, vaultPoint } from "./vault.ts";
import type { Aspect, View } from "./view.ts";

type Turned = Pick<Pose, "yaw" | "pitch" | "roll">;

/** The third row of the turn of the aspect's own yaw and pitch. */
function facingPoint(vault: Vault, aspect: Aspect): Vec3 {
  const [sy, cy] = sincos(aspectTurns[aspect].yaw);
  const [sp, cp] = sincos(aspectTurns[aspect].pitch);
  return vaultPoint(vault, [-sy * cp, -sp, cy * cp]);
}

/** Where the point that turns the head falls in the photo, px. */
export const turnPoint = (vault: Vault, { aspect, camera, pose }: View): Point2 =>
  project(eyeOf(camera, pose), facingPoint(vault, aspect));

/**
 * The pose in which that point is seen at a photo point, or as near to it as the ball reaches; the centre stays. Yaw
 * and pitch change and the roll stays; from above, where yaw is a roll, it is the shortest turn there is.
 */
export function turnedTo(vault: Vault, { aspect, camera, pose }: View, to: Point2): Pose {
  const point = facingPoint(vault, aspect);
  const centre: Vec3 = [pose.x, pose.y, pose.z];
  const from = transform(rotation(pose), point);
  const isNear = dot(from, add(from, centre)) <= 0;
  const sight: Vec3 = [(to.x - camera.width / 2) / camera.focal, (to.y - camera.height / 2) / camera.focal, 1];
  const onBall = ballPoint(sight, centre, length(point), isNear);
  const turned = aspect === "top" ? shortest(pose, from, onBall) : upright(pose, point, onBall);
  return { ...pose, ...turned };
}

/** Where a line of sight meets the ball about the centre, from there; where it passes by, the rim's nearest point. */
function ballPoint(sight: Vec3, centre: Vec3, radius: number, isNear: boolean): Vec3 {
  const [ss, st] = [dot(sight, sight), dot(sight, centre)];
  const within = st * st - ss * (dot(centre, centre) - radius * radius);
  const root = Math.sqrt(Math.max(0, within));
  const met = subtract(scale(sight, (isNear ? st - root : st + root) / ss), centre);
  return within > 0 ? met : scale(unit(met), radius);
}

/** As near to the angle before as whole turns allow, degrees. */
const near = (angle: number, before: number): number => angle - 360 * Math.round((angle - before) / 360);

/** Yaw and pitch that bring the head's point there, in the camera's frame from the centre; roll stays. */
function upright({ yaw, pitch, roll }: Pose, [px, py, pz]: Vec3, [cx, cy, cz]: Vec3): Turned {
  const [sr, cr] = sincos(roll);
  const [sy, cosy] = sincos(yaw);
  const [x, y, z] = [cr * cx + sr * cy, sr * cx - cr * cy, -cz];
  const round = Math.sqrt(px * px + pz * pz);
  const across = Math.max(-round, Math.min(round, x));
  const depth = Math.sqrt(round * round - across * across) * (cosy * pz - sy * px < 0 ? -1 : 1);
  return {
    yaw: near(atan2(across, depth) - atan2(px, pz), yaw),
    pitch: near(atan2(y, z) - atan2(py, depth), pitch),
    roll,
  };
}

/** The pose turned by the shortest way that leads one direction of the camera's frame to the other. */
function shortest(pose: Pose, from: Vec3, to: Vec3): Turned {
  const [a, b] = [unit(from), unit(to)];
  const [x, y, z] = cross(a, b);
  const k = 1 / (1 + dot(a, b));
  if (!(k < 1e6)) return pose;
  const turn: Mat3 = [
    1 - k * (y * y + z * z),
    k * x * y - z,
    k * x * z + y,
    k * x * y + z,
    1 - k * (x * x + z * z),
    k * y * z - x,
    k * x * z - y,
    k * y * z + x,
    1 - k * (x * x + y * y),
  ];
  return anglesOf(product(turn, rotation(pose)), pose);
}

/** Yaw, pitch and roll of a rotation (camera.ts); of the two ways to say it, the one nearer to the pose before. */
function anglesOf(turn: Mat3, before: Pose): Turned {
  const [, r01, , , r11, , r20, r21, r22] = turn;
  const pitch = atan2(r21, Math.sqrt(r20 * r20 + r22 * r22));
  const said = [
    { yaw: atan2(r20, -r22), pitch, roll: atan2(r01, -r11) },
    { yaw: atan2(-r20, r22), pitch: 180 - pitch, roll: atan2(-r01, r11) },
  ].map((one) => ({
    yaw: near(one.yaw, before.yaw),
    pitch: near(one.pitch, before.pitch),
    roll: near(one.roll, before.roll),
  }));
  const away = (one: Turned): number =>
    Math.abs(one.yaw - before.yaw) + Math.abs(one.pitch - before.pitch) + Math.abs(one.roll - before.roll);
  return away(said[0]) <= away(said[1]) ? said[0] : said[1];
}
