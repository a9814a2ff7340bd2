/* The first screen: one promise and a head before and after, one place to drop a photo, a demo for those who have none
   at hand, and what all this is. */

import { words } from "../../words/words.ts";
import { MOST_MEGAPIXELS } from "../messages.ts";
import { FileButton } from "../parts/FileButton.tsx";
import { Icon } from "../parts/Icon.tsx";
import { RichText } from "../parts/RichText.tsx";
import { openDemo } from "../opening/open-demo.ts";
import { openFiles } from "../opening/open-files.ts";
import { isBusy } from "../../store/session.ts";
import { useServices, useSession } from "../services.ts";
import { StatusLine } from "../status/StatusLine.tsx";
import { useMedia } from "../use-media.ts";
import { BeforeAfter } from "./BeforeAfter.tsx";

export function Welcome() {
  const services = useServices();
  const busy = useSession(isBusy);
  const touch = useMedia("(pointer: coarse)");
  const open = (files: readonly File[]): void => void openFiles(services, files);
  return (
    <main className="welcome" aria-busy={busy}>
      <div className="welcome-page">
        <header className="welcome-head">
          <h1 className="brand">{words("page.title")}</h1>
          <p className="promise">{words("welcome.promise")}</p>
        </header>
        <BeforeAfter />
        <div className="welcome-begin">
          <div className="welcome-ways">
            <button
              type="button"
              className="button primary large"
              disabled={busy}
              onClick={() => void openDemo(services)}
            >
              {words("welcome.demo")}
            </button>
            {touch && (
              <FileButton
                label={words("welcome.takePhoto")}
                className="button large"
                accept="image/*"
                camera
                onFiles={open}
              >
                <Icon name="camera" />
                {words("welcome.takePhoto")}
              </FileButton>
            )}
          </div>
          <FileButton label={words("welcome.openPhoto")} className="drop" several onFiles={open}>
            <span className="drop-title">{words(touch ? "welcome.choose" : "welcome.drop")}</span>
            <span className="drop-hint">{words("welcome.formats", { most: MOST_MEGAPIXELS })}</span>
          </FileButton>
          <p className="privacy">
            <Icon name="lock" />
            <span>{words("welcome.privacy")}</span>
          </p>
          <StatusLine />
        </div>
        <div className="welcome-about">
          <p>
            <RichText text={words("welcome.what")} />
          </p>
          <p>
            <RichText text={words("welcome.which")} />
          </p>
        </div>
      </div>
    </main>
  );
}
