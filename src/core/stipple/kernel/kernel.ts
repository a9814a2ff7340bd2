/* The inner loops of stippling over a memory of their own: in WebAssembly where there is any, else in plain
   TypeScript with equal bytes. */

import type { Kernel } from "./loops.ts";
import { plainKernel } from "./plain/plain-kernel.ts";
import { wasmKernel } from "./wasm.ts";

/** How the loops run: `plain` is for tests, for comparing and for engines without WebAssembly. */
export type Engine = "fastest" | "plain";

export function createKernel(engine: Engine = "fastest"): Kernel {
  return (engine === "fastest" ? wasmKernel() : null) ?? plainKernel();
}
