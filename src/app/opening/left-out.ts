/* Why a photo that can be read is not added. */

/** `nothing-to-replace`: the photo that it was to stand for has gone. */
export type LeftOut = "no-room" | "too-many" | "nothing-to-replace";
