/* Areas beside the line and within it: which one is in hand, what a hand on the photo does to it, and what is done
   there. */

import { type Area, type AreaKind, MOST_AREAS, nextId } from "../../core/hairline/areas.ts";
import { type Scene, planOf, withPlan } from "../../core/plan/scene.ts";
import { placedArea } from "../../editor/areas/placing.ts";
import { type AreaDoing, BRUSH, areaHere } from "../../store/session.ts";
import { words } from "../../words/words.ts";
import { Choice } from "../parts/Choice.tsx";
import { Disclosure } from "../parts/Disclosure.tsx";
import { useScene, useServices, useSession } from "../services.ts";
import { AreaFormRows } from "./AreaFormRows.tsx";
import { AreaWorkRows } from "./AreaWorkRows.tsx";

/** What can be added, and what a hand does first to each. */
const additions = [
  { what: "curve", kind: "area", doing: "draw" },
  { what: "brush", kind: "area", doing: "brush" },
  { what: "scar", kind: "scar", doing: "draw" },
  { what: "parting", kind: "parting", doing: "draw" },
  { what: "fue", kind: "fue", doing: "draw" },
  { what: "leave-free", kind: "leave-free", doing: "draw" },
] as const satisfies readonly { readonly what: string; readonly kind: AreaKind; readonly doing: AreaDoing }[];

/** No area's: the hairline's own handles. */
const HAIRLINE = "hairline";

const numbered = (areas: readonly Area[], kind: AreaKind): string =>
  words(`areas.named.${kind}`, { number: areas.filter((area) => area.kind === kind).length + 1 });

/** All but the skin that a brush covers: its reading alone is told of each move. */
const shown = (scene: Scene) => {
  const { areas, density } = planOf(scene);
  return [
    density,
    areas.length,
    ...areas.flatMap((area) => {
      const { id, name, points, mirrored, width, softness, density: share, shade, sessions } = area;
      return [id, name, points, mirrored, width, softness, share, shade, sessions];
    }),
  ];
};

export function AreaRows() {
  const { session } = useServices();
  const hand = useSession(areaHere);
  const scene = useScene(shown);
  if (!scene) return null;
  const { areas } = planOf(scene);
  const inHand = areas.find(({ id }) => id === hand?.id);

  function add({ what, kind, doing }: (typeof additions)[number]): void {
    const now = session.store.getState().scene;
    if (!now) return;
    const before = planOf(now).areas;
    const id = nextId(before);
    const area = placedArea(now, id, kind, numbered(before, kind), what === "brush");
    session.edit((current) => withPlan(current, { areas: [...planOf(current).areas, area] }));
    session.set({ area: { id, doing, brush: hand?.brush ?? BRUSH.usual } });
  }

  return (
    <Disclosure
      label={words("areas.label")}
      summary={areas.length === 0 ? words("areas.none") : words("areas.count", { count: areas.length })}
    >
      {areas.length > 0 && (
        <Choice
          label={words("areas.inHand")}
          look="segments"
          columns={2}
          options={[
            { value: HAIRLINE, label: words("areas.hairline") },
            ...areas.map(({ id, kind, name }) => ({ value: id, label: name || words(`areas.add.${kindName(kind)}`) })),
          ]}
          value={hand?.id ?? HAIRLINE}
          onChoose={(id) =>
            session.set({
              area: id === HAIRLINE ? null : { id, doing: "points", brush: hand?.brush ?? BRUSH.usual },
            })
          }
        />
      )}
      {inHand && hand && (
        <>
          <AreaFormRows key={inHand.id} area={inHand} hand={hand} />
          <AreaWorkRows area={inHand} density={planOf(scene).density} />
        </>
      )}
      <div className="buttons area-add" role="group" aria-label={words("areas.add.label")}>
        {additions.map((addition) => (
          <button
            key={addition.what}
            type="button"
            className="button"
            disabled={areas.length >= MOST_AREAS}
            onClick={() => add(addition)}
          >
            {words(`areas.add.${addition.what}`)}
          </button>
        ))}
      </div>
    </Disclosure>
  );
}

const kindName = (kind: AreaKind) => (kind === "area" ? "curve" : kind);
