/* What can be done with the camera at each moment. One of them has the focus from the start, so that Space and Enter do it. */

import { ACCEPTED_PHOTOS } from "../../intake/sources.ts";
import { words } from "../../words/words.ts";
import { FileButton } from "../parts/FileButton.tsx";

const focused = (button: HTMLButtonElement | null): void => button?.focus();

const Cancel = ({ onCancel }: { readonly onCancel: () => void }) => (
  <button type="button" className="button camera-cancel" onClick={onCancel}>
    {words("button.cancel")}
  </button>
);

type Live = {
  /** False while the camera starts. */
  readonly ready: boolean;
  readonly onShoot: () => void;
  /** Null where there is one camera only. */
  readonly onSwitch: (() => void) | null;
  readonly onCancel: () => void;
};

export function LiveButtons({ ready, onShoot, onSwitch, onCancel }: Live) {
  return (
    <div className="camera-buttons" data-phase="live">
      <button
        // A new one when the camera is ready: a button that could not be pressed could not take the focus.
        key={String(ready)}
        ref={focused}
        type="button"
        className="shutter"
        aria-label={words("camera.take")}
        title={words("camera.takeHint")}
        disabled={!ready}
        onClick={onShoot}
      />
      {onSwitch && (
        <button type="button" className="button camera-switch" onClick={onSwitch}>
          {words("camera.switch")}
        </button>
      )}
      <Cancel onCancel={onCancel} />
    </div>
  );
}

type StillProps = { readonly onUse: () => void; readonly onAgain: () => void; readonly onCancel: () => void };

export function StillButtons({ onUse, onAgain, onCancel }: StillProps) {
  return (
    <div className="camera-buttons" data-phase="still">
      <button ref={focused} type="button" className="button primary camera-use" onClick={onUse}>
        {words("camera.use")}
      </button>
      <button type="button" className="button camera-again" onClick={onAgain}>
        {words("camera.again")}
      </button>
      <Cancel onCancel={onCancel} />
    </div>
  );
}

type FaultProps = {
  readonly onFile: (file: File) => void;
  /** Null where trying again cannot help. */
  readonly onRetry: (() => void) | null;
  readonly onCancel: () => void;
};

export function FaultButtons({ onFile, onRetry, onCancel }: FaultProps) {
  return (
    <div className="camera-buttons">
      <FileButton
        label={words("camera.instead")}
        className="button primary"
        accept={ACCEPTED_PHOTOS}
        onFiles={([file]) => onFile(file)}
      >
        {words("camera.instead")}
      </FileButton>
      {onRetry && (
        <button ref={focused} type="button" className="button" onClick={onRetry}>
          {words("camera.retry")}
        </button>
      )}
      <Cancel onCancel={onCancel} />
    </div>
  );
}
