/* A thumbnail on a canvas of its own; empty until there is one. Its name stands beside it. */

import { useEffect, useRef } from "react";

export function Thumbnail({ picture }: { readonly picture: ImageBitmap | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current || !picture || picture.width === 0) return;
    canvas.current.width = picture.width;
    canvas.current.height = picture.height;
    canvas.current.getContext("2d")?.drawImage(picture, 0, 0);
  }, [picture]);
  return <canvas ref={canvas} className="view-picture" width={1} height={1} aria-hidden="true" />;
}
