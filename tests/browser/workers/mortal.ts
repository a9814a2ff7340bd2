/* A real worker with the bridge's other end, that can be made to end in several ways. */
import { type AnswerPort, answer } from "../../../src/workers/bridge/answer.ts";

export type MortalQuestions = {
  echo: [string, string];
  /** Never answered. */
  wait: [null, null];
  /** Computes for so many milliseconds without a word. */
  compute: [number, string];
  /** Ends itself in the middle of the question. */
  end: [null, null];
  /** Throws where no question is being answered. */
  fault: [null, null];
  /** Takes memory until there is none. */
  devour: [null, null];
};

const forEver = (): Promise<never> => new Promise(() => {});

answer<MortalQuestions>(self as unknown as AnswerPort, {
  echo: (said) => ({ answer: said }),
  wait: forEver,
  compute: (milliseconds) => {
    const until = performance.now() + milliseconds;
    while (performance.now() < until);
    return { answer: "done" };
  },
  end: () => {
    self.close();
    return forEver();
  },
  fault: () => {
    setTimeout(() => {
      throw new Error("outside of any question");
    });
    return forEver();
  },
  devour: () => {
    const taken: Uint8Array[] = [];
    for (;;) taken.push(new Uint8Array(2 ** 31));
  },
});
