/* Placing the head in a photo by hand: the handles, and the whole head carried, sized and rolled. Each handle does one
   thing. Those on the outline size the head, the other side staying where it is, or move it; one in the middle turns it
   like a ball about its centre; one beside it rolls and sizes it. None but these two turns anything. They lie on the
   bare model, so that an outline traced afterwards leaves them where the hand has put them. */

import { atan2, sincos } from "../geometry/exact.ts";
import { type Point2, apart } from "../geometry/vector.ts";
import type { Degrees, Millimetres, Pixels } from "../units.ts";
import { type Pose, eyeOf, project, rotation } from "./camera.ts";
import { limbDirections, limbEnd } from "./limb.ts";
import { turnPoint, turnedTo } from "./turn.ts";
import { type Vault, vaultPoint } from "./vault.ts";
import type { View } from "./view.ts";

/** Left and right are the client's; forehead and behind are the ends of a head that is seen from the side. */
export const headHandles = ["turn", "roll", "top", "left", "right", "forehead", "behind"] as const;
export type HeadHandle = (typeof headHandles)[number];
export type PlacedHandle = { readonly id: HeadHandle; readonly at: Point2 };

/** What fingers do to the whole head: what lies at `from` comes to `to`, `times` as large, turned clockwise there. */
export type Carry = {
  readonly from: Point2;
  readonly to: Point2;
  readonly times: number;
  readonly clockwise: Degrees;
};

/** How near and how far a head may be brought, mm from the camera to its centre. */
const [NEAREST, FARTHEST]: readonly Millimetres[] = [160, 20_000];

/** Limb points that its ends are found by. */
const LIMB = 48;

/** From the head's centre to the handle that rolls, in half lengths of the head: beside the outline from every side. */
const ROLL_AWAY = 1.22;

/** Of the photo's width: where the centre is farther right, there is more room on the left. */
const RIGHT_OF = 0.7;

/** Sine of the yaw from which a head is seen from the side, and its ends are forehead and back. */
const SIDEWAYS = 0.8;

/** A drag of a side cannot make the head smaller than this share of itself at once: sides never change places. */
const LEAST_SHARE = 0.2;

/** Upright with the head, unit vectors of the picture. */
type Axes = { readonly across: Point2; readonly up: Point2 };

/** From above, yaw and roll are nearly one and the same, so there the head's own breadth tells what is upright. */
function axesOf({ aspect, pose }: View): Axes {
  const [sin, cos] = sincos(pose.roll);
  let [x, y] = [cos, sin];
  if (aspect === "top") {
    const turn = rotation(pose);
    const seen = Math.sqrt(turn[0] * turn[0] + turn[3] * turn[3]);
    if (seen > 0.3) [x, y] = [turn[0] / seen, turn[3] / seen];
  }
  return { across: { x, y }, up: { x: y, y: -x } };
}

const along = (p: Point2, axis: Point2): number => p.x * axis.x + p.y * axis.y;

type Ends = { readonly right: Point2; readonly left: Point2; readonly top: Point2 };

/** Where the bare model reaches farthest, right and left as the picture of an upright head has them, px. */
function endsOf(vault: Vault, view: View): Ends {
  const eye = eyeOf(view.camera, view.pose);
  const { across, up } = axesOf(view);
  const limb = limbDirections(vault, eye, LIMB).map((d) => project(eye, vaultPoint(vault, d)));
  return {
    right: limbEnd(limb, (p) => along(p, across)),
    left: limbEnd(limb, (p) => -along(p, across)),
    top: limbEnd(limb, (p) => along(p, up)),
  };
}

type Names = Readonly<Record<keyof Ends, HeadHandle>>;

/** What lies there of the head. */
function namesOf({ aspect, pose }: View): Names {
  if (aspect === "top") return { right: "left", left: "right", top: "behind" };
  const [sin, cos] = sincos(pose.yaw);
  if (sin > SIDEWAYS) return { right: "forehead", left: "behind", top: "top" };
  if (sin < -SIDEWAYS) return { right: "behind", left: "forehead", top: "top" };
  return cos > 0 ? { right: "left", left: "right", top: "top" } : { right: "right", left: "left", top: "top" };
}

/** Where the vault's centre falls in the photo, px. */
const centreOf = ({ camera, pose }: View): Point2 => ({
  x: camera.width / 2 + (camera.focal * pose.x) / pose.z,
  y: camera.height / 2 + (camera.focal * pose.y) / pose.z,
});

/** Beside the head, up on the right, where the photo has room; rolling and sizing about the centre leave it there. */
function rollPlace(vault: Vault, view: View): Point2 {
  const centre = centreOf(view);
  const { across, up } = axesOf(view);
  const r = (ROLL_AWAY * Math.SQRT1_2 * vault.halfLength * view.camera.focal) / view.pose.z;
  const side = centre.x < RIGHT_OF * view.camera.width ? r : -r;
  return { x: centre.x + side * across.x + r * up.x, y: centre.y + side * across.y + r * up.y };
}

/** All handles, px of the photo, whether within it or beside it. Throws RangeError when the camera is in the head. */
export function allHandles(vault: Vault, view: View): readonly PlacedHandle[] {
  const [ends, names] = [endsOf(vault, view), namesOf(view)];
  return [
    { id: "turn", at: turnPoint(vault, view) },
    { id: names.top, at: ends.top },
    { id: names.right, at: ends.right },
    { id: names.left, at: ends.left },
    { id: "roll", at: rollPlace(vault, view) },
  ];
}

/** The handles that a hand can reach: within the photo, px. Throws RangeError when the camera is in the head. */
export const handlesInPhoto = (vault: Vault, view: View): readonly PlacedHandle[] =>
  allHandles(vault, view).filter(
    ({ at }) => at.x >= 0 && at.y >= 0 && at.x <= view.camera.width && at.y <= view.camera.height,
  );

/** The head as wide as it is seen in the photo, px. Throws RangeError when the camera is in the head. */
export function breadthSeen(vault: Vault, view: View): Pixels {
  const { right, left } = endsOf(vault, view);
  return apart(right, left);
}

/** The view with the whole head carried as fingers have moved, its yaw and pitch as they were. */
export function withHeadCarried(view: View, { from, to, times, clockwise }: Carry): View {
  const { camera, pose } = view;
  const z = Math.max(NEAREST, Math.min(FARTHEST, pose.z / times));
  // As much as it truly grows: a head that is as near as may be does not run away.
  const grown = pose.z / z;
  const [sin, cos] = sincos(clockwise);
  const centre = centreOf(view);
  const [dx, dy] = [centre.x - from.x, centre.y - from.y];
  const x = to.x + grown * (cos * dx - sin * dy) - camera.width / 2;
  const y = to.y + grown * (sin * dx + cos * dy) - camera.height / 2;
  const roll = pose.roll + clockwise;
  const carried: Pose = {
    ...pose,
    roll: clockwise === 0 ? roll : roll - 360 * Math.round(roll / 360),
    x: (x * z) / camera.focal,
    y: (y * z) / camera.focal,
    z,
  };
  return { ...view, pose: carried, fittedBy: "person" };
}

const NO_TURN = { times: 1, clockwise: 0 } as const;

/** Rounds in which an end comes to its place, at most, and how near to it is there, px. */
const [ROUNDS, THERE] = [8, 1e-4];

/**
 * The view with a handle at a photo point, or as near to it as that handle's one thing leads; as it is for a handle
 * that this view does not have. Throws RangeError when the camera is in the head.
 */
export function withHandleAt(vault: Vault, view: View, handle: HeadHandle, to: Point2): View {
  if (handle === "turn") return { ...view, pose: turnedTo(vault, view, to), fittedBy: "person" };
  if (handle === "roll") return rolledTo(vault, view, to);
  const names = namesOf(view);
  if (handle === names.top) return movedTo(vault, view, "top", to);
  if (handle === names.right) return sizedTo(vault, view, ["right", "left"], to);
  if (handle === names.left) return sizedTo(vault, view, ["left", "right"], to);
  return view;
}

function rolledTo(vault: Vault, view: View, to: Point2): View {
  const [centre, at] = [centreOf(view), rollPlace(vault, view)];
  const [was, is] = [at, to].map((p) => atan2(p.y - centre.y, p.x - centre.x));
  const times = apart(to, centre) / apart(at, centre);
  return times > 0
    ? withHeadCarried(view, { from: centre, to: centre, times: Math.max(LEAST_SHARE, times), clockwise: is - was })
    : view;
}

/** Moved until an end of the head is there; seen from elsewhere the end is slightly another, hence the rounds. */
function movedTo(vault: Vault, view: View, end: keyof Ends, to: Point2): View {
  let moved = view;
  for (let round = 0; round < ROUNDS; round++) {
    const from = endsOf(vault, moved)[end];
    moved = withHeadCarried(moved, { from, to, ...NO_TURN });
    if (apart(from, to) < THERE) break;
  }
  return moved;
}

type Side = "right" | "left";

/** Sized until one side is there and the other one where it was; up and down the whole head goes with the finger. */
function sizedTo(vault: Vault, view: View, [side, other]: readonly [Side, Side], to: Point2): View {
  const { across } = axesOf(view);
  const spanOf = (a: Point2, b: Point2): Pixels => Math.abs(along(a, across) - along(b, across));
  let now = endsOf(vault, view);
  const out = side === "right" ? 1 : -1;
  const wanted = out * (along(to, across) - along(now[other], across));
  const span = Math.max(LEAST_SHARE * spanOf(now[side], now[other]), wanted);
  let sized = view;
  for (let round = 0; round < ROUNDS; round++) {
    const times = span / spanOf(now[side], now[other]);
    sized = withHeadCarried(sized, { from: now[side], to, times, clockwise: 0 });
    now = endsOf(vault, sized);
    if (apart(now[side], to) < THERE && Math.abs(spanOf(now[side], now[other]) - span) < THERE) break;
  }
  return sized;
}
