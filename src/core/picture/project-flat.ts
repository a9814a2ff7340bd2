/* From follicles to marks in a close-up, which is taken for flat skin seen straight on: every dot is round. */

import { cutAway } from "../head/cut.ts";
import { type Flat, placeOf } from "../head/patch.ts";
import { MARK } from "../stipple/stipple.ts";
import type { Impression, VisibleMarks } from "./project.ts";

/** As projectDots of project.ts, on a close-up. `u`, `v`: the follicles' chart points, of use up to `count`. */
export function projectFlat(
  flat: Flat,
  u: Float64Array,
  v: Float64Array,
  count: number,
  impress: (i: number, impression: Impression) => void,
  visible: VisibleMarks,
): void {
  const { camera, cuts, perMm } = flat;
  const { marks, follicle } = visible;
  const impression: Impression = { radius: 0, opticalDepth: 0 };
  for (let i = visible.ready; i < count; i++) {
    const { x, y } = placeOf(flat, u[i], v[i]);
    if (x < -8 || y < -8 || x > camera.width + 8 || y > camera.height + 8) continue;
    if (cuts.length > 0 && cutAway(cuts, x, y)) continue;
    impress(i, impression);
    follicle[marks.count] = i;
    const form = perMm * perMm;
    marks.at.set([x, y, form, 0, form, impression.radius, impression.opticalDepth], MARK * marks.count++);
  }
  visible.ready = Math.max(visible.ready, count);
}
