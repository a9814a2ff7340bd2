/* A whole number in groups. The gaps are margins, so that the text stays plain digits for readers, tests and the
   clipboard. */

import { groupsOf } from "../../words/words.ts";

export function Digits({ value }: { readonly value: number }) {
  const groups = groupsOf(value).map((text, i, all) => ({ text, place: all.length - i }));
  return (
    <span className="digits">
      {groups.map(({ text, place }) => (
        <span key={place}>{text}</span>
      ))}
    </span>
  );
}
