/* The composition root: the only file that sees every room. It makes
   the stores and the worker's door, and starts the screen. */

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { useStrictMode as setKonvaStrict } from "react-konva";
import { App } from "./app/App.tsx";
import { createWorkerPool } from "./app/worker-pool.ts";
import { createPreferences } from "./app/preferences.ts";
import { ErrorBoundary } from "./app/failure/ErrorBoundary.tsx";
import { EscapedDialog } from "./app/failure/EscapedDialog.tsx";
import { bringBack } from "./app/keeping/bring-back.ts";
import { createFaceQueue } from "./app/opening/face-queue.ts";
import { createOpeningQueue } from "./app/opening/opening-queue.ts";
import { framePhotoHere } from "./app/views/frame-photo.ts";
import { type Services, ServicesContext } from "./app/services.ts";
import "./app/styles/tokens.css";
import "./app/styles/base.css";
import "./app/styles/layout.css";
import "./app/styles/bar.css";
import "./app/styles/camera.css";
import "./app/styles/panel.css";
import "./app/styles/parts.css";
import "./app/styles/views.css";
import "./app/styles/stage.css";
import "./app/styles/welcome.css";
import { createViewfinder } from "./editor/viewfinder.ts";
import { openPhoto } from "./intake/open-photo.ts";
import { classify } from "./intake/sources.ts";
import { openRecords } from "./records/records.ts";
import { createSession } from "./store/session.ts";
import { readFaces, readPerson } from "./workers/face-host.ts";
import { startPictureHost } from "./workers/host.ts";

// Konva's nodes follow their props even where only the finger moved them. A plain setter, no hook.
setKonvaStrict(true);

const session = createSession();
const services: Services = {
  session,
  viewfinder: createViewfinder(),
  pool: createWorkerPool(startPictureHost),
  preferences: createPreferences(),
  intake: { openPhoto, classify, readFaces, readPerson },
  opening: createOpeningQueue(session),
  faces: createFaceQueue(),
};

framePhotoHere(services.session, services.viewfinder);

void bringBack(services, openRecords);

const root = document.getElementById("root");
if (!root) throw new RangeError("index.html has no element #root");
createRoot(root).render(
  <StrictMode>
    <ServicesContext value={services}>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
      <EscapedDialog />
    </ServicesContext>
  </StrictMode>,
);
