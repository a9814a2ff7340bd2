/* What makes treated skin as dark, and as grey, as the stubble that the client shaves: shade, strength, density and
   undertone together, searched over what the closed form says of them; and where pigment should not follow. */

import { type Lab, labOf } from "../colour/lab.ts";
import type { Rgb } from "../colour/linear.ts";
import { ln } from "../geometry/exact.ts";
import { clamp } from "../geometry/interpolate.ts";
import type { DotsPerCm2 } from "../units.ts";
import { DOT } from "./dot.ts";
import type { Edition } from "./edition.ts";
import { type HairColour, isFair, proposalFor } from "./hair-colour.ts";
import { type Work, treatedSkin } from "./match.ts";
import { type Shade, depthOfShade } from "./shades.ts";
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

/** Densities that are tried beside the usual, less and more, within DENSITIES. */
const STEPS: readonly DotsPerCm2[] = [0, -20, 20, -40, 40, 60];
const DENSITIES = { least: 120, most: 220 } as const;
/** Halvings of what ink could do, until it is as dark as is wanted. */
const HALVINGS = 7;

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
  // Where the sides are darker than is wise, it is the wise that is come near to.
  const wanted = Math.max(to.l, darkest);
  const own = (fair && proposalFor(ladder[0], hair).strength) || 1;
  const most = fair ? own : DOT.strength.most;
  const labWith = (tried: Tried): Lab => labOf(treatedSkin(skin, tried.shade, workOf(tried, work)));
  const cost = (tried: Tried): number => {
    const { l, a, b } = labWith(tried);
    return near(l - wanted, a - to.a, b - to.b) + habit(tried, work, usual, own);
  };
  const tries = undertones.flatMap((undertone) =>
    STEPS.map((step) => clamp(usual + step, DENSITIES.least, DENSITIES.most)).map((density) =>
      asDark({ undertone, density, most, own }, ladder, work.edition, (tried) => labWith(tried).l > wanted),
    ),
  );
  const best = nearestOf(tries, cost);
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

/**
 * What is out of the way costs, as squares of what can be seen do: few strong dots would be nearer in hue, but they are
 * seen one by one.
 */
function habit({ strength, density, undertone }: Tried, work: Work, usual: DotsPerCm2, own: number): number {
  const [stronger, denser] = [(strength - own) / 0.5, (density - usual) / 40];
  return 0.15 * stronger * stronger + 1.5 * denser * denser + (undertone === work.undertone ? 0 : 0.1);
}

type Fixed = Pick<Tried, "undertone" | "density"> & { readonly most: number; readonly own: number };

/** With ink so strong that treated skin is just as dark as is wanted, or as near to it as the ladder comes. */
function asDark(
  { undertone, density, most, own }: Fixed,
  ladder: readonly Shade[],
  edition: Edition,
  isFairer: (tried: Tried) => boolean,
): Tried {
  const depths = ladder.map((shade) => depthOfShade(shade, edition));
  let [weak, strong] = [Math.min(...depths) * DOT.strength.least, Math.max(...depths) * most];
  const bottled = (depth: number): Tried => ({ undertone, density, ...bottleFor(depth, ladder, depths, own, most) });
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (weak + strong) / 2;
    if (isFairer(bottled(middle))) weak = middle;
    else strong = middle;
  }
  return bottled((weak + strong) / 2);
}

/** The shade that gives this depth with a strength nearest to one's own, and that strength, to a hundredth. */
function bottleFor(
  depth: number,
  ladder: readonly Shade[],
  depths: readonly number[],
  own: number,
  most: number,
): Pick<Tried, "shade" | "strength"> {
  const strengths = depths.map((full) => clamp(Math.round((100 * depth) / full) / 100, DOT.strength.least, most));
  // A strength at its bound may miss the depth: that counts before all else.
  const off = strengths.map(
    (strength, i) => 20 * Math.abs(ln((strength * depths[i]) / depth)) + Math.abs(strength - own),
  );
  const at = off.indexOf(Math.min(...off));
  return { shade: ladder[at], strength: strengths[at] };
}

function nearestOf(all: readonly Tried[], cost: (tried: Tried) => number): Tried {
  let [best, least] = [all[0], Infinity];
  for (const tried of all) {
    const here = cost(tried);
    if (here < least) [best, least] = [tried, here];
  }
  return best;
}
