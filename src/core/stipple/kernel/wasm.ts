/* The kernel as WebAssembly. */

import { kernelBytes } from "./bytes.ts";
import type { Kernel, Loops } from "./loops.ts";
import { PAGE, createMemory } from "./memory.ts";

/** The little of WebAssembly that is used here; the language's own library does not describe it without a browser's. */
declare const WebAssembly:
  | undefined
  | {
      readonly Memory: new (size: { initial: number }) => {
        readonly buffer: ArrayBuffer;
        grow(pages: number): number;
      };
      readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: object };
    };

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function decoded(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((text.replaceAll("=", "").length * 3) >> 2);
  let bits = 0;
  let held = 0;
  let n = 0;
  for (const letter of text) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) break;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[n++] = bits >> held;
  }
  return bytes;
}

let compiled: object | null | undefined;

/**
 * A new kernel with a memory of its own, or null where the engine has no WebAssembly with vectors or will not run it.
 */
export function wasmKernel(): Kernel | null {
  if (typeof WebAssembly === "undefined" || compiled === null) return null;
  try {
    compiled ??= new WebAssembly.Module(decoded(kernelBytes));
    const memory = new WebAssembly.Memory({ initial: 1 });
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
    const enlarged = (bytes: number): ArrayBuffer => {
      const missing = bytes - memory.buffer.byteLength;
      // In larger and larger steps: each makes every view anew.
      if (missing > 0) memory.grow(Math.ceil(Math.max(missing, memory.buffer.byteLength / 4) / PAGE));
      return memory.buffer;
    };
    return { memory: createMemory(memory.buffer, enlarged), loops: exports as Loops };
  } catch {
    compiled = null;
    return null;
  }
}
