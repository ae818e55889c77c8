/**
 * Can it learn to read? A network learns handwritten digits, and reads those that are drawn beside it.
 */

import { el, said, setText, translate } from "../../shell/dom.js";
import { oncePerFrame } from "../../shell/frames.js";
import { keeping } from "../../shell/kept.js";
import { whenDropped } from "../../shell/opening.js";
import { Pad } from "../../shell/pad.js";
import { PEN_WIDTH } from "../../shell/pen.js";
import { drawn, whenever } from "../../shell/signals.js";
import { Story } from "../../shell/story/story.js";
import { DigitAnswer } from "./answer.js";
import { DigitsDataCard } from "./data-card.js";
import { ClassDialog } from "./handwriting/class-dialog.js";
import { putLate } from "./handwriting/late.js";
import { configOf, settings } from "./settings.js";
import { DigitsLossCard } from "./loss-card.js";
import { DigitsModelCard } from "./model-card.js";
import { RunControl } from "./run-control.js";
import { reading } from "./story.js";
import { DigitsControls } from "./train-controls.js";
import { Views } from "./views.js";
import "./digits.css";

/** @import { Stroke } from "../../protocol" */
/** @import { MountedBoard } from "../../shell/types" */
/** @import { DigitsServices } from "./settings.js" */

export { settings };

const runFor = keeping(RunControl);

/** What has been drawn; it is not lost with a look at another board. */
const drawingFor = keeping(
  class {
    /** @type {Stroke[]} */
    strokes = [];

    /** @param {DigitsServices} services */
    constructor(services) {
      this.services = services;
    }
  },
);

/**
 * @param {HTMLElement} root
 * @param {DigitsServices} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  /** @type {MountedBoard | null} */
  let shown = null;
  // Whoever only writes for a class has no network to be made and trained.
  const end = whenever(
    () => services.state.values.collect === "draw",
    (isWriting) => {
      shown?.destroy();
      root.replaceChildren();
      shown = (isWriting ? mountWriting : mountBoard)(root, services);
      translate(root, services.t);
    },
  );
  return {
    destroy: () => {
      end();
      shown?.destroy();
    },
  };
}

/** @param {HTMLElement} root @param {DigitsServices} services @returns {MountedBoard} */
function mountWriting(root, services) {
  const place = el("section", { class: "writing-place" });
  root.append(place);
  return {
    destroy: putLate(place, services, async () => {
      const { WritingPage } = await import("./handwriting/writing-page.js");
      return () => new WritingPage(services);
    }),
  };
}

/** @param {HTMLElement} root @param {DigitsServices} services @returns {MountedBoard} */
function mountBoard(root, services) {
  const run = runFor(services);
  const controls = new DigitsControls(run, services);
  const data = new DigitsDataCard(run, services);
  const cards = [data, new DigitsModelCard(services), new DigitsLossCard(services)];
  const answer = new DigitAnswer(run, services);
  const { strokes } = drawingFor(services);
  let wantActivations = false;
  const send = oncePerFrame(() => {
    services.client.request("draw", { strokes, penWidth: PEN_WIDTH, wantActivations }).catch((error) => console.warn(error));
  });
  const pad = new Pad({ strokes, name: "pad.canvas", hint: "pad.hint", onChange: send });
  const views = new Views(run, services);

  // Of the visitor's own pictures it asks nothing: they are no 10,000 digits.
  const story = new Story(services, reading(run, strokes, services), () => !run.pictures);
  const lead = el("p", { class: "lead" });
  root.append(
    el("section", { class: "ask" }, el("h1", said("digits.question")), story.element, lead, controls.element),
    el("section", { class: "drawing" }, pad.element, answer.element),
    views.element,
    el("section", { class: "cards" }, ...cards.map((card) => card.element)),
  );
  const classDialog = new ClassDialog(root, run, services);
  run.enter();
  const ends = [
    whenever(() => configOf(services.state.values), (config) => run.follow(config)),
    whenever(() => services.state.values.view === "inside", (wanted) => {
      // Then the answer is to tell what every layer makes of the drawing.
      wantActivations = wanted;
      send();
    }),
    ...[controls, ...cards, answer, pad, views].map((part) => drawn(() => part.render())),
    drawn(() => data.look()),
    drawn(() => {
      const { t } = services;
      setText(lead, t(run.pictures ? "digits.leadOwn" : "digits.lead"));
      const isOfKinds = (run.pictures?.kinds.length ?? 0) > 0;
      pad.hint.dataset.t = isOfKinds ? "pad.hintOwn" : "pad.hint";
      pad.canvas.dataset.tLabel = isOfKinds ? "pad.hintOwn" : "pad.canvas";
      translate(pad.element, t);
    }),
    drawn(() => views.shown.render()),
    // Over the board the window of the class takes them.
    whenDropped(([file]) => void (file && !classDialog.element.open && views.views.code.open(file))),
    services.keys.bind({ ...controls.actions, undo: pad.undoing }),
  ];
  return {
    destroy: () => {
      run.leave();
      story.destroy();
      for (const end of ends) end();
      classDialog.end();
      views.destroy();
      pad.destroy();
      send.cancel();
    },
  };
}
