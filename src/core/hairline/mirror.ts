/* The line in a mirror: the one whole, or one of its sides on the other. */

import { type Vec3, mirrored, unit } from "../geometry/vector.ts";
import { roundedDirection } from "./drawn-curve.ts";
import type { Drawn, Hairline } from "./hairline.ts";
import { type HeadSide, type Rest, type RestPoint, sidePoints } from "./rest.ts";

/** The line with the client's left for the right; twice it is the line itself. */
export function flipped(hairline: Hairline): Hairline {
  const { points, rest, drawn } = hairline;
  return {
    ...hairline,
    points: {
      mid: mirrored(points.mid),
      templeLeft: mirrored(points.templeRight),
      templeRight: mirrored(points.templeLeft),
      peakLeft: mirrored(points.peakRight),
      peakRight: mirrored(points.peakLeft),
    },
    rest: rest && flippedRest(rest),
    drawn: drawn && { ...drawn, points: drawn.points.map(mirrored).toReversed() },
  };
}

function flippedRest(rest: Rest): Rest {
  const points = Object.fromEntries(Object.entries(rest.points).map(([name, at]) => [name, mirrored(at)])) as Record<
    RestPoint,
    Vec3
  >;
  for (const { left, right } of Object.values(sidePoints)) {
    points[left] = mirrored(rest.points[right]);
    points[right] = mirrored(rest.points[left]);
  }
  return { ...rest, points };
}

/** The line with its other side as this one is, the client's left or right; what lies on the midline is put there. */
export function withSidesAs(hairline: Hairline, side: HeadSide): Hairline {
  const alike = (line: Hairline): Hairline => {
    const { mid, templeLeft, peakLeft } = line.points;
    const points = { ...line.points, mid: onMidline(mid) };
    return {
      ...line,
      uneven: 0,
      points: { ...points, templeRight: mirrored(templeLeft), peakRight: mirrored(peakLeft) },
      rest: line.rest && leftOnBoth(line.rest),
      drawn: line.drawn && leftDrawn(line.drawn),
    };
  };
  return side === "left" ? alike(hairline) : flipped(alike(flipped(hairline)));
}

const onMidline = ([, y, z]: Vec3): Vec3 => [0, y, z];

function leftOnBoth(rest: Rest): Rest {
  const points = { ...rest.points, nape: onMidline(rest.points.nape), fringe: onMidline(rest.points.fringe) };
  for (const { left, right } of Object.values(sidePoints)) points[right] = mirrored(points[left]);
  return { ...rest, points };
}

/** The points of the client's left and their twins, with one between them on the midline. */
function leftDrawn({ points, temples }: Drawn): Drawn {
  const left = points.filter(([x]) => x > NEAR_MIDLINE);
  const middle = points.reduce((best, d) => (Math.abs(d[0]) < Math.abs(best[0]) ? d : best));
  const between = roundedDirection(unit(onMidline(middle)));
  return { points: [...left.map(mirrored).toReversed(), between, ...left], temples };
}

/** So near the midline, as a length of directions, a drawn point is the one on it. */
const NEAR_MIDLINE = 0.02;
