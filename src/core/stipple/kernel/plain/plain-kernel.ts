/* The inner loops in plain TypeScript. What each does is said in the files beside; its twin in ../source does the same
   to the last bit. */

import type { Kernel, Loops } from "../loops.ts";
import { type Memory, createMemory } from "../memory.ts";
import { bakeLoop } from "./bake.ts";
import { composeLoop } from "./compose.ts";
import { fieldLoops } from "./field.ts";
import { inkLoop } from "./ink.ts";
import { showLoops } from "./show.ts";
import { tintLoops } from "./tint.ts";

/** A new kernel with a memory of its own. */
export function plainKernel(): Kernel {
  let buffer = new ArrayBuffer(1 << 16);
  const enlarged = (bytes: number): ArrayBuffer => {
    if (bytes > buffer.byteLength) {
      const larger = new ArrayBuffer(Math.ceil(Math.max(bytes, buffer.byteLength * 1.25) / 16) * 16);
      new Uint8Array(larger).set(new Uint8Array(buffer));
      buffer = larger;
    }
    return buffer;
  };
  const memory = createMemory(buffer, enlarged);
  return { memory, loops: loopsOver(memory) };
}

const loopsOver = (memory: Memory): Loops => ({
  ...fieldLoops(memory),
  ...inkLoop(memory),
  ...bakeLoop(memory),
  ...showLoops(memory),
  ...tintLoops(memory),
  ...composeLoop(memory),
});
