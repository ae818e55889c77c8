/**
 * A finger that stays where it is. Browsers that have a menu of their own tell of it as they tell of the right button, and
 * sooner than this; others have no event for it.
 */

/** Longer than browsers take for their own menu. */
const LONG_MS = 650;
/** A finger is never quite still. */
const STILL_PIXELS = 10;

/**
 * @param {HTMLElement} element
 * @param {(at: { x: number, y: number }) => void} act where it is pressed, in the window
 */
export function whenPressedLong(element, act) {
  element.addEventListener("pointerdown", ({ pointerType, pointerId, clientX: x, clientY: y, defaultPrevented }) => {
    // What a finger has taken hold of it may hold still.
    if (pointerType !== "touch" || defaultPrevented) return;
    const watching = new AbortController();
    const end = () => {
      clearTimeout(timer);
      watching.abort();
    };
    const timer = setTimeout(() => {
      end();
      act({ x, y });
    }, LONG_MS);
    /** @param {"pointermove" | "pointerup" | "pointercancel" | "contextmenu"} name @param {(event: PointerEvent) => boolean} isEnd */
    const watch = (name, isEnd) => element.addEventListener(name, (event) => isEnd(event) && end(), { signal: watching.signal });
    // The mouse may be over it, too.
    const isIt = (/** @type {PointerEvent} */ event) => event.pointerId === pointerId;
    watch("pointermove", (event) => isIt(event) && Math.hypot(event.clientX - x, event.clientY - y) > STILL_PIXELS);
    watch("pointerup", isIt);
    watch("pointercancel", isIt);
    watch("contextmenu", () => true);
  });
}
