/* A drag of the head's handles and the tracing of the outline after it, as one step of undo: the gesture ends only when
   the worker has answered, unless the next thing begins before that. */

import { viewHere } from "../../store/session.ts";
import type { Services } from "../services.ts";
import { traceOutline } from "./place-head.ts";

export type HeadGesture = {
  begin(): void;
  end(): void;
  /** Closes whatever is open: undo, redo and every other edit come after it. */
  close(): void;
};

export function createHeadGesture(services: Services): HeadGesture {
  const { session } = services;
  let round = 0;
  let open = false;

  function close(): void {
    round += 1;
    open = false;
    session.endGesture();
  }

  return {
    begin() {
      if (open) return;
      close();
      open = true;
      session.beginGesture();
    },
    end() {
      if (!open) return;
      open = false;
      const mine = round;
      if (!viewHere(session.store.getState())?.traced) return close();
      void traceOutline(services, () => round === mine).finally(() => {
        if (round === mine) close();
      });
    },
    close,
  };
}
