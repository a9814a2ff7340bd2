/* A text of the catalogue with the part in it that `<b>` marks: set off in bold, or drawn by the one who knows it
   better, as a number in groups. */

import { Fragment, type ReactNode } from "react";

type Props = {
  readonly text: string;
  /** Draws the marked part. */
  readonly mark?: (marked: string) => ReactNode;
};

const bold = (marked: string): ReactNode => <b>{marked}</b>;

export function RichText({ text, mark = bold }: Props) {
  return text.split(/<\/?b>/).map((part, i) => <Fragment key={i}>{i % 2 === 1 ? mark(part) : part}</Fragment>);
}
