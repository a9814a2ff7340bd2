/* The little of exifreader that is used here. The package's own types bring in Node's, and a page has none of those;
   so its source is imported by file, which is also what its entry for bundlers names. */
declare module "exifreader/src/exif-reader.js" {
  export function loadView(
    file: DataView,
    options: { readonly expanded: true; readonly includeTags: { readonly exif: readonly number[] } },
  ): { readonly exif?: { readonly FocalLengthIn35mmFilm?: { readonly value: unknown } } };
}
