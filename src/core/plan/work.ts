/* The work that a plan comes to: hours, pigment and price, at the practitioner's own rates. */

import type { Shade } from "../pigment/shades.ts";

/** What a price is asked for. */
export const pricings = ["session", "hour", "cm2", "thousand"] as const;
export type Pricing = (typeof pricings)[number];

/** A practitioner's own figures. */
export type Rates = {
  /** Dots set in a minute (SOURCES work-3: 58 to 117). */
  readonly dotsPerMinute: number;
  /** Mixed pigment poured for a session, mL. */
  readonly millilitres: number;
  readonly pricing: Pricing;
  /** In units of the currency; 0 where none is set. */
  readonly price: number;
  /** ISO 4217. */
  readonly currency: string;
};

export const usualRates: Rates = { dotsPerMinute: 90, millilitres: 2, pricing: "session", price: 0, currency: "EUR" };

export type SessionWork = {
  readonly dots: number;
  readonly hours: number;
  /** Of the mix, mL each. */
  readonly pigment: number;
  readonly water: number;
};

/** One session's work: `dots` to set, 0 upwards, in this shade. */
export function sessionWork(dots: number, { parts }: Shade, { dotsPerMinute, millilitres }: Rates): SessionWork {
  const pigment = millilitres / (1 + parts);
  return { dots, hours: dots / dotsPerMinute / 60, pigment, water: millilitres - pigment };
}

/** The whole price, in units of the currency; `area`: skin treated, cm^2. */
export function priceOf(sessions: readonly SessionWork[], area: number, { pricing, price }: Rates): number {
  const sum = (of: (session: SessionWork) => number): number => sessions.reduce((total, one) => total + of(one), 0);
  switch (pricing) {
    case "session":
      return price * sessions.length;
    case "hour":
      return price * sum(({ hours }) => hours);
    case "cm2":
      return price * area;
    case "thousand":
      return (price * sum(({ dots }) => dots)) / 1000;
  }
}
