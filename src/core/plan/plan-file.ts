/* Stub, being written. */
import type { Result } from "../result.ts";
import type { Consultation } from "./consultation.ts";
export type PlanFault =
  | { readonly fault: "not-a-plan" }
  | { readonly fault: "newer-version"; readonly version: number }
  | { readonly fault: "damaged-plan"; readonly where: string };
export declare function planFile(consultation: Consultation): string;
export declare function readPlanFile(text: string): Result<Consultation, PlanFault>;
