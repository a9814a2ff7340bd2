/* Derived values, kept as long as what they are made from is the same. Sameness is identity: the same object, the same
   number. Nobody writes down what a value rests on; it rests on what its maker is given. */

/**
 * A maker that remembers its last `keep` values: asked again with inputs that are each identical (Object.is) to those
 * of a kept value, it gives that one. Of more the one that was asked for longest ago is forgotten. `make` must depend
 * on its inputs alone.
 */
export function memoised<Inputs extends readonly unknown[], Value>(
  make: (...inputs: Inputs) => Value,
  keep = 1,
): (...inputs: Inputs) => Value {
  const kept: { readonly inputs: Inputs; readonly value: Value }[] = [];
  return (...inputs) => {
    const at = kept.findIndex((one) => one.inputs.every((input, i) => Object.is(input, inputs[i])));
    const [found = { inputs, value: make(...inputs) }] = at < 0 ? [] : kept.splice(at, 1);
    kept.unshift(found);
    kept.length = Math.min(kept.length, keep);
    return found.value;
  };
}
