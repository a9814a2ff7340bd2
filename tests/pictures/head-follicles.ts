/* The follicles of a head, grown once for all the pictures of a test run's worker: growing them takes longer than most
   pictures do. */

import type { Follicles } from "../../src/core/picture/follicles.ts";
import {
  type HeadFollicles,
  areFolliclesOf,
  createHeadFollicles,
  folliclesOf,
} from "../../src/core/picture/head-follicles.ts";
import type { Document } from "../../src/core/plan/document.ts";

const grown: Follicles[] = [];

export function headFolliclesOf(document: Pick<Document, "seed" | "vault" | "growth">): HeadFollicles {
  const before = grown.find((follicles) => areFolliclesOf(follicles, document));
  if (before) return createHeadFollicles(before);
  const follicles = folliclesOf(document);
  grown.push(follicles);
  return createHeadFollicles(follicles);
}
