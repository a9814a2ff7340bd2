/* The light that heads are photographed in, by name: soft, a window, a ceiling's lamps, a warm bulb, the phone's own
   flash, a dim room; and the lamp and window of a clinic, which the demo is taken in. Each lamp says the light that it
   gives where the sitter is. */
import type { Lighting } from "../demo/lights.ts";

type Triple = readonly [number, number, number];
type Source = { readonly at: Triple; readonly wide: number; readonly high: number; readonly gives: Triple };

/** The clinic last: sets of heads are not taken there. */
export const lightings = ["soft", "window", "ceiling", "warm", "flash", "dim", "clinic"] as const;
export type LightName = (typeof lightings)[number];

type Set = {
  readonly sources: readonly Source[];
  readonly room: Triple;
  /** How many times as long the camera exposes, and how much more grain that makes. */
  readonly exposure: number;
  readonly grain: number;
};

const SETS: Record<LightName, Set> = {
  soft: {
    sources: [
      { at: [-500, -700, -700], wide: 380, high: 420, gives: [2.5, 2.45, 2.4] },
      { at: [760, -260, -560], wide: 420, high: 420, gives: [0.9, 0.92, 0.95] },
    ],
    room: [1.6, 1.6, 1.6],
    exposure: 1,
    grain: 1,
  },
  window: {
    sources: [{ at: [-1100, -250, -250], wide: 500, high: 800, gives: [3.2, 3.35, 3.6] }],
    room: [1.1, 1.1, 1.1],
    exposure: 1,
    grain: 1,
  },
  ceiling: {
    sources: [
      { at: [-250, -1300, -150], wide: 90, high: 320, gives: [2.2, 2.15, 2.0] },
      { at: [350, -1300, 250], wide: 90, high: 320, gives: [1.5, 1.47, 1.4] },
    ],
    room: [1.5, 1.5, 1.45],
    exposure: 1,
    grain: 1.1,
  },
  warm: {
    sources: [{ at: [650, -800, -500], wide: 110, high: 110, gives: [3.1, 2.25, 1.35] }],
    room: [1.3, 1.0, 0.65],
    exposure: 1,
    grain: 1.5,
  },
  flash: {
    sources: [{ at: [25, -40, -1000], wide: 12, high: 12, gives: [3.3, 3.3, 3.35] }],
    room: [0.55, 0.5, 0.42],
    exposure: 0.95,
    grain: 1.2,
  },
  clinic: {
    sources: [
      { at: [-620, -640, -560], wide: 210, high: 260, gives: [3.1, 2.98, 2.85] },
      { at: [850, -200, -520], wide: 420, high: 500, gives: [0.42, 0.45, 0.5] },
      { at: [560, -520, 620], wide: 160, high: 360, gives: [1.15, 1.2, 1.3] },
    ],
    room: [0.95, 0.97, 1],
    exposure: 1.02,
    grain: 1,
  },
  dim: {
    sources: [{ at: [-400, -900, 300], wide: 200, high: 200, gives: [0.5, 0.44, 0.36] }],
    room: [0.75, 0.7, 0.6],
    exposure: 1.9,
    grain: 3.4,
  },
};

/** `distance`: from camera to sitter, mm: the flash sits on the camera. */
export function lightingOf(
  name: LightName,
  distance: number,
): { readonly lighting: Lighting; readonly exposure: number; readonly grain: number } {
  const { sources, room, exposure, grain } = SETS[name];
  const lamps = sources.map(({ at, wide, high, gives }) => {
    const place: Triple = name === "flash" ? [at[0], at[1], -distance] : at;
    const d2 = place[0] ** 2 + place[1] ** 2 + place[2] ** 2;
    const perPower = (4 * wide * high) / d2;
    const power: Triple = [gives[0] / perPower, gives[1] / perPower, gives[2] / perPower];
    return { at: place, wide, high, power };
  });
  return { lighting: { lamps, room }, exposure, grain };
}
