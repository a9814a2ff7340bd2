/* A head placed by its handles as a patient hand would place it: one after the other is dragged to where it belongs,
   from where the head stands, and round again. */
import { type HeadHandle, type PlacedHandle, withHandleAt } from "../../../src/core/head/handles.ts";
import type { Vault } from "../../../src/core/head/vault.ts";
import type { View } from "../../../src/core/head/view.ts";

/** Turned first: then the ends of the head are those that are wanted. */
const order: readonly HeadHandle[] = ["turn", "roll", "left", "right", "forehead", "behind", "top"];

/** The view after so many rounds of drags; a handle that it does not have is left alone. */
export function fitToHandles(vault: Vault, view: View, wanted: readonly PlacedHandle[], rounds = 12): View {
  const drags = order.flatMap((id) => wanted.filter((handle) => handle.id === id));
  let now = view;
  for (let round = 0; round < rounds; round++) for (const { id, at } of drags) now = withHandleAt(vault, now, id, at);
  return now;
}
