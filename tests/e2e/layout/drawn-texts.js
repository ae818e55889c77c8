/* What is written on canvases cannot be seen in the document: it is noted down while it is being written. */

/** @import { Box } from "./page/boxes.js" */

/**
 * `box` is what the letters cover, in pixels of the canvas; `size` is the letters' size in the same.
 * @typedef {{ text: string, box: Box, size: number }} DrawnText
 */

/** To be run in the page before its own scripts. Gives it `window.drawnTexts(canvas)`. */
export function noteDrawnTexts() {
  /** @type {WeakMap<HTMLCanvasElement, DrawnText[]>} */
  const notes = new WeakMap();
  const forget = (/** @type {HTMLCanvasElement} */ canvas) => notes.delete(canvas);
  Object.assign(window, { drawnTexts: (/** @type {HTMLCanvasElement} */ canvas) => notes.get(canvas) ?? [] });

  const { prototype } = CanvasRenderingContext2D;
  const { fillText, clearRect, putImageData } = prototype;

  prototype.fillText = function (text, x, y, ...rest) {
    const { actualBoundingBoxLeft, actualBoundingBoxRight, actualBoundingBoxAscent, actualBoundingBoxDescent } = this.measureText(text);
    const place = this.getTransform();
    const corners = [x - actualBoundingBoxLeft, x + actualBoundingBoxRight].flatMap((across) =>
      [y - actualBoundingBoxAscent, y + actualBoundingBoxDescent].map((down) => place.transformPoint({ x: across, y: down })),
    );
    const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
    const box = { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
    const size = Number.parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? "") * Math.hypot(place.a, place.b);
    // At no place nothing is written.
    if (Object.values(box).every(Number.isFinite)) notes.set(this.canvas, [...(notes.get(this.canvas) ?? []), { text, box, size }]);
    return fillText.call(this, text, x, y, ...rest);
  };

  // What is wiped away as a whole, by hand or by another size, shows nothing of what was written before.
  const isAll = (/** @type {HTMLCanvasElement} */ { width, height }, /** @type {number} */ across, /** @type {number} */ down) => across >= width * 0.99 && down >= height * 0.99;
  prototype.clearRect = function (x, y, width, height) {
    const { a, d } = this.getTransform();
    if (isAll(this.canvas, width * a, height * d)) forget(this.canvas);
    return clearRect.call(this, x, y, width, height);
  };
  prototype.putImageData = function (/** @type {any[]} */ ...given) {
    if (isAll(this.canvas, given[0].width, given[0].height)) forget(this.canvas);
    return Reflect.apply(putImageData, this, given);
  };
  for (const side of /** @type {const} */ (["width", "height"])) {
    const property = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, side);
    Object.defineProperty(HTMLCanvasElement.prototype, side, {
      ...property,
      set(/** @type {number} */ value) {
        forget(this);
        property?.set?.call(this, value);
      },
    });
  }
}
