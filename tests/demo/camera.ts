/* The pinhole camera: the same pose convention as the app's core. */

export type Vec = readonly [number, number, number];
export type Pose = { yaw: number; pitch: number; roll: number; x: number; y: number; z: number };
export type View = { name: string; width: number; height: number; focalPx: number; pose: Pose };

/** Rows of R = R0 Rz Rx Ry. */
export function rotation(p: Pose): Float64Array {
  const k = Math.PI / 180;
  const cy = Math.cos(p.yaw * k),
    sy = Math.sin(p.yaw * k);
  const cp = Math.cos(p.pitch * k),
    sp = Math.sin(p.pitch * k);
  const cr = Math.cos(p.roll * k),
    sr = Math.sin(p.roll * k);
  const m = new Float64Array(9);
  for (let j = 0; j < 3; j++) {
    const e = [j === 0 ? 1 : 0, j === 1 ? 1 : 0, j === 2 ? 1 : 0];
    const x1 = e[0] * cy + e[2] * sy,
      z1 = -e[0] * sy + e[2] * cy;
    const y2 = e[1] * cp + z1 * sp,
      z2 = -e[1] * sp + z1 * cp;
    const x3 = x1 * cr + y2 * sr,
      y3 = -x1 * sr + y2 * cr;
    m[j] = x3;
    m[3 + j] = -y3;
    m[6 + j] = -z2;
  }
  return m;
}

export class Camera {
  readonly r: Float64Array;
  /** The camera's own position in head coordinates. */
  readonly eye: Vec;

  constructor(readonly view: View) {
    this.r = rotation(view.pose);
    const { x, y, z } = view.pose;
    this.eye = this.toHead(-x, -y, -z);
  }

  /** Turns a direction from camera axes into head axes. */
  toHead(x: number, y: number, z: number): Vec {
    const r = this.r;
    return [r[0] * x + r[3] * y + r[6] * z, r[1] * x + r[4] * y + r[7] * z, r[2] * x + r[5] * y + r[8] * z];
  }

  /** Pixel and depth of a point in head coordinates. */
  project(x: number, y: number, z: number): Vec {
    const r = this.r,
      p = this.view.pose;
    const cx = r[0] * x + r[1] * y + r[2] * z + p.x,
      cy = r[3] * x + r[4] * y + r[5] * z + p.y,
      cz = r[6] * x + r[7] * y + r[8] * z + p.z;
    return [
      this.view.width / 2 + (this.view.focalPx * cx) / cz,
      this.view.height / 2 + (this.view.focalPx * cy) / cz,
      cz,
    ];
  }

  /** Direction in head axes through a pixel (unit length). */
  ray(px: number, py: number): Vec {
    const x = (px - this.view.width / 2) / this.view.focalPx,
      y = (py - this.view.height / 2) / this.view.focalPx;
    const l = 1 / Math.sqrt(x * x + y * y + 1);
    return this.toHead(x * l, y * l, l);
  }
}
