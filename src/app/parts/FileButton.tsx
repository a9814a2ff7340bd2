/* A button that opens the device's file chooser (or its camera). The
   real file input carries the name; the button is its face. */

import type { ReactNode } from "react";
import { ACCEPTED, filesFromInput } from "../../intake/sources.ts";

type Props = {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
  /** Never empty. */
  readonly onFiles: (files: readonly File[]) => void;
  /** The chooser opens. */
  readonly onOpen?: () => void;
  readonly accept?: string;
  /** Several photos may be chosen together. */
  readonly several?: boolean;
  /** Straight to the camera at the back, where there is one. */
  readonly camera?: boolean;
};

export function FileButton(props: Props) {
  const { label, className, children, onFiles, onOpen, accept = ACCEPTED, several = false, camera = false } = props;
  return (
    <label className={`file-button ${className}`}>
      <input
        type="file"
        aria-label={label}
        accept={accept}
        multiple={several}
        {...(camera ? { capture: "environment" as const } : {})}
        onClick={onOpen}
        onChange={(event) => {
          const files = filesFromInput(event.currentTarget);
          // The same file may be chosen again after a change outside.
          event.currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      {children}
    </label>
  );
}
