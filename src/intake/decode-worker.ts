/* A worker for one photo: a file comes in, upright pixels go out, and the host ends it. */
import { type AnswerPort, answer } from "../workers/bridge/answer.ts";
import type { DecodeQuestions } from "./decode-messages.ts";
import { readPhoto } from "./read-photo.ts";

// This file is compiled with the page's types, where a scope is a window.
answer<DecodeQuestions>(self as unknown as AnswerPort, {
  read: async (file) => {
    if (typeof OffscreenCanvas === "undefined") return { answer: null };
    const read = await readPhoto(file);
    return { answer: read, transfer: read.ok ? [read.value.pixels.data.buffer] : [] };
  },
});
