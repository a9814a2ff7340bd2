/* Something to be said to a person, as state holds it: the sentence's key in the catalogue and what is put into it.
   It becomes words where it is shown. Only `words/words.ts` makes one, so that its key is one that there is. */

declare const known: unique symbol;

export type Saying = {
  readonly id: string;
  /** Strings, numbers, and other sayings within this one. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly [known]: true;
};
