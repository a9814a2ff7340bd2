/* What few need at first, behind a row that opens it and says meanwhile what is chosen there. */

import { Collapsible } from "@base-ui/react/collapsible";
import type { ReactNode } from "react";

type Props = { readonly label: string; readonly summary: string; readonly children: ReactNode };

export function Disclosure({ label, summary, children }: Props) {
  return (
    <Collapsible.Root className="disclosure">
      <Collapsible.Trigger className="disclosure-row">
        <span>{label}</span>
        <span className="chosen">{summary}</span>
      </Collapsible.Trigger>
      <Collapsible.Panel className="disclosed">{children}</Collapsible.Panel>
    </Collapsible.Root>
  );
}
