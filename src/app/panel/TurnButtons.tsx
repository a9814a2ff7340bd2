/* For a photo that lies on its side. */

import type { QuarterTurn } from "../../core/photo/turned-file.ts";
import { words } from "../../words/words.ts";
import { hasClient } from "../opening/open-files.ts";
import { turnPhoto } from "../opening/turn-photo.ts";
import { useServices, useSession } from "../services.ts";

export function TurnButtons() {
  const services = useServices();
  const here = useSession((state) => state.scene?.cursor.photo);
  const client = useSession(hasClient);
  if (!client || here === undefined) return null;
  const turn = (way: QuarterTurn) => () => void turnPhoto(services, here, way);
  return (
    <>
      <div className="buttons">
        <button type="button" className="button" onClick={turn("left")}>
          {words("photo.turnLeft")}
        </button>
        <button type="button" className="button" onClick={turn("right")}>
          {words("photo.turnRight")}
        </button>
      </div>
      <p className="remark">{words("photo.turnSays")}</p>
    </>
  );
}
