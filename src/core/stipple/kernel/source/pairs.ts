/* Marks two at a time. */

/** Bytes of a mark. */
export const MARK_BYTES: i32 = 56;

/** The numbers at an offset of the mark at `m` and of the next one. */
export function pairAt(m: i32, offset: i32): v128 {
  return v128.load64_lane(m + offset + MARK_BYTES, v128.load64_zero(m + offset), 1);
}
