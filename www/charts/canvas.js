/**
 * A canvas that is painted in the pixels of the page: again whenever its size changes, or anything that was read in
 * painting it.
 */

import { signal } from "@preact/signals-core";
import { drawn } from "../shell/signals.js";

export class Canvas {
  width = 0;
  height = 0;
  /** Counts what asks for another picture and is no signal itself. */
  #asked = signal(0);
  #end;

  /**
   * @param {HTMLCanvasElement} element
   * @param {(context: CanvasRenderingContext2D, size: { width: number, height: number }) => void} draw
   */
  constructor(element, draw) {
    this.element = element;
    this.#end = drawn(() => this.#paint(draw));
    this.observer = new ResizeObserver(() => this.paint());
    this.observer.observe(element);
  }

  paint() {
    this.#asked.value += 1;
  }

  destroy() {
    this.observer.disconnect();
    this.#end();
  }

  /** @param {(context: CanvasRenderingContext2D, size: { width: number, height: number }) => void} draw */
  #paint(draw) {
    void this.#asked.value;
    const { element } = this;
    const { clientWidth: width, clientHeight: height } = element;
    const context = element.getContext("2d");
    if (width === 0 || height === 0 || !context) return;
    const [across, up] = [width, height].map((length) => Math.round(length * devicePixelRatio));
    if (element.width !== across || element.height !== up) Object.assign(element, { width: across, height: up });
    this.width = width;
    this.height = height;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, width, height);
    draw(context, { width, height });
  }
}
