/* How numbers are written: a name for each way, and what Intl is told for it. In a text of the catalogue the name
   stands behind a comma: `{{mm, wholeMm}}`. Where Intl has no such unit (px, cm², MP), the sign stands in the text. */

const plain = { useGrouping: false } as const;
const millimetres = { ...plain, style: "unit", unit: "millimeter" } as const;
const fixed = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

const options = {
  whole: { ...plain, ...fixed(0) },
  /** With its groups set apart: 10,000. */
  grouped: fixed(0),
  tenths: { ...plain, ...fixed(1) },
  hundredths: { ...plain, ...fixed(2) },
  /** No more decimals than it has, two at most. */
  short: { ...plain, maximumFractionDigits: 2 },
  mm: { ...millimetres, maximumFractionDigits: 2 },
  wholeMm: { ...millimetres, ...fixed(0) },
  hundredthsMm: { ...millimetres, ...fixed(2) },
  hundredthsMl: { ...plain, style: "unit", unit: "milliliter", ...fixed(2) },
  /** "50 percent", of 50. */
  spokenPercent: { ...plain, style: "unit", unit: "percent", unitDisplay: "long", ...fixed(0) },
} as const satisfies Readonly<Record<string, Intl.NumberFormatOptions>>;

/** `currency`: ISO 4217. */
export type Money = { readonly amount: number; readonly currency: string };

/** What a value must be for each format. */
export type FormatValues = Readonly<Record<keyof typeof options, number>> & {
  readonly money: Money;
  /** "a, b, and c". */
  readonly list: readonly string[];
  /** "28 November 2026", and with its month cut short. */
  readonly day: Date;
  readonly shortDay: Date;
};
export type Format = keyof FormatValues;

/* i18next's own formatters keep theirs under a key with the value in it: each new number would make one more and keep
   it, while a slider is dragged. */
const kept = new Map<string, Intl.NumberFormat>();

function formatter(language: string, name: string, more: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${name}`;
  const found = kept.get(key) ?? new Intl.NumberFormat(language, more);
  kept.set(key, found);
  return found;
}

const money = (language: string, { amount, currency }: Money): string =>
  formatter(language, currency, { style: "currency", currency, maximumFractionDigits: 0 }).format(amount);

/** English is British here: the day first. */
const dayOf = (language: string, day: Date, month: "long" | "short"): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { day: "numeric", month, year: "numeric" }).format(
    day,
  );

type Written = (value: unknown, language: string) => string;

/** Each format as i18next takes it. The values are of the right kind: their types are read off the catalogue. */
export const formats: Readonly<Record<Format, Written>> = {
  ...(Object.fromEntries(
    Object.entries(options).map(([name, more]): [string, Written] => [
      name,
      (value, language) => formatter(language, name, more).format(value as number),
    ]),
  ) as Readonly<Record<keyof typeof options, Written>>),
  money: (value, language) => money(language, value as Money),
  day: (value, language) => dayOf(language, value as Date, "long"),
  shortDay: (value, language) => dayOf(language, value as Date, "short"),
  list: (value, language) => new Intl.ListFormat(language).format(value as readonly string[]),
};

/** The digits of a whole number in the groups of this language: 12345 is ["12", "345"] in English. */
export function digitGroups(value: number, language: string): readonly string[] {
  const parts = formatter(language, "grouped", options.grouped).formatToParts(value);
  return parts.filter(({ type }) => type === "integer").map(({ value: digits }) => digits);
}
