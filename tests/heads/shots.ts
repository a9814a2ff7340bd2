/* How a sitter is photographed: pose, lens and its usual distance, light, room, how wet the skin is, and what the phone
   makes of the picture. All from a seed. */
import type { View } from "../demo/camera.ts";
import { stream } from "../demo/noise.ts";
import { mix } from "../demo/sdf.ts";
import { type LightName, lightings } from "./lighting.ts";
import { type RoomName, rooms } from "./rooms.ts";

export type Shot = {
  readonly view: View;
  /** Degrees that the head is bowed on its body. */
  readonly nod: number;
  readonly pose: PoseName;
  /** The lens as one speaks of it, mm for 24 x 36 mm of film. */
  readonly lens: number;
  readonly light: LightName;
  readonly room: RoomName;
  readonly roomSeed: number;
  readonly shirt: readonly [number, number, number];
  readonly oil: number;
  /** Standard deviation of the lens's blur, px, beyond what every pixel has. */
  readonly blur: number;
  /** The sensor's grain, of the demo's. */
  readonly grain: number;
  readonly quality: number;
};

const WIDTH = 900;
const HEIGHT = 1200;
/** The diagonal of 24 x 36 mm of film, mm. */
const FILM = 43.27;

/** Yaw and pitch, least and most, degrees; and how far the head is bowed on the body. */
const POSES = {
  front: [-6, 6, -4, 3, 0],
  "front-bowed": [-8, 8, -60, -30, 30],
  "three-quarter-left": [-42, -28, -14, 2, 0],
  "three-quarter-right": [28, 42, -14, 2, 0],
  left: [-94, -84, -6, 3, 0],
  right: [84, 94, -6, 3, 0],
  top: [-8, 8, -88, -78, 0],
  crown: [174, 186, -50, -32, 0],
  back: [174, 186, -6, 4, 0],
  "back-bowed": [150, 210, 8, 24, 30],
} as const;
export type PoseName = keyof typeof POSES;

/** Lenses, mm for film of 24 x 36, and the distances that they are used at, mm. */
const LENSES: readonly (readonly [lens: number, near: number, far: number])[] = [
  [26, 340, 470],
  [24, 320, 430],
  [77, 900, 1250],
  [48, 560, 800],
  [26, 340, 430],
  [13, 230, 280],
];

const SHIRTS: readonly (readonly [number, number, number])[] = [
  [0.036, 0.037, 0.04],
  [0.55, 0.54, 0.52],
  [0.02, 0.03, 0.07],
  [0.16, 0.03, 0.03],
  [0.3, 0.2, 0.14],
];

/** The three pictures of one head: either bowed on its body in all of them, or in none. */
const UPRIGHT: readonly (readonly PoseName[])[] = [
  ["front", "left", "top"],
  ["three-quarter-right", "back", "crown"],
  ["front", "right", "crown"],
  ["three-quarter-left", "top", "right"],
];
const BOWED: readonly PoseName[] = ["front-bowed", "front-bowed", "back-bowed"];

/** The poses of head `which`: the bowed front, which is the most usual, in every second. */
export const posesOf = (which: number): readonly PoseName[] =>
  which % 2 === 0 ? BOWED : UPRIGHT[(which >> 1) % UPRIGHT.length];

/** Picture `k` of head `which`. `seed`: whole number. */
export function shotOf(seed: number, which: number, k: number): Shot {
  const next = stream(seed * 7919 + which * 101 + k * 17 + 3);
  const pose = posesOf(which)[k];
  const [yawLeast, yawMost, pitchLeast, pitchMost, nod] = POSES[pose];
  const n = 3 * which + k;
  const [lens, near, far] = LENSES[n % LENSES.length];
  const focalPx = (lens * Math.hypot(WIDTH, HEIGHT)) / FILM;
  const z = mix(near, far, next());
  const pitch = mix(pitchLeast, pitchMost, next());
  const low = 50 * Math.cos((pitch * Math.PI) / 180);
  const name = `${String(which).padStart(2, "0")}-${k}-${pose}`;
  return {
    view: {
      name,
      width: WIDTH,
      height: HEIGHT,
      focalPx,
      pose: {
        yaw: mix(yawLeast, yawMost, next()),
        pitch,
        roll: mix(-4, 4, next()),
        x: mix(-18, 18, next()),
        y: -low + mix(-14, 14, next()),
        z,
      },
    },
    nod,
    pose,
    lens,
    light: lightings[(n + Math.floor(n / 6)) % (lightings.length - 1)],
    room: rooms[(2 * n + Math.floor(n / 3)) % rooms.length],
    roomSeed: seed * 53 + n,
    shirt: SHIRTS[Math.floor(next() * SHIRTS.length)],
    oil: [0.25, 1, 1.7][Math.floor(next() * 3)],
    blur: [0, 0.4, 0.9][Math.floor(next() * 3)],
    grain: mix(0.7, 1.8, next()),
    quality: Math.round(mix(74, 93, next())),
  };
}

/** A view at 1/`by` of its size. */
export const smallerView = (view: View, by: number): View => ({
  ...view,
  width: Math.round(view.width / by),
  height: Math.round(view.height / by),
  focalPx: view.focalPx / by,
});

/** The same shot, kept at 1/`by` of its size. */
export const smallerShot = (shot: Shot, by: number): Shot => ({
  ...shot,
  view: smallerView(shot.view, by),
  blur: shot.blur / by,
});
