/* One growing memory, handed out from the bottom up and given back from the top down: what belongs together gets a
   memory of its own. */

export type Views = {
  readonly u8: Uint8Array<ArrayBuffer>;
  readonly u16: Uint16Array<ArrayBuffer>;
  readonly i32: Int32Array<ArrayBuffer>;
  readonly f64: Float64Array<ArrayBuffer>;
};

export const viewsOf = (buffer: ArrayBuffer): Views => ({
  u8: new Uint8Array(buffer),
  u16: new Uint16Array(buffer),
  i32: new Int32Array(buffer),
  f64: new Float64Array(buffer),
});

export type Memory = {
  /** Fresh views: an older one is of no use after `room`. */
  readonly views: Views;
  /** Byte offset of a new stretch, a multiple of 16; zeros where nothing was given back. */
  room(bytes: number): number;
  /** Where the next stretch begins. */
  readonly end: number;
  /** Gives back all from this place on. */
  cut(end: number): void;
};

export const PAGE = 65_536;

/** `enlarged(bytes)`: makes the memory at least so large, keeping what is in it, and says what it lies in now. */
export function createMemory(start: ArrayBuffer, enlarged: (bytes: number) => ArrayBuffer): Memory {
  let views = viewsOf(start);
  let end = 0;
  return {
    get views() {
      return views;
    },
    get end() {
      return end;
    },
    cut(at) {
      end = at;
    },
    room(bytes) {
      const at = end;
      end += Math.ceil(bytes / 16) * 16;
      // A page more than asked: eights may be read past the end.
      if (end + PAGE > views.u8.length) views = viewsOf(enlarged(end + PAGE));
      return at;
    },
  };
}
