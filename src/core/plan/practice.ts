/* What a practitioner keeps from client to client, her own bottles and rates, checked word by word when it comes back. */

import * as v from "valibot";
import { type Hex, parseColour } from "../colour/css-colour.ts";
import { type Bottle, PARTS } from "../pigment/shades.ts";
import { type Rates, pricings } from "./work.ts";

const atLeast = (least: number) => v.pipe(v.number(), v.finite(), v.minValue(least));

const isHex = (kept: unknown): boolean => {
  const read = parseColour(String(kept));
  return read.ok && read.value === kept;
};

/** Of a bottle whose colour cannot be read the rest still counts. */
const hex = v.fallback(v.optional(v.custom<Hex>(isHex)), undefined);

const bottle = v.pipe(
  v.object({
    parts: v.pipe(v.number(), v.integer(), v.minValue(PARTS.least), v.maxValue(PARTS.most)),
    name: v.pipe(v.string(), v.maxLength(60)),
    colour: hex,
  }),
  v.transform(({ colour, ...shade }): Bottle => (colour === undefined ? shade : { ...shade, colour })),
);

const shades = v.pipe(v.array(bottle), v.minLength(1));

const rates = v.object({
  dotsPerMinute: atLeast(1),
  millilitres: atLeast(0.1),
  pricing: v.picklist(pricings),
  price: atLeast(0),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/u)),
});

/** Those of the two that are whole; the rest counts for nothing. */
export function readPractice(kept: unknown): { readonly shades?: readonly Bottle[]; readonly rates?: Rates } {
  const either = v.safeParse(v.object({ shades: v.optional(v.unknown()), rates: v.optional(v.unknown()) }), kept);
  if (!either.success) return {};
  const own = v.safeParse(shades, either.output.shades);
  const figures = v.safeParse(rates, either.output.rates);
  return { ...(own.success ? { shades: own.output } : {}), ...(figures.success ? { rates: figures.output } : {}) };
}
