/* The man of the demo, as he comes to a clinic: bald on top, the sides his own dark hair, shaved; and his pictures,
   the bowed one first. */
import type { Aspect } from "../../src/core/head/view.ts";
import type { Pose, View } from "../demo/camera.ts";
import { MODELLED } from "../demo/build.ts";
import type { Shot } from "./shots.ts";
import type { Sitter } from "./sitters.ts";

export const demoSitter: Sitter = {
  name: "demo",
  seed: 5,
  female: false,
  build: {
    ...MODELLED,
    skull: { breadth: 1.0, height: 1.065, length: 0.985 },
    face: { breadth: 1.02, height: 0.985, depth: 1 },
    jaw: 1.06,
    ear: 1.02,
    nose: { breadth: 1.08, length: 0.97, depth: 0.96 },
    browRidge: 1.15,
  },
  tone: { base: [0.4, 0.226, 0.149], beard: 1.25 },
  ita: 31,
  iris: [0.62, 0.4, 0.2],
  hair: { style: "horseshoe", norwood: "VI", length: [0.5, 0.95], thick: 0.12, colour: [0.022, 0.016, 0.013] },
};

const SIZE = { width: 1200, height: 1600 } as const;

/** A lens of 77 mm from a metre and a quarter; the side of the bowed head is nearer. */
const FOCAL = 3600;
const FAR = 1010;

type Taken = Pick<Pose, "yaw" | "pitch" | "roll" | "x" | "y">;
const TAKEN: Readonly<Record<string, Taken>> = {
  bowed: { yaw: 14, pitch: -38, roll: 1.5, x: -4, y: -40 },
  front: { yaw: -1.5, pitch: 1, roll: 0.6, x: 1, y: -62 },
  "three-quarter": { yaw: 35, pitch: 1.5, roll: -0.5, x: -10, y: -62 },
  "three-quarter-left": { yaw: -37, pitch: -1, roll: 0.8, x: 10, y: -62 },
  left: { yaw: -89, pitch: 1, roll: 0.4, x: 8, y: -62 },
  right: { yaw: 90.5, pitch: 0.5, roll: -0.6, x: -8, y: -62 },
  top: { yaw: 1, pitch: -84, roll: 0.5, x: 0, y: -12 },
  crown: { yaw: 178, pitch: -42, roll: -0.8, x: 2, y: -34 },
  back: { yaw: 181, pitch: -1.5, roll: 0.4, x: 0, y: -62 },
};

/** What the app calls them. */
export const demoAspects: Readonly<Record<string, Aspect>> = {
  bowed: "front-bowed",
  front: "front",
  "three-quarter": "three-quarter-right",
  "three-quarter-left": "three-quarter-left",
  left: "left",
  right: "right",
  top: "top",
  crown: "crown",
  back: "back",
};

export const demoShots: readonly Shot[] = Object.entries(TAKEN).map(([name, pose]) => {
  const view: View = { name, ...SIZE, focalPx: FOCAL, pose: { ...pose, z: FAR } };
  return {
    view,
    nod: name === "bowed" ? 26 : 0,
    pose: "front",
    lens: 77,
    light: "clinic",
    room: "plain",
    roomSeed: 3,
    shirt: [0.036, 0.037, 0.04],
    oil: 0.75,
    blur: 0,
    grain: 1,
    quality: 90,
  };
});
