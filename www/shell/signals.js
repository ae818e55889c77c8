/**
 * What shows a value follows it. Everything that changes on the page is a signal: the state, the language, the look, and
 * what a run has come to. Here is what is done with signals; the signals themselves are a library's.
 */

import { effect, signal, untracked } from "@preact/signals-core";
import { oncePerFrame } from "./frames.js";

/**
 * Draws before the next frame, and again before the frame that comes after anything has changed that was read in drawing.
 * @param {() => void} draw
 * @returns {() => void} ends it
 */
export function drawn(draw) {
  let end = () => {};
  const redraw = oncePerFrame(() => {
    end();
    let isDrawn = false;
    // The first time it is drawn, and what is read is followed; the second time something of that has changed.
    end = effect(() => {
      if (isDrawn) return redraw();
      isDrawn = true;
      draw();
    });
  });
  redraw();
  return () => {
    redraw.cancel();
    end();
  };
}

/**
 * Acts on a value now, and at once whenever anything has changed that was read for it.
 * @template T
 * @param {() => T} read
 * @param {(value: T) => void} act what it reads is not followed
 * @returns {() => void} ends it
 */
export function whenever(read, act) {
  return effect(() => {
    const value = read();
    untracked(() => act(value));
  });
}

/**
 * Makes signals of an object's properties, which are read and set as before.
 * @template {object} T
 * @param {T} object
 * @param {(keyof T)[]} names
 */
export function tracked(object, ...names) {
  for (const name of names) {
    const value = signal(object[name]);
    Object.defineProperty(object, name, { get: () => value.value, set: (next) => void (value.value = next), enumerable: true });
  }
}
