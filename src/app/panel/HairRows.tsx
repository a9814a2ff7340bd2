/* The client's hair colour as it is said, and what it warns of. It belongs to the client: to all photos and plans. */

import { hairColours } from "../../core/pigment/hair-colour.ts";
import { words } from "../../words/words.ts";
import { Choice } from "../parts/Choice.tsx";
import { Disclosure } from "../parts/Disclosure.tsx";
import { useServices, useSession } from "../services.ts";

const choices = ["unsaid", ...hairColours] as const;

export function HairRows() {
  const { session } = useServices();
  const hair = useSession(({ scene }) => scene?.document.hair ?? null);
  const said = hair ?? "unsaid";
  return (
    <>
      <Disclosure label={words("hair.label")} summary={words(`hair.is.${said}`)}>
        <Choice
          label={words("hair.label")}
          quiet
          look="segments"
          columns={3}
          options={choices.map((value) => ({ value, label: words(`hair.is.${value}`) }))}
          value={said}
          onChoose={(value) =>
            session.edit(({ document }) => ({ ...document, hair: value === "unsaid" ? null : value }))
          }
        />
      </Disclosure>
      {hair && <p className="remark">{words(`hair.says.${hair}`)}</p>}
    </>
  );
}
