/* Names for what is measured, so that the compiler keeps millimetres from degrees. A plain number fits any of
   them; two different units do not fit each other. */

type Unit<Name extends string> = number & { readonly unit?: Name };

/** Length on or in the head, mm. */
export type Millimetres = Unit<"mm">;
/** Angle, degrees. Positive directions are told where the angle is used. */
export type Degrees = Unit<"deg">;
/** Length in a picture, pixels; pixel (i, j) covers [i, i+1) x [j, j+1), so its centre lies at +0.5. */
export type Pixels = Unit<"px">;
/** Follicle dots per square centimetre of skin, 30..320 in a plan (SOURCES work-1). */
export type DotsPerCm2 = Unit<"dots/cm2">;
/** The same per square millimetre: what fields and thresholds are reckoned in. */
export type DotsPerMm2 = Unit<"dots/mm2">;
/** The one place where the two are exchanged. */
export const perMm2 = (density: DotsPerCm2): DotsPerMm2 => (density as number) / 100;
/** Optical depth at red: light that passes the pigment is exp(-depth) of what came, 0 upwards. */
export type OpticalDepth = Unit<"od">;
