/* Faces are looked for one after the other: the models are large, and the head of one photo may grow by the face in
   another. */

export type FaceQueue = {
  /** Resolves when its turn has come and gone. */
  add(read: () => Promise<void>): Promise<void>;
};

export function createFaceQueue(): FaceQueue {
  let last: Promise<void> = Promise.resolve();
  return {
    add(read) {
      const mine = last.then(read);
      // One that fails has told so itself; the next has its turn all the same.
      last = mine.catch(() => {});
      return mine;
    },
  };
}
