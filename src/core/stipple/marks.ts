/* Dots as they fall in a picture: flat numbers, nothing else. */

/** Numbers to a mark. */
export const MARK = 7;

/**
 * Marks one after the other in `at`: centre x, y in pixels; the quadratic form xx, xy, yy of a round dot's outline seen from the camera (px^2 per mm^2 of
 * skin: J J^T of the projection); radius on the skin, mm; optical depth per area of skin.
 */
export type Marks = { count: number; readonly at: Float64Array };

export const createMarks = (room: number): Marks => ({ count: 0, at: new Float64Array(MARK * room) });
