/* The client's hair colour, said by hand, since a photo of a bald head need not show it; and what it asks for beside
   the skin: a step on the ladder, an undertone, a strength. An illustration (SOURCES pigment-7 and pigment-8). */

import { PARTS, type Shade, tradeShades } from "./shades.ts";
import type { Undertone } from "./undertone.ts";

/** From dark to fair, then red and what has lost its colour. */
export const hairColours = ["black", "dark", "brown", "light", "blond", "red", "grey", "white"] as const;
export type HairColour = (typeof hairColours)[number];

type Asks = {
  /** Steps of the trade's ladder from what suits the skin, over 0 to the fairer. */
  readonly fairer: number;
  /** No darker than this dilution, parts of water. */
  readonly least: number;
  readonly undertone: Undertone;
  /** Times the usual optical depth. */
  readonly strength: number;
};

const { least: any } = PARTS;

const asks: Readonly<Record<HairColour, Asks>> = {
  black: { fairer: -1, least: any, undertone: "neutral", strength: 1 },
  dark: { fairer: 0, least: any, undertone: "neutral", strength: 1 },
  brown: { fairer: 0, least: any, undertone: "neutral", strength: 1 },
  light: { fairer: 0, least: 20, undertone: "neutral", strength: 0.9 },
  blond: { fairer: 1, least: 20, undertone: "warm", strength: 0.75 },
  red: { fairer: 0, least: any, undertone: "warm", strength: 0.9 },
  grey: { fairer: 1, least: any, undertone: "cool", strength: 0.8 },
  // Shaved, it hardly shows: whatever is set is darker than the client's own.
  white: { fairer: 2, least: 25, undertone: "cool", strength: 0.55 },
};

/** Hair whose stubble hardly darkens skin: little is proposed, and the screen says why. */
export const isFair = (hair: HairColour | null): boolean => hair === "blond" || hair === "grey" || hair === "white";

/** What is proposed to begin with; null of what only the hair could tell, where it has not been said. */
export type Proposal = {
  readonly shade: Shade;
  readonly undertone: Undertone | null;
  readonly strength: number | null;
};

/** The trade's ladder, and a step beyond it at the dark end, two at the fair one. */
const rungs: readonly number[] = [5, ...tradeShades.map(({ parts }) => parts), 35, 40];

function stepped(parts: number, fairer: number): number {
  const apart = rungs.map((rung) => Math.abs(rung - parts));
  const at = apart.indexOf(Math.min(...apart)) + fairer;
  return rungs[Math.max(0, Math.min(rungs.length - 1, at))];
}

/** What suits skin and hair; `bySkin`: the shade that suits the skin alone. */
export function proposalFor(bySkin: Shade, hair: HairColour | null): Proposal {
  if (hair === null) return { shade: bySkin, undertone: null, strength: null };
  const { fairer, least, undertone, strength } = asks[hair];
  return { shade: { parts: Math.max(least, stepped(bySkin.parts, fairer)), name: "" }, undertone, strength };
}
