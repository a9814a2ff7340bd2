/* From follicles on the head to marks in a photo: position, the ellipse a round dot becomes, and the fade at grazing
   angles. The one hot loop of the head, so its sums are written out; `surface.ts` says the same for single points, and
   a test holds the two together. */

import { MARK, type Marks, createMarks } from "../stipple/stipple.ts";
import type { Pixels } from "../units.ts";
import { cutAway } from "../head/cut.ts";
import { warpInto } from "../head/warp.ts";
import { type Surface, bendShare, bendSlope, diamond } from "../head/surface.ts";
import { SQUARENESS } from "../head/vault.ts";

/**
 * Cosines of 77 and 85 degrees of incidence: marks are whole up to the first and gone from the second. A fade from 70
 * to 80 degrees left a bare rim of 4 % of the radius that the eye sees at once on the demo head.
 */
const WHOLE = 0.22495105434386498;
const GONE = 0.08715574274765818;

/**
 * Discs end this share of the way to the outline: a traced edge is sure
 * to a pixel or two of 300, and a dot on the wall is worse than none.
 */
const WITHIN = 0.994;

/** What one touch of the needle leaves: radius on the skin in mm, optical depth in units of its shade. */
export type Impression = { radius: number; opticalDepth: number };

/**
 * The follicles that a photo shows, in order of rank: mark j is
 * follicle `follicle[j]`. `ready`: so many have been looked at.
 */
export type VisibleMarks = { readonly marks: Marks; readonly follicle: Int32Array; ready: number };

/** Room for `most` marks, none of them there yet; `soft`: how soft their edges are, px. */
export const createVisibleMarks = (most: number, soft?: Pixels): VisibleMarks => ({
  marks: createMarks(most, soft),
  follicle: new Int32Array(most),
  ready: 0,
});

/**
 * Adds to `visible` those of the follicles from `visible.ready` to `count` that the photo shows. `directions`: x, y, z
 * of each, unit. `impress(i, impression)` writes how follicle i would look. Marks outside the photo and in its cut-outs
 * are left out; so are those whose disc would cross the outline.
 */
export function projectDots(
  surface: Surface,
  directions: Float64Array,
  count: number,
  impress: (i: number, impression: Impression) => void,
  visible: VisibleMarks,
): void {
  const { vault, eye, centre, limb, ratio, cuts, warp } = surface;
  const { halfBreadth: b, height: c, halfLength: a } = vault;
  const { camera, turn, shift, place } = eye;
  const sectors = limb.length - 1;
  const impression: Impression = { radius: 0, opticalDepth: 0 };
  const { marks, follicle } = visible;
  const { at: out } = marks;
  const seenAt = new Float64Array(3);
  for (let i = visible.ready; i < count; i++) {
    let x = directions[3 * i];
    let y = directions[3 * i + 1];
    let z = directions[3 * i + 2];
    if (warp) {
      // Moved along the skin, a dot stays as round and as large as it is.
      warpInto(warp, x, y, z, seenAt);
      x = seenAt[0];
      y = seenAt[1];
      z = seenAt[2];
    }
    const h = 1 + 4 * SQUARENESS * x * x * z * z;
    const px = b * h * x;
    const py = c * y;
    const pz = a * h * z;
    const ex = place[0] - px;
    const ey = place[1] - py;
    const ez = place[2] - pz;
    const hx = 8 * SQUARENESS * x * z * z;
    const hz = 8 * SQUARENESS * x * x * z;
    const mxx = b * (h + x * hx);
    const mxz = b * x * hz;
    const mzx = a * z * hx;
    const mzz = a * (h + z * hz);
    let nx = c * (mzz * x - mzx * z);
    let ny = (mxx * mzz - mxz * mzx) * y;
    let nz = c * (mxx * z - mxz * x);
    const toEye = nx * ex + ny * ey + nz * ez;
    if (toEye <= 0) continue;
    const size = Math.sqrt(nx * nx + ny * ny + nz * nz);
    const facing = toEye / (size * Math.sqrt(ex * ex + ey * ey + ez * ez));
    if (facing <= GONE) continue;
    impress(i, impression);
    nx /= size;
    ny /= size;
    nz /= size;

    const qx = turn[0] * px + turn[1] * py + turn[2] * pz + shift[0];
    const qy = turn[3] * px + turn[4] * py + turn[5] * pz + shift[1];
    const qz = turn[6] * px + turn[7] * py + turn[8] * pz + shift[2];
    const k = camera.focal / qz;
    const sx = qx / qz;
    const sy = qy / qz;
    // Rows of the projection's derivative, px per mm.
    const ux = k * (turn[0] - sx * turn[6]);
    const uy = k * (turn[1] - sx * turn[7]);
    const uz = k * (turn[2] - sx * turn[8]);
    const vx = k * (turn[3] - sy * turn[6]);
    const vy = k * (turn[4] - sy * turn[7]);
    const vz = k * (turn[5] - sy * turn[8]);
    // On the skin only: what goes along the normal is taken out.
    const un = ux * nx + uy * ny + uz * nz;
    const vn = vx * nx + vy * ny + vz * nz;
    const fxx = ux * ux + uy * uy + uz * uz - un * un;
    const fxy = ux * vx + uy * vy + uz * vz - un * vn;
    const fyy = vx * vx + vy * vy + vz * vz - vn * vn;

    const dx = camera.width / 2 + k * qx - centre.x;
    const dy = camera.height / 2 + k * qy - centre.y;
    const r = Math.sqrt(dx * dx + dy * dy);
    const sector = (diamond(dx, dy) / 4) * sectors;
    const s = Math.min(sectors - 1, Math.floor(sector));
    const edge = limb[s] + (sector - s) * (limb[s + 1] - limb[s]);
    const bend = ratio[s] + (sector - s) * (ratio[s + 1] - ratio[s]) - 1;
    const t = Math.min(1, r / edge);
    const around = 1 + bend * bendShare(t);
    const outward = 1 + bend * bendSlope(t);
    const mx = centre.x + around * dx;
    const my = centre.y + around * dy;
    // The bend's derivative: `outward` along the ray from the centre, `around` across it.
    const rx = r > 0 ? dx / r : 1;
    const ry = r > 0 ? dy / r : 0;
    const bxx = around + (outward - around) * rx * rx;
    const bxy = (outward - around) * rx * ry;
    const byy = around + (outward - around) * ry * ry;
    const gxx = bxx * fxx + bxy * fxy;
    const gxy = bxx * fxy + bxy * fyy;
    const hxx = bxy * fxx + byy * fxy;
    const hyy = bxy * fxy + byy * fyy;
    const xx = gxx * bxx + gxy * bxy;
    const xy = gxx * bxy + gxy * byy;
    const yy = hxx * bxy + hyy * byy;

    const reach = impression.radius * Math.sqrt(rx * rx * xx + 2 * rx * ry * xy + ry * ry * yy);
    if (around * r + reach + 1 > WITHIN * edge * (1 + bend)) continue;
    if (mx < -8 || my < -8 || mx > camera.width + 8 || my > camera.height + 8) continue;
    if (cuts.length > 0 && cutAway(cuts, mx, my)) continue;
    const f = facing >= WHOLE ? 1 : (facing - GONE) / (WHOLE - GONE);
    follicle[marks.count] = i;
    const m = MARK * marks.count++;
    out[m] = mx;
    out[m + 1] = my;
    out[m + 2] = xx;
    out[m + 3] = xy;
    out[m + 4] = yy;
    out[m + 5] = impression.radius;
    out[m + 6] = impression.opticalDepth * f * f * (3 - 2 * f);
  }
  visible.ready = Math.max(visible.ready, count);
}
