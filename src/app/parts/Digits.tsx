/* A whole number in groups of three. The gaps are margins, so that the text stays plain digits for readers, tests and the clipboard. */

export function Digits({ value }: { readonly value: number }) {
  const groups = String(Math.round(value))
    .split(/(?=(?:\d{3})+$)/)
    .map((text, i, all) => ({ text, place: all.length - i }));
  return (
    <span className="digits">
      {groups.map(({ text, place }) => (
        <span key={place}>{text}</span>
      ))}
    </span>
  );
}
