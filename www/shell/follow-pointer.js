/**
 * Following a pointer from where it is put down to where it is lifted: what drawing and dragging have in common. It is one
 * pointer at a time, and it goes on outside. A pen comes before a finger, since the hand that holds it lies on the screen.
 */

/** So long after the last sign of a pen a touch is taken for its hand. */
const HAND_MS = 1000;

let penSeen = -Infinity;

/** A pen that hovers is one, too. @param {PointerEvent} event */
function seePen({ pointerType, timeStamp }) {
  if (pointerType === "pen") penSeen = timeStamp;
}
for (const type of /** @type {const} */ (["pointerdown", "pointermove", "pointerup"])) addEventListener(type, seePen, { capture: true, passive: true });

/** Whether this is the hand that holds a pen. @param {MouseEvent} event */
export function isPalm(event) {
  return event instanceof PointerEvent && event.pointerType === "touch" && event.timeStamp - penSeen < HAND_MS;
}

/** The places that a pointer came through since its event before. @param {PointerEvent} event */
export function placesOf(event) {
  const events = event.getCoalescedEvents?.() ?? [];
  return events.length > 0 ? events : [event];
}

/**
 * @param {SVGElement | HTMLElement} surface
 * @param {object} hand
 * @param {(event: PointerEvent) => boolean} hand.begin whether there is anything to follow from here
 * @param {(event: PointerEvent) => void} hand.move
 * @param {() => void} hand.end
 * @param {() => void} hand.drop takes back all since `begin`: it was a palm, or a touch that the system took for a gesture
 */
export function followPointer(surface, { begin, move, end, drop }) {
  /** @type {PointerEvent | null} */
  let held = null;
  /** The window's width since then. */
  let width = 0;
  const isHeld = (/** @type {PointerEvent} */ { pointerId }) => pointerId === held?.pointerId;
  /** @param {() => void} how */
  const letGo = (how) => {
    held = null;
    how();
  };
  const giveWay = (/** @type {PointerEvent} */ { pointerType }) => {
    if (pointerType === "pen" && held?.pointerType === "touch") letGo(drop);
  };
  /** @param {"pointerdown" | "pointermove" | "pointerup" | "pointercancel"} type @param {(event: PointerEvent) => void} act */
  const on = (type, act) => surface.addEventListener(type, (event) => void (event instanceof PointerEvent && act(event)));
  on("pointerdown", (event) => {
    giveWay(event);
    if (held || event.button !== 0 || isPalm(event) || !begin(event)) return;
    held = event;
    width = innerWidth;
    surface.setPointerCapture(event.pointerId);
  });
  on("pointermove", (event) => {
    giveWay(event);
    if (!isHeld(event)) return;
    // The screen was turned: what lies under the pointer now is not where it was going.
    if (innerWidth === width) move(event);
    else letGo(end);
  });
  on("pointerup", (event) => {
    if (isHeld(event)) letGo(end);
  });
  on("pointercancel", (event) => {
    if (isHeld(event)) letGo(event.pointerType === "touch" && innerWidth === width ? drop : end);
  });
  // Not every browser heeds `touch-action` within a picture; and what is drawn is no handwriting for a field of text.
  for (const type of ["touchstart", "touchmove"]) {
    surface.addEventListener(type, (event) => void (held && event.cancelable && event.preventDefault()), { passive: false });
  }
}
