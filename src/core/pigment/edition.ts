/* The calibrations that pictures have been painted by. A record keeps the one that it was made under, so that it gives
   the same picture whenever it is opened. */

/**
 * 1: dots are as sharp as pixels, and their ink is laid down as it is; shades and undertones as first tried by eye. 2:
 * dots are as soft as photo and skin make them and take the same light however soft they are; shades and undertones by
 * the shaved sides of real heads. 3: between the dots lies the ground tone, and dots differ as those of real work do.
 */
export const editions = [1, 2, 3] as const;
export type Edition = (typeof editions)[number];

export const PRESENT: Edition = 3;
