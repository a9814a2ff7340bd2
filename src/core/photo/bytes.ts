/* Whole numbers out of file bytes. Reading past the end gives zeros, never an error: the readers of headers ask
   about lengths themselves, and a hostile file must not be able to throw. */

/** Unsigned, 16 bits, the high byte first: 0..2^16 - 1. */
export const u16be = (bytes: Uint8Array, at: number): number => (bytes[at] << 8) | bytes[at + 1];
/** Unsigned, 16 bits, the low byte first: 0..2^16 - 1. */
export const u16le = (bytes: Uint8Array, at: number): number => bytes[at] | (bytes[at + 1] << 8);
/** Unsigned, 24 bits, the low byte first: 0..2^24 - 1. */
export const u24le = (bytes: Uint8Array, at: number): number => u16le(bytes, at) | (bytes[at + 2] << 16);
/** Unsigned, 32 bits, the high byte first: 0..2^32 - 1. */
export const u32be = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]) >>> 0;
/** Unsigned, 32 bits, the low byte first: 0..2^32 - 1. */
export const u32le = (bytes: Uint8Array, at: number): number => (u24le(bytes, at) | (bytes[at + 3] << 24)) >>> 0;

/** Whether `bytes` hold the ASCII `text` from `at` on. */
export function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** `length` bytes from `at` on as Latin-1 text, shorter at the end of the file. */
export function textAt(bytes: Uint8Array, at: number, length: number): string {
  let text = "";
  for (let i = at; i < Math.min(at + length, bytes.length); i++) text += String.fromCharCode(bytes[i]);
  return text;
}
