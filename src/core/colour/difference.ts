/* How different two colours look: CIEDE2000, after Sharma, Wu and Dalal (Color Research and Application 30, 2005),
   whose 34 pairs it is tested on. */

import { atan2, exp, sincos } from "../geometry/exact.ts";
import type { Lab } from "./lab.ts";

/** c^7 / (c^7 + 25^7): how far a chroma is from grey, as the formula weighs it. */
function share7(c: number): number {
  const c2 = c * c;
  const c7 = c2 * c2 * c2 * c;
  return c7 / (c7 + 6103515625);
}

const chroma = (a: number, b: number): number => Math.sqrt(a * a + b * b);

/** Hue angle, degrees 0..360. */
function hue(a: number, b: number): number {
  const h = atan2(b, a);
  return h < 0 ? h + 360 : h;
}

/** Delta E 2000, 0 upwards, with its weights kL, kC, kH at 1: about 1 can just be seen side by side. */
export function deltaE2000(one: Lab, two: Lab): number {
  const g = 0.5 * (1 - Math.sqrt(share7((chroma(one.a, one.b) + chroma(two.a, two.b)) / 2)));
  const [a1, a2] = [(1 + g) * one.a, (1 + g) * two.a];
  const [c1, c2] = [chroma(a1, one.b), chroma(a2, two.b)];
  const [h1, h2] = [hue(a1, one.b), hue(a2, two.b)];
  const grey = c1 * c2 === 0;
  // Over half a turn apart the shorter way leads through 0. Whether over or under is asked of the cross product: it is
  // exact for opposite hues, where angles are rounded.
  const cross = a1 * two.b - a2 * one.b;
  const round = Math.abs(h1 - h2) > 179 && (h2 > h1 ? cross < 0 : cross > 0);

  const turn = grey ? 0 : h2 - h1 + (round ? (h2 > h1 ? -360 : 360) : 0);
  const dl = two.l - one.l;
  const dc = c2 - c1;
  const dh = 2 * Math.sqrt(c1 * c2) * sincos(turn / 2)[0];

  const l = (one.l + two.l) / 2 - 50;
  const c = (c1 + c2) / 2;
  const h = grey ? h1 + h2 : (h1 + h2 + (round ? (h1 + h2 < 360 ? 360 : -360) : 0)) / 2;
  const cos = (degrees: number): number => sincos(degrees)[1];
  const t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const blue = (h - 275) / 25;
  const twist = -sincos(60 * exp(-blue * blue))[0] * 2 * Math.sqrt(share7(c));

  const byLightness = dl / (1 + (0.015 * l * l) / Math.sqrt(20 + l * l));
  const byChroma = dc / (1 + 0.045 * c);
  const byHue = dh / (1 + 0.015 * c * t);
  return Math.sqrt(
    Math.max(0, byLightness * byLightness + byChroma * byChroma + byHue * byHue + twist * byChroma * byHue),
  );
}
