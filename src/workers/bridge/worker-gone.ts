/* Every way in which a worker can be there no more, closed. */

export type GoneKind =
  /** Its owner let it go. */
  | "closed"
  /** Its script could not be loaded or threw before the first word. */
  | "not-started"
  /** It ended without a word: out of memory, or by the system's hand. */
  | "died"
  /** It threw where no question was being answered: what it holds is not to be relied on. */
  | "faulted"
  /** A message could not be read, on either side: out of memory, mostly. */
  | "unreadable"
  /** Questions wait, and it has neither answered nor told its progress for two minutes. */
  | "silent"
  /** It was started anew, but what it held could not be brought back; `cause` says why. */
  | "not-revived";

/** What every question to a worker that is gone rejects with. */
export class WorkerGone extends Error {
  override readonly name = "WorkerGone";
  readonly kind: GoneKind;

  constructor(kind: GoneKind, message = "", options?: ErrorOptions) {
    super(message === "" ? `the worker is gone: ${kind}` : `the worker is gone: ${kind}: ${message}`, options);
    this.kind = kind;
  }
}
