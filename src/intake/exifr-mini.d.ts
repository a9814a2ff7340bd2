/* The little of exifr's smallest build that is used here; the package types only its main entry. */
declare module "exifr/dist/mini.esm.mjs" {
  export function parse(
    file: Uint8Array,
    options: { readonly ifd0: boolean; readonly gps: boolean; readonly exif: readonly number[] },
  ): Promise<Readonly<Record<number, unknown>> | undefined>;
}
