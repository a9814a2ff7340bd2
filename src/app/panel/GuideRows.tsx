/* Guides over the photo: on or off, and which of them. */

import { guideKinds } from "../../core/hairline/guides.ts";
import { words } from "../../words/words.ts";
import type { Command } from "../commands.ts";
import { Disclosure } from "../parts/Disclosure.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { usePreference, useServices, useSession } from "../services.ts";
import { faceOf } from "../use-line-tool.ts";

export function GuideRows({ command }: { readonly command: Command }) {
  const { preferences } = useServices();
  const on = usePreference(({ guides, lines }) => guides && lines);
  const kinds = usePreference((state) => state.guideKinds);
  const isRead = useSession((state) => faceOf(state) !== null);
  const choose = (kind: (typeof guideKinds)[number], chosen: boolean): void =>
    preferences.setState({ guideKinds: guideKinds.filter((one) => (one === kind ? chosen : kinds.includes(one))) });
  return (
    <>
      <SwitchRow label={words("guide.label.all")} checked={on} onChange={command.run} />
      {on && (
        <Disclosure
          label={words("guide.which")}
          summary={words("guide.chosen", { count: kinds.length, most: guideKinds.length })}
        >
          {guideKinds.map((kind) => (
            <SwitchRow
              key={kind}
              label={words(`guide.name.${kind}`)}
              checked={kinds.includes(kind)}
              onChange={(chosen) => choose(kind, chosen)}
            />
          ))}
          <p className="remark">{words(isRead ? "guide.says" : "guide.saysAverage")}</p>
        </Disclosure>
      )}
    </>
  );
}
