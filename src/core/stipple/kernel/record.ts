/* A job's record in the kernel's memory, written and read by name. */

import type { Memory } from "./memory.ts";

/** An enum of jobs.ts. */
type Fields = Readonly<Record<string, string | number>>;

export type JobRecord<Of extends Fields> = {
  /** Its byte offset: what a loop is given. */
  readonly at: number;
  set(values: Partial<Record<keyof Of, number>>): void;
  get(field: keyof Of): number;
};

/** A new record of these fields, all 0 where nothing was given back before. */
export function createRecord<Of extends Fields>(memory: Memory, fields: Of): JobRecord<Of> {
  const names = Object.keys(fields).filter((name) => typeof fields[name] === "number");
  const at = memory.room(8 * names.length);
  const placeOf = (field: keyof Of): number => (at >> 3) + Number(fields[field]);
  return {
    at,
    set(values) {
      const { f64 } = memory.views;
      for (const name in values) {
        const value = values[name];
        if (value !== undefined) f64[placeOf(name)] = value;
      }
    },
    get: (field) => memory.views.f64[placeOf(field)],
  };
}
