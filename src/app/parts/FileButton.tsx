/* A button that opens the device's file chooser (or its camera). The real file input carries the name; the button is its face. */

import type { ReactNode } from "react";
import { ACCEPTED, fileFromInput } from "../../intake/sources.ts";

type Props = {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
  readonly onFile: (file: File) => void;
  readonly accept?: string;
  /** Straight to the camera at the back, where there is one. */
  readonly camera?: boolean;
};

export function FileButton({ label, className, children, onFile, accept = ACCEPTED, camera = false }: Props) {
  return (
    <label className={`file-button ${className}`}>
      <input
        type="file"
        aria-label={label}
        accept={accept}
        {...(camera ? { capture: "environment" as const } : {})}
        onChange={(event) => {
          const file = fileFromInput(event.currentTarget);
          // The same file may be chosen again after a change outside.
          event.currentTarget.value = "";
          if (file) onFile(file);
        }}
      />
      {children}
    </label>
  );
}
