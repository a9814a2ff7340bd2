/* Questions of which only the last one matters, as where a picture follows the finger: it must never trail it. */

/**
 * Asks one at a time. Of those that come meanwhile only the newest is asked; those that it took the place of resolve
 * to null.
 */
export function newest<Q, A>(ask: (question: Q) => Promise<A>): (question: Q) => Promise<A | null> {
  type Next = {
    readonly question: Q;
    readonly resolve: (answer: A | Promise<A> | null) => void;
  };
  let next: Next | null = null;
  let asking = false;

  async function run(): Promise<void> {
    asking = true;
    while (next) {
      const { question, resolve } = next;
      next = null;
      const asked = ask(question);
      resolve(asked);
      await asked.catch(() => {
        // Told to whoever asked; the next one may fare better.
      });
    }
    asking = false;
  }

  return (question) =>
    new Promise((resolve) => {
      next?.resolve(null);
      next = { question, resolve };
      if (!asking) void run();
    });
}
