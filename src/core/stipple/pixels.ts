/* Pictures and parts of them. */

/** Pixels: RGBA bytes, sRGB, row by row. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
};

export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** The part of a picture that a sheet shows; in the picture all is `factor` times as large as marks tell it. */
export type Part = Box & { readonly factor: number };

export const wholeOf = ({ width, height }: Pixels): Part => ({ factor: 1, left: 0, top: 0, width, height });
