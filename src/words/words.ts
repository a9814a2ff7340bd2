/* The one door to the catalogue. A key that is not there, and a value that a text needs and does not get, do not
   compile: both are read off the English texts. English alone for now; another language is one more catalogue of the
   same keys. */

import { createInstance } from "i18next";
import type { Saying } from "../core/saying.ts";
import { english } from "./english.ts";
import { type Format, type FormatValues, digitGroups, formats } from "./formats.ts";

/** BCP 47, of texts and numbers. */
export const language = "en";

type Plural = "zero" | "one" | "two" | "few" | "many" | "other";
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${Plural}` ? Base : Key;

/** All texts of a part of the catalogue, with the whole key of each. */
type Entries<Part, Path extends string = ""> = {
  [Name in keyof Part & string]: Part[Name] extends string
    ? readonly [key: `${Path}${Name}`, text: Part[Name]]
    : Entries<Part[Name], `${Path}${Name}.`>;
}[keyof Part & string];
type Entry = Entries<typeof english>;

/**
 * The texts by key; the forms of a plural together. A text put together by "+" has no key: its type is `string`, which
 * does not tell what stands in its braces (`lines` keeps it).
 */
type Texts = { [E in Entry as string extends E[1] ? never : WithoutPlural<E[0]>]: E[1] };
export type Key = keyof Texts;
type PluralKey = Entry[0] extends infer K ? (K extends `${infer Base}_${Plural}` ? Base : never) : never;

/** What stands in the braces of a text. */
type Slots<Text> = Text extends `${string}{{${infer Slot}}}${infer Rest}` ? Slot | Slots<Rest> : never;
type NameOf<Slot> = Slot extends `${infer Name}, ${string}` ? Name : Slot;
type ValueOf<Slot> = Slot extends `${string}, ${infer Name}`
  ? Name extends Format
    ? FormatValues[Name]
    : never
  : string | Saying;

export type Values<K extends Key> = {
  readonly [Slot in Slots<Texts[K]> as NameOf<Slot> & string]: ValueOf<Slot>;
} & (K extends PluralKey ? { readonly count: number } : unknown);
type Given<K extends Key> = keyof Values<K> extends never ? [] : [values: Values<K>];

const i18n = createInstance();
void i18n.init({
  lng: language,
  fallbackLng: false,
  resources: { [language]: { translation: english } },
  initAsync: false,
  nsSeparator: false,
  // React escapes what it is given; nothing here is ever set as HTML.
  interpolation: { escapeValue: false },
});
for (const [name, written] of Object.entries(formats)) {
  i18n.services.formatter?.add(name, (value: unknown, to: string | undefined) => written(value, to ?? language));
}

/** Something to say, for the state: it becomes words when it is shown. */
export const saying = <K extends Key>(id: K, ...[values]: Given<K>): Saying =>
  ({ id, values: values ?? {} }) as unknown as Saying;

const isSaying = (value: unknown): value is Saying => typeof value === "object" && value !== null && "id" in value;

/** Words that nothing is put into, by key: most of what is on the screen, and said anew with each change. */
const plain = new Map<string, string>();

function saidPlainly(id: string): string {
  const before = plain.get(id);
  if (before !== undefined) return before;
  const text = i18n.t(id);
  plain.set(id, text);
  return text;
}

/** In words, and what lies within it as well. */
export function said({ id, values }: Saying): string {
  if (Object.keys(values).length === 0) return saidPlainly(id);
  const replace = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, isSaying(value) ? said(value) : value]),
  );
  const { count } = values;
  return i18n.t(id, { replace, ...(typeof count === "number" ? { count } : {}) });
}

/** The words under a key, at once. */
export const words = <K extends Key>(id: K, ...given: Given<K>): string => said(saying(id, ...given));

/** The digits of a whole number in groups, to be set apart: 12345 is ["12", "345"]. */
export const groupsOf = (value: number): readonly string[] => digitGroups(value, language);
