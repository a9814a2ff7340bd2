/* The two ways a step can end. Bad input is a value with a reason from a closed union, never an exception;
   the words that a person reads for it are in the catalogue, under the reason's own name (`words/english`). */

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<E> = { readonly ok: false; readonly reason: E };
export type Result<T, E> = Ok<T> | Err<E>;

/** What went well: the value. */
export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
/** What did not: the reason, one of a closed union. */
export const err = <E>(reason: E): Err<E> => ({ ok: false, reason });
