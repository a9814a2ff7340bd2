/* The whole screen: the first one until a photo is open, then bar, photo, panel and foot. */

import { useCallback, useEffect, useMemo, useRef } from "react";
import { TopBar } from "./bar/TopBar.tsx";
import { createCommands } from "./commands.ts";
import { DropZone } from "./DropZone.tsx";
import { EditorArea } from "./EditorArea.tsx";
import { Panel } from "./panel/Panel.tsx";
import { createHeadGesture } from "./head/head-gesture.ts";
import { reopenPhotos } from "./opening/reopen-photos.ts";
import { watchSkin } from "./watch-skin.ts";
import { usePreference, useServices, useSession } from "./services.ts";
import { KeysDialog } from "./status/KeysDialog.tsx";
import { PlanQuestion } from "./opening/PlanQuestion.tsx";
import { Notice } from "./status/Notice.tsx";
import { TaskProgress } from "./status/TaskProgress.tsx";
import { StatusBar } from "./status/StatusBar.tsx";
import { useKeys } from "./use-keys.ts";
import { useNewsFade } from "./use-news-fade.ts";
import { useSpareWorker } from "./use-spare-worker.ts";
import { useTheme } from "./use-theme.ts";
import { ViewStrip } from "./views/ViewStrip.tsx";
import { Returning } from "./welcome/Returning.tsx";
import { Welcome } from "./welcome/Welcome.tsx";

export function App() {
  const services = useServices();
  const open = useSession((state) => state.scene !== null);
  const returning = useSession((state) => state.returning);
  const theme = usePreference((state) => state.theme);
  const dialog = useRef<HTMLDialogElement>(null);
  const headGesture = useMemo(() => createHeadGesture(services), [services]);
  const commands = useMemo(() => createCommands(services, headGesture), [services, headGesture]);
  const onHelp = useCallback(() => dialog.current?.showModal(), []);
  useKeys(commands, onHelp);

  useEffect(() => watchSkin(services), [services]);
  useEffect(() => reopenPhotos(services), [services]);
  useTheme(theme);
  useNewsFade();
  useSpareWorker();

  return (
    <div className="app" data-open={open}>
      {open ? (
        <>
          <TopBar commands={commands} onHelp={onHelp} />
          <ViewStrip />
          <EditorArea headGesture={headGesture} />
          <Panel commands={commands} />
          <StatusBar commands={commands} />
        </>
      ) : returning ? (
        <Returning />
      ) : (
        <Welcome />
      )}
      <Notice />
      <PlanQuestion />
      <TaskProgress />
      <DropZone />
      <KeysDialog commands={commands} dialog={dialog} />
    </div>
  );
}
