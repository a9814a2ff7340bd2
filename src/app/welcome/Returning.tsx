/* The screen while the work that was open before is brought back. Nothing of it is seen when that takes no time. */

import { words } from "../../words/words.ts";
import { StatusLine } from "../status/StatusLine.tsx";

export function Returning() {
  return (
    <main className="returning" aria-busy="true">
      <p className="brand">{words("app.name")}</p>
      <StatusLine />
    </main>
  );
}
