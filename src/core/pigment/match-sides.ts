/* What makes treated skin as dark, and as grey, as the stubble that the client shaves: shade, strength, density and
   undertone together, searched over what the closed form says of them; and where pigment should not follow. */

import { type Lab, labOf } from "../colour/lab.ts";
import type { Rgb } from "../colour/linear.ts";
import { clamp } from "../geometry/interpolate.ts";
import type { DotsPerCm2 } from "../units.ts";
import { DOT } from "./dot.ts";
import { type HairColour, isFair, proposalFor } from "./hair-colour.ts";
import { type Work, treatedSkin } from "./match.ts";
import type { Shade } from "./shades.ts";
import { type Undertone, undertones } from "./undertone.ts";

/**
 * Why treated skin stays fairer than the sides: no pigment of the ladder gets so dark; so dark would be unwise; or the
 * hair is fair, and little is proposed.
 */
export type MatchLimit = "cannot" | "unwise" | "fair";

export type Match = {
  readonly shade: Shade;
  readonly strength: number;
  readonly density: DotsPerCm2;
  readonly undertone: Undertone;
  /** Treated skin less the sides, L*, a*, b*: over 0 it is fairer, redder, yellower. */
  readonly left: Lab;
  readonly limit: MatchLimit | null;
};

/** What the practitioner has and what the client is; `usual`: the density that is kept where it can be. */
export type Having = {
  readonly ladder: readonly Shade[];
  readonly hair: HairColour | null;
  readonly usual: DotsPerCm2;
};

/** Sides darker than bare skin by less than this carry no stubble that could be matched, L*. */
const STUBBLE = 1.5;
/** As dark against bare skin as real work is at its darkest, L* (SOURCES pigment-9); fair hair asks for less. */
const WISE = 11;
const WISE_WHEN_FAIR = 4;
/** As near as this is matched: L*, and a* and b*. */
export const MATCHED = { l: 1.5, ab: 2 } as const;

/** Where the search begins, and how far it looks about the best that it has found, round by round. */
const densities: readonly DotsPerCm2[] = [120, 150, 180, 210];
const strengths: readonly number[] = [0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6];
const ROUNDS = [
  { denser: 15, stronger: 10 },
  { denser: 5, stronger: 5 },
] as const;
const DENSITIES = { least: 120, most: 220 } as const;

type Tried = Pick<Match, "shade" | "strength" | "density" | "undertone">;

/** How far one colour lies from another, as Match has it. */
export const leftBetween = (treated: Rgb, sides: Rgb): Lab => {
  const [here, there] = [labOf(treated), labOf(sides)];
  return { l: here.l - there.l, a: here.a - there.a, b: here.b - there.b };
};

/**
 * What comes nearest to the sides on this skin, both sRGB 0..255 in like light, and no darker than is wise (SOURCES
 * pigment-3). `work`: as it is planned now; of two equally near the one nearer to it. Null where the sides are no
 * darker than bare skin and no fair hair explains it. The ladder has one shade at least.
 */
export function matchSides(skin: Rgb, sides: Rgb, work: Work, { ladder, hair, usual }: Having): Match | null {
  const [bare, to] = [labOf(skin).l, labOf(sides)];
  const fair = isFair(hair);
  if (bare - to.l < STUBBLE && !fair) return null;
  const darkest = bare - (fair ? WISE_WHEN_FAIR : WISE);
  const proposed = fair ? proposalFor(ladder[0], hair) : null;
  const cost = (tried: Tried): number => {
    const { l, a, b } = labOf(treatedSkin(skin, tried.shade, workOf(tried, work)));
    // Where the sides are darker than is wise, it is the wise that is come near to.
    return near(l - Math.max(to.l, darkest), a - to.a, b - to.b) + habit(tried, work, usual, proposed?.strength ?? 1);
  };
  const most = proposed?.strength ?? DOT.strength.most;
  const best = ROUNDS.reduce(
    (found, round) => nearestOf(aboutIt(found, round, most), cost),
    nearestOf(startsOf(ladder, most), cost),
  );
  const left = leftBetween(treatedSkin(skin, best.shade, workOf(best, work)), sides);
  return { ...best, left, limit: limitOf(left, fair, to.l < darkest - MATCHED.l) };
}

function limitOf(left: Lab, fair: boolean, unwise: boolean): MatchLimit | null {
  if (fair) return "fair";
  if (unwise) return "unwise";
  return left.l > MATCHED.l ? "cannot" : null;
}

const workOf = ({ strength, density, undertone }: Tried, work: Work): Work => ({
  ...work,
  density,
  undertone,
  dot: { ...work.dot, strength },
});

/** Squares of what can be seen: 1 where a colour is just matched. */
const near = (l: number, a: number, b: number): number =>
  (l * l) / (MATCHED.l * MATCHED.l) + (a * a + b * b) / (MATCHED.ab * MATCHED.ab);

/** What is out of the way costs a little: it is left as it is where colour does not ask for it. */
function habit({ strength, density, undertone }: Tried, work: Work, usual: DotsPerCm2, own: number): number {
  const [stronger, denser] = [(strength - own) / 0.5, (density - usual) / 60];
  return 0.15 * (stronger * stronger + denser * denser) + (undertone === work.undertone ? 0 : 0.1);
}

const startsOf = (ladder: readonly Shade[], most: number): readonly Tried[] =>
  undertones.flatMap((undertone) =>
    ladder.flatMap((shade) =>
      densities.flatMap((density) =>
        strengths.filter((strength) => strength <= most).map((strength) => ({ shade, strength, density, undertone })),
      ),
    ),
  );

/** What was found, and a step to either side of it in density, dots/cm^2, and strength, hundredths. */
const aboutIt = (found: Tried, { denser, stronger }: (typeof ROUNDS)[number], most: number): readonly Tried[] =>
  [0, -1, 1].flatMap((up) =>
    [0, -1, 1].map((on) => ({
      ...found,
      density: clamp(found.density + up * denser, DENSITIES.least, DENSITIES.most),
      strength: clamp(Math.round(100 * found.strength + on * stronger) / 100, DOT.strength.least, most),
    })),
  );

function nearestOf(all: readonly Tried[], cost: (tried: Tried) => number): Tried {
  let [best, least] = [all[0], Infinity];
  for (const tried of all) {
    const here = cost(tried);
    if (here < least) [best, least] = [tried, here];
  }
  return best;
}
