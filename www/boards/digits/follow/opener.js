/**
 * The button with which one begins to follow a pixel, where there is a drawing.
 */

import { el, said, translate } from "../../../shell/dom.js";
import { LateDialog } from "../../../shell/late-dialog.js";
import { drawn } from "../../../shell/signals.js";

/** @import { RunControl } from "../run-control.js" */
/** @import { DigitsServices } from "../settings.js" */

/** @param {RunControl} run @param {DigitsServices} services @returns {{ element: HTMLElement, destroy(): void }} */
export function opener(run, services) {
  const follow = new LateDialog({
    id: "follow",
    load: async () => {
      const { Follow } = await import("./index.js");
      return () => new Follow(run, services);
    },
    notices: services.notices,
  });
  const button = el("button", { type: "button", class: "chip", onclick: () => void follow.open(element), ...said("inside.follow") });
  const element = el("div", {}, button);
  translate(element, services.t);
  const end = drawn(() => {
    button.hidden = !services.client.latest("prediction")?.prediction.answer;
  });
  return {
    element,
    destroy: () => {
      end();
      follow.destroy();
    },
  };
}
