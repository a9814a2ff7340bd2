/* What passes between a page and its worker, whatever it is about. What is said is typed by one map from a question's
   name to what is asked and what is answered. */

/** As in `{ open: [File, Size]; keep: [Id[], null] }`. */
export type Questions = Record<string, [question: unknown, answer: unknown]>;

/** Page to worker. A question is known by its number. */
export type Call =
  | { readonly id: number; readonly name: string; readonly question: unknown }
  /** The answer is no longer wanted; none comes. */
  | { readonly id: number; readonly abort: true }
  /** Say that you are there. */
  | { readonly ping: true };

/** Worker to page. */
export type Reply =
  /** The first word: a lock that is held as long as the worker lives, null where there are no locks. */
  | { readonly lock: string | null }
  | { readonly pong: true }
  /** So much of it is done, 0..1. */
  | { readonly id: number; readonly share: number }
  /** `handed`: the parts of the answer that now belong to the page alone. */
  | { readonly id: number; readonly answer: unknown; readonly handed: readonly Transferable[] }
  | { readonly id: number; readonly failure: Failure }
  /** Something came in that could not be read; which question it was is not known. */
  | { readonly unreadable: true };

/** An error as it travels: not every browser can clone every kind of error. */
export type Failure = { readonly name: string; readonly message: string; readonly stack?: string };

export function failureOf(reason: unknown): Failure {
  // A DOMException is no Error everywhere; both have a name and a message.
  if (typeof reason !== "object" || reason === null || !("message" in reason)) {
    return { name: "Error", message: String(reason) };
  }
  const { name, message, stack } = reason as Error;
  return { name, message, ...(stack === undefined ? {} : { stack }) };
}

export const errorOf = ({ name, message, stack }: Failure): Error =>
  Object.assign(new Error(message), { name }, stack === undefined ? {} : { stack });

/** Frees what nobody will look at: a bitmap that is not closed keeps its pixels until it is collected, if ever. */
export function letGo(parts: readonly Transferable[]): void {
  for (const part of parts) if ("close" in part) void part.close();
}
