/* How many dots the photo shows: in sight at every step, since it is what is paid for. */

import { Digits } from "../parts/Digits.tsx";
import { useSession } from "../services.ts";

export function DotCount() {
  const dots = useSession((state) => state.dots);
  return (
    <p className="dot-count">
      <output aria-label="Dots" aria-live="off">
        <Digits value={dots} />
      </output>{" "}
      dots
    </p>
  );
}
