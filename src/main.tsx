/* The composition root: the only file that sees every room. It makes the stores and the worker's door, and starts the screen. */

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { useStrictMode as setKonvaStrict } from "react-konva";
import { App } from "./app/App.tsx";
import { createDesk } from "./app/desk.ts";
import { createPreferences } from "./app/preferences.ts";
import { keepInSight } from "./app/photo/in-sight.ts";
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
import { createSession } from "./store/session.ts";
import { startPictureHost } from "./workers/host.ts";

// Konva's nodes follow their props even where only the finger moved them. A plain setter, no hook.
setKonvaStrict(true);

const services: Services = {
  session: createSession(),
  viewfinder: createViewfinder(),
  desk: createDesk(startPictureHost),
  preferences: createPreferences(),
};

keepInSight(services.session, services.viewfinder);

const root = document.getElementById("root");
if (!root) throw new RangeError("index.html has no element #root");
createRoot(root).render(
  <StrictMode>
    <ServicesContext value={services}>
      <App />
    </ServicesContext>
  </StrictMode>,
);
