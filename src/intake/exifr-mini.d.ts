/* The little of exifr's smallest build that is used here; the package types only its main entry. */
declare module "exifr/dist/mini.esm.mjs" {
  export function parse(
    file: Uint8Array,
    options: { readonly pick: readonly number[]; readonly translateKeys: false },
  ): Promise<Readonly<Record<number, unknown>> | undefined>;
}
