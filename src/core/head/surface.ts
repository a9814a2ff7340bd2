/* Surface to image and back, for one view. The model's limb is bent onto the outline
   traced in the photo by a radial map about the projected centre: full at the limb,
   fading inwards, so that dots reach the edge of the skull and never leave it. */

import { atan2 } from "../geometry/exact.ts";
import { type Point2, type Vec3, add, cross, scale, unit } from "../geometry/vector.ts";
import { type Eye, eyeOf, project, sightLine } from "./camera.ts";
import { limbDirections } from "./limb.ts";
import { type Warp, unwarped, warpOf, warped } from "./warp.ts";
import { type Vault, meetVault, vaultNormal, vaultPoint } from "./vault.ts";
import { type Cut, OUTLINE_RAYS, type View } from "./view.ts";

/**
 * Sectors of the picture about the head's centre. The angle is measured as on a diamond, 0..4: as good as degrees for
 * looking up, and cheaper.
 */
const SECTORS = 512;

/** Diamond angle of a vector, 0..4 clockwise from the picture's right; 0 for the zero vector. */
export function diamond(x: number, y: number): number {
  const a = Math.abs(x) + Math.abs(y);
  if (a === 0) return 0;
  if (y >= 0) return x >= 0 ? y / a : 1 - x / a;
  return x < 0 ? 2 - y / a : 3 + x / a;
}

export type Surface = {
  readonly vault: Vault;
  readonly eye: Eye;
  /** Where the vault's centre falls in the photo. */
  readonly centre: Point2;
  /** Per sector: how far the model's limb lies from the centre, px, and the photo's outline as a multiple of it. */
  readonly limb: Float64Array;
  readonly ratio: Float64Array;
  /**
   * Where a direction of the plan falls in the photo, by the nudges;
   * `facing` is the cosine of incidence, negative when turned away.
   */
  readonly toImage: (d: Vec3) => Point2 & { readonly facing: number };
  readonly cuts: readonly Cut[];
  /** The view's nudges, between plan and head; null where there are none. */
  readonly warp: Warp | null;
  /**
   * The direction seen at a photo point; outside the outline, that of
   * the nearest point within it on the way to the centre.
   */
  readonly fromImage: (p: Point2) => Vec3;
  /**
   * The model's own direction at a photo point, whatever the nudges
   * say; and the one at which a direction of the plan is seen.
   */
  readonly skinAt: (p: Point2) => Vec3;
  readonly seenAt: (d: Vec3) => Vec3;
  /** Along the picture vector from the centre: the outline as a multiple of the limb, and the limb's distance, px. */
  readonly outlineRatio: (dx: number, dy: number) => number;
  readonly limbDistance: (dx: number, dy: number) => number;
};

/** How much of the bend is felt at a fraction t of the way to the limb: smooth, 0 at the centre, 1 at the limb. */
export const bendShare = (t: number): number => t * t * (3 - 2 * t);
/** Slope of t * bendShare(t), for t of 0..1. */
export const bendSlope = (t: number): number => t * t * (9 - 8 * t);

/** What of a view places the head in its photo. */
export type Placement = Pick<View, "camera" | "pose" | "outline" | "cuts" | "nudges">;

/** The last surface of each placement: handles, lines, panel and fit ask for the same one again and again. */
const made = new WeakMap<Placement, Surface>();

/** The head in a view, ready for points both ways. Throws RangeError when the camera is inside the head. */
export function surfaceOf(vault: Vault, view: Placement): Surface {
  const before = made.get(view);
  if (before?.vault === vault) return before;
  const surface = newSurface(vault, view);
  made.set(view, surface);
  return surface;
}

function newSurface(vault: Vault, view: Placement): Surface {
  const eye = eyeOf(view.camera, view.pose);
  const centre = project(eye, [0, 0, 0]);
  const limb = limbTable(vault, eye, centre);
  const warp = warpOf(view.nudges);
  const ratio = new Float64Array(SECTORS + 1);
  for (let i = 0; i <= SECTORS; i++) ratio[i] = ratioAlong(view.outline, sectorVector(i));

  const lookUp = (table: Float64Array, dx: number, dy: number): number => {
    const place = (diamond(dx, dy) / 4) * SECTORS;
    const i = Math.min(SECTORS - 1, Math.floor(place));
    return table[i] + (place - i) * (table[i + 1] - table[i]);
  };

  const seenAt = (d: Vec3): Vec3 => (warp ? warped(warp, d) : d);
  const fromImage = (p: Point2): Vec3 => (warp ? unwarped(warp, skinAt(p)) : skinAt(p));

  function toImage(direction: Vec3): Point2 & { readonly facing: number } {
    const d = seenAt(direction);
    const p = vaultPoint(vault, d);
    const { normal } = vaultNormal(vault, d);
    const toEye: Vec3 = [eye.place[0] - p[0], eye.place[1] - p[1], eye.place[2] - p[2]];
    const away = Math.sqrt(toEye[0] * toEye[0] + toEye[1] * toEye[1] + toEye[2] * toEye[2]);
    const facing = (normal[0] * toEye[0] + normal[1] * toEye[1] + normal[2] * toEye[2]) / away;
    const flat = project(eye, p);
    const dx = flat.x - centre.x;
    const dy = flat.y - centre.y;
    const t = Math.min(1, Math.sqrt(dx * dx + dy * dy) / lookUp(limb, dx, dy));
    const bend = 1 + (lookUp(ratio, dx, dy) - 1) * bendShare(t);
    return { x: centre.x + bend * dx, y: centre.y + bend * dy, facing };
  }

  function skinAt(p: Point2): Vec3 {
    const dx = p.x - centre.x;
    const dy = p.y - centre.y;
    const r = Math.sqrt(dx * dx + dy * dy);
    if (r < 1e-9) return meetVault(vault, eye.place, sightLine(eye, centre)) ?? [0, 0, 1];
    const edge = lookUp(limb, dx, dy);
    const k = lookUp(ratio, dx, dy);
    let low = 0;
    let high = 0.9995;
    for (let round = 0; round < 40; round++) {
      const t = (low + high) / 2;
      if (t * edge * (1 + (k - 1) * bendShare(t)) < r) low = t;
      else high = t;
    }
    for (let t = low; ; t *= 0.995) {
      const flat = { x: centre.x + (t * edge * dx) / r, y: centre.y + (t * edge * dy) / r };
      const d = meetVault(vault, eye.place, sightLine(eye, flat));
      if (d) return d;
    }
  }

  return {
    vault,
    eye,
    centre,
    limb,
    ratio,
    toImage,
    fromImage,
    skinAt,
    seenAt,
    warp,
    cuts: view.cuts,
    outlineRatio: (dx, dy) => lookUp(ratio, dx, dy),
    limbDistance: (dx, dy) => lookUp(limb, dx, dy),
  };
}

/** A picture vector in the middle of nothing but its own sector boundary i. */
function sectorVector(i: number): readonly [number, number] {
  const a = (4 * i) / SECTORS;
  if (a < 1) return [1 - a, a];
  if (a < 2) return [1 - a, 2 - a];
  if (a < 3) return [a - 3, 2 - a];
  return [a - 3, a - 4];
}

function ratioAlong(outline: readonly number[], [dx, dy]: readonly [number, number]): number {
  const degrees = (atan2(dx, -dy) + 360) % 360;
  return outlineAt(outline, (degrees / 360) * OUTLINE_RAYS);
}

/** The outline between its rays, as a multiple of the limb; `place`: in rays clockwise from straight up, 0 and more. */
export function outlineAt(outline: readonly number[], place: number): number {
  const i = Math.floor(place);
  const at = (j: number): number => outline[((j % OUTLINE_RAYS) + OUTLINE_RAYS) % OUTLINE_RAYS];
  const f = place - i;
  // Catmull-Rom, so that the outline has no corners at the rays.
  const a = at(i - 1);
  const b = at(i);
  const c = at(i + 1);
  const d = at(i + 2);
  return b + 0.5 * f * (c - a + f * (2 * a - 5 * b + 4 * c - d + f * (3 * (b - c) + d - a)));
}

/** Distance of the model's limb from the centre at each sector boundary, px. */
function limbTable(vault: Vault, eye: Eye, centre: Point2): Float64Array {
  const points = limbDirections(vault, eye, 360).map((d) => {
    const p = project(eye, vaultPoint(vault, d));
    return { dx: p.x - centre.x, dy: p.y - centre.y };
  });
  const table = new Float64Array(SECTORS + 1).fill(-1);
  points.forEach((p, i) => {
    const q = points[(i + 1) % points.length];
    const from = (diamond(p.dx, p.dy) / 4) * SECTORS;
    const to = (diamond(q.dx, q.dy) / 4) * SECTORS;
    let span = to - from;
    if (span > SECTORS / 2) span -= SECTORS;
    if (span < -SECTORS / 2) span += SECTORS;
    const first = Math.min(from, from + span);
    for (let s = Math.ceil(first); s <= first + Math.abs(span); s++) {
      const sector = ((s % SECTORS) + SECTORS) % SECTORS;
      const [vx, vy] = sectorVector(sector);
      // The chord from p to q meets the ray (vx, vy) at this distance.
      const ex = q.dx - p.dx;
      const ey = q.dy - p.dy;
      const k = (p.dx * ey - p.dy * ex) / (vx * ey - vy * ex);
      table[sector] = Math.max(table[sector], k * Math.sqrt(vx * vx + vy * vy));
    }
  });
  table[SECTORS] = table[0];
  return table;
}

/** Length of the probes that tell how the skin lies in the picture, radians of direction. */
const PROBE = 0.004;

/**
 * The tangent at the direction d (unit, seen in the photo) along which the skin runs `towards` a direction of the
 * picture; unit.
 */
export function alongSkin(surface: Surface, d: Vec3, towards: Point2): Vec3 {
  const first = unit(cross(d, Math.abs(d[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0]));
  const second = cross(d, first);
  const here = surface.toImage(d);
  const shift = (tangent: Vec3): Point2 => {
    const { x, y } = surface.toImage(unit(add(d, scale(tangent, PROBE))));
    return { x: x - here.x, y: y - here.y };
  };
  const [a, b] = [shift(first), shift(second)];
  const turn = a.x * b.y - a.y * b.x;
  // Divided by the turn's size alone: only the direction counts, and at the rim it nears 0.
  const sign = turn < 0 ? -1 : 1;
  const [p, q] = [sign * (towards.x * b.y - towards.y * b.x), sign * (a.x * towards.y - a.y * towards.x)];
  return unit(add(scale(first, p), scale(second, q)));
}
