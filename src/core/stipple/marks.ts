/* Dots as they fall in a picture: flat arrays that grow, nothing else. */

/** One dot: its centre in pixels; the quadratic form of its outline seen from the camera (px^2 per mm^2 of skin: J J^T); its radius on the skin; its optical depth. */
export type Marks = {
  count: number;
  x: Float64Array;
  y: Float64Array;
  xx: Float64Array;
  xy: Float64Array;
  yy: Float64Array;
  /** mm */
  radius: Float64Array;
  /** Optical depth at red, per area of skin. */
  depth: Float64Array;
};

export function createMarks(room: number): Marks {
  const column = (): Float64Array => new Float64Array(room);
  return {
    count: 0,
    x: column(),
    y: column(),
    xx: column(),
    xy: column(),
    yy: column(),
    radius: column(),
    depth: column(),
  };
}

/** The same marks in a picture `shrink` times smaller whose top left corner lies at (left, top) of it. */
export function placed(marks: Marks, shrink: number, left: number, top: number): Marks {
  const form = 1 / (shrink * shrink);
  const { count } = marks;
  const moved = (column: Float64Array, factor: number, offset: number): Float64Array => {
    const out = new Float64Array(count);
    for (let i = 0; i < count; i++) out[i] = column[i] * factor - offset;
    return out;
  };
  return {
    count,
    x: moved(marks.x, 1 / shrink, left),
    y: moved(marks.y, 1 / shrink, top),
    xx: moved(marks.xx, form, 0),
    xy: moved(marks.xy, form, 0),
    yy: moved(marks.yy, form, 0),
    radius: marks.radius,
    depth: marks.depth,
  };
}
