/* From follicles on the head to places in a photo: position, the ellipse that a round dot becomes there, and the fade
   at grazing angles. The one hot loop of the head, so its sums are written out; `surface.ts` says the same for single
   points, and a test holds the two together. */

import { cutAway } from "../head/cut.ts";
import { GROWN, type Growth, type Hair, growthInto, hairOf } from "../head/growth.ts";
import { withRoom } from "./room.ts";
import { warpInto } from "../head/warp.ts";
import { type Surface, bendShare, bendSlope, diamond } from "../head/surface.ts";
import { SQUARENESS, semiAxis } from "../head/vault.ts";

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

/** Numbers of each place in `Places.at`, and in `Places.hair`. */
export const PLACE = 9;
export const HAIR = 3;

/**
 * Where a photo shows follicles, in order of rank, whatever their dots look like: place j is follicle `follicle[j]`. By
 * PLACE numbers for each: x and y, px; xx, xy, yy of the ellipse that a disc of 1 mm radius becomes, px^2; the share of
 * the way from gone to whole, 0..1; and what a disc must not cross: how far from the head's centre the place is, how
 * far a disc of 1 mm reaches outwards, and how far it may, px. By HAIR numbers, where the growth of hair is known: x
 * and y of what 1 mm along it becomes, px, and how flat hair lies, 0..1; null where it is not. `ready`: so many
 * follicles have been looked at.
 */
export type Places = {
  at: Float64Array;
  hair: Float64Array | null;
  follicle: Int32Array;
  count: number;
  ready: number;
};

/** None of them there yet, and no room for any. `grown`: whether they are to tell of hair. */
export const createPlaces = (grown: boolean): Places => ({
  at: new Float64Array(0),
  hair: grown ? new Float64Array(0) : null,
  follicle: new Int32Array(0),
  count: 0,
  ready: 0,
});

/** Makes room in `places` for all follicles up to `count`, a whole number. */
export function roomForPlaces(places: Places, count: number): void {
  const most = places.count + Math.max(0, count - places.ready);
  places.at = withRoom(places.at, PLACE * most);
  if (places.hair) places.hair = withRoom(places.hair, HAIR * most);
  places.follicle = withRoom(places.follicle, most);
}

/** A point on the head as the camera sees it, before the outline has its say. */
type Seen = {
  dx: number;
  dy: number;
  fxx: number;
  fxy: number;
  fyy: number;
  facing: number;
  /** What 1 mm along the growth of hair becomes, px, and how flat hair lies. */
  gx: number;
  gy: number;
  flat: number;
};

/**
 * Adds to `places` those of the follicles from `places.ready` to `count` that the photo shows. `directions`: x, y, z of
 * each, unit. `growth`: of the head's hair; null where `places` does not tell of it. Places outside the photo and in
 * its cut-outs are left out.
 */
export function projectDots(
  surface: Surface,
  directions: Float64Array,
  count: number,
  places: Places,
  growth: Growth | null,
): void {
  roomForPlaces(places, count);
  const { warp } = surface;
  const seen: Seen = { dx: 0, dy: 0, fxx: 0, fxy: 0, fyy: 0, facing: 0, gx: 0, gy: 0, flat: 0 };
  // Where the whorl is seen: dots turn about its place in the photo.
  const hair = growth && hairOf({ ...growth, whorl: surface.seenAt(growth.whorl) });
  const seenAt = new Float64Array(3);
  for (let i = places.ready; i < count; i++) {
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
    if (seenByCamera(surface, hair, x, y, z, seen) && placed(surface, seen, places))
      places.follicle[places.count++] = i;
  }
  places.ready = Math.max(places.ready, count);
}

const hairHere = new Float64Array(GROWN);

/** Writes how the camera sees the head at a direction; false where it does not. */
function seenByCamera(
  { vault, eye, centre }: Surface,
  hair: Hair | null,
  x: number,
  y: number,
  z: number,
  seen: Seen,
): boolean {
  const { halfBreadth: b, halfLength: a } = vault;
  const c = semiAxis(vault, y);
  const { camera, turn, shift, place } = eye;
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
  if (toEye <= 0) return false;
  const size = Math.sqrt(nx * nx + ny * ny + nz * nz);
  const facing = toEye / (size * Math.sqrt(ex * ex + ey * ey + ez * ez));
  if (facing <= GONE) return false;
  seen.facing = facing;
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
  seen.fxx = ux * ux + uy * uy + uz * uz - un * un;
  seen.fxy = ux * vx + uy * vy + uz * vz - un * vn;
  seen.fyy = vx * vx + vy * vy + vz * vz - vn * vn;
  if (hair) {
    growthInto(hair, x, y, z, nx, ny, nz, hairHere);
    const gx = hairHere[0];
    const gy = hairHere[1];
    const gz = hairHere[2];
    seen.gx = ux * gx + uy * gy + uz * gz;
    seen.gy = vx * gx + vy * gy + vz * gz;
    seen.flat = hairHere[3];
  }
  seen.dx = camera.width / 2 + k * qx - centre.x;
  seen.dy = camera.height / 2 + k * qy - centre.y;
  return true;
}

/** Writes the next place, bent as the outline bends the head; false where it is outside of the photo or cut out. */
function placed({ eye, centre, limb, ratio, cuts }: Surface, seen: Seen, { at, hair, count }: Places): boolean {
  const { camera } = eye;
  const { dx, dy, fxx, fxy, fyy, facing } = seen;
  const sectors = limb.length - 1;
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

  if (mx < -8 || my < -8 || mx > camera.width + 8 || my > camera.height + 8) return false;
  if (cuts.length > 0 && cutAway(cuts, mx, my)) return false;
  const f = facing >= WHOLE ? 1 : (facing - GONE) / (WHOLE - GONE);
  const p = PLACE * count;
  at[p] = mx;
  at[p + 1] = my;
  at[p + 2] = xx;
  at[p + 3] = xy;
  at[p + 4] = yy;
  at[p + 5] = f;
  at[p + 6] = around * r;
  at[p + 7] = Math.sqrt(rx * rx * xx + 2 * rx * ry * xy + ry * ry * yy);
  at[p + 8] = WITHIN * edge * (1 + bend);
  if (hair) {
    const { gx, gy, flat } = seen;
    hair[HAIR * count] = bxx * gx + bxy * gy;
    hair[HAIR * count + 1] = bxy * gx + byy * gy;
    hair[HAIR * count + 2] = flat;
  }
  return true;
}
