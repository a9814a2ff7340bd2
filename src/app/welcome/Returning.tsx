/* The screen while the work that was open before is brought back. Nothing of it is seen when that takes no time. */

import { StatusLine } from "../status/StatusLine.tsx";

export function Returning() {
  return (
    <main className="returning" aria-busy="true">
      <p className="brand">Stubble</p>
      <StatusLine />
    </main>
  );
}
