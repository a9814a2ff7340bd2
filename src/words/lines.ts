/* A long sentence on several lines of source, its literal type kept: what stands in braces is read off the type. */

type Joined<Parts extends readonly string[]> = Parts extends readonly [infer First extends string]
  ? First
  : Parts extends readonly [infer First extends string, ...infer Rest extends readonly string[]]
    ? `${First} ${Joined<Rest>}`
    : "";

/** The lines with one space between each and the next. */
export const lines = <const Parts extends readonly string[]>(...parts: Parts): Joined<Parts> =>
  parts.join(" ") as Joined<Parts>;
