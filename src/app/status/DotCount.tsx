/* How many dots the photo shows: in sight at every step, since it is what is paid for. */

import { words } from "../../words/words.ts";
import { Digits } from "../parts/Digits.tsx";
import { RichText } from "../parts/RichText.tsx";
import { useSession } from "../services.ts";

export function DotCount() {
  const dots = useSession((state) => state.dots);
  const output = () => (
    <output aria-label={words("status.dots")} aria-live="off">
      <Digits value={dots} />
    </output>
  );
  return (
    <p className="dot-count">
      <RichText text={words("status.count", { count: dots })} mark={output} />
    </p>
  );
}
