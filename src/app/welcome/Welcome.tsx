/* The first screen: one promise, one place to drop a photo, and a demo for those who have none at hand. */

import { FileButton } from "../parts/FileButton.tsx";
import { Icon } from "../parts/Icon.tsx";
import { openDemo } from "../opening/open-demo.ts";
import { openFiles } from "../opening/open-files.ts";
import { isBusy } from "../../store/session.ts";
import { useServices, useSession } from "../services.ts";
import { StatusLine } from "../status/StatusLine.tsx";
import { useMedia } from "../use-media.ts";

export function Welcome() {
  const services = useServices();
  const busy = useSession(isBusy);
  const touch = useMedia("(pointer: coarse)");
  const open = (files: readonly File[]): void => void openFiles(services, files);
  return (
    <main className="welcome" aria-busy={busy}>
      <div className="welcome-words">
        <h1 className="brand">Stubble</h1>
        <p className="promise">See scalp micropigmentation on your own photo, before the needle.</p>
        <div className="welcome-ways">
          <button
            type="button"
            className="button primary large"
            disabled={busy}
            onClick={() => void openDemo(services)}
          >
            Try the demo
          </button>
          {touch && (
            <FileButton label="Take a photo" className="button large" accept="image/*" camera onFiles={open}>
              <Icon name="camera" />
              Take a photo
            </FileButton>
          )}
        </div>
        <FileButton label="Open photo" className="drop" several onFiles={open}>
          <span className="drop-title">{touch ? "Choose photos" : "Drop photos here, paste one, or choose files"}</span>
          <span className="drop-hint">JPEG, PNG or WebP, up to 50 megapixels</span>
        </FileButton>
        <p className="privacy">
          <Icon name="lock" />
          <span>The photo stays on this device. Nothing is sent anywhere.</span>
        </p>
        <StatusLine />
      </div>
      <div className="welcome-picture" aria-hidden="true">
        <img src="demo/front.jpg" alt="" />
      </div>
    </main>
  );
}
