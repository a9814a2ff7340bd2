/* What a reading needs could not be fetched. */

/** The library or a model is not there, so that nothing was read; `cause` says why. */
export class NotFetched extends Error {
  override readonly name = "NotFetched";
}
