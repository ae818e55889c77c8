/** Whether something is held by mouse, pen or finger: what it is dragged over is not to move away under it meanwhile. */

import { signal } from "@preact/signals-core";

const pressed = signal(false);
addEventListener("pointerdown", () => void (pressed.value = true), true);
for (const end of ["pointerup", "pointercancel", "blur"]) addEventListener(end, () => void (pressed.value = false), true);

export function isPressed() {
  return pressed.value;
}
