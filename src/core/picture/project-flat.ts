/* From follicles to places in a close-up, which is taken for flat skin seen straight on: every dot is round, and there
   is no outline that it could cross. */

import { cutAway } from "../head/cut.ts";
import { type Flat, placeOf } from "../head/patch.ts";
import { PLACE, type Places, roomForPlaces } from "./project.ts";

/** As projectDots of project.ts, on a close-up. `u`, `v`: the follicles' chart points, of use up to `count`. */
export function projectFlat(flat: Flat, u: Float64Array, v: Float64Array, count: number, places: Places): void {
  const { camera, cuts, perMm } = flat;
  const form = perMm * perMm;
  roomForPlaces(places, count);
  for (let i = places.ready; i < count; i++) {
    const { x, y } = placeOf(flat, u[i], v[i]);
    if (x < -8 || y < -8 || x > camera.width + 8 || y > camera.height + 8) continue;
    if (cuts.length > 0 && cutAway(cuts, x, y)) continue;
    places.at.set([x, y, form, 0, form, 1, 0, 0, Infinity], PLACE * places.count);
    places.follicle[places.count++] = i;
  }
  places.ready = Math.max(places.ready, count);
}
