/**
 * The end of the lecture: what was predicted and what came, beside each other, with the way back to each act; and the acts
 * that nobody has predicted yet.
 */

import { boards } from "../boards/index.js";
import { blanked } from "../i18n/index.js";
import { boardAddress, goTo } from "../shell/address.js";
import { el, named, said, setText } from "../shell/dom.js";
import * as remembered from "../shell/remembered.js";
import { drawn } from "../shell/signals.js";
import { written } from "../shell/story/answers.js";
import { agree } from "../shell/story/beats.js";
import { Predictions } from "../shell/story/predictions.js";
import { Sketch } from "../shell/story/sketch.js";
import { actsOf } from "./acts.js";
import "./column.css";
import "./look-back/look-back.css";

/** @import { Key } from "../i18n" */
/** @import { Action, BoardEntry, MountedBoard, Services } from "../shell/types" */
/** @import { Prediction } from "../shell/story/predictions.js" */

/** What is shown of an act, and how its words are put into the language that is spoken. @typedef {{ element: HTMLElement, speak(): void }} Told */

export const settings = {};

/**
 * @param {HTMLElement} root
 * @param {Services<{}>} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const predictions = new Predictions(remembered);
  const { all } = predictions;
  const predictionOf = (/** @type {string} */ name) => all.find(({ board, act }) => `${board}.story.${act}` === name);
  const acts = boards.map((board) => ({ board, names: actsOf(board) }));
  const made = acts.map(({ board, names }) => ({ board, told: names.map(predictionOf).filter((one) => one !== undefined).map((one) => predicted(one, services)) }));
  const open = acts.flatMap(({ board, names }) => names.filter((name) => !predictionOf(name)).map((name) => asked(board, name, services)));
  const came = all.filter((one) => one.came !== null);
  const right = came.filter((one) => one.came !== null && agree(one.predicted, one.came));
  const sum = el("p", { class: "lead" });
  /** @type {Action} */
  const printing = { name: () => "worksheet.print", act: () => print() };
  root.append(
    el(
      "section",
      { class: "ask" },
      el("h1", said("look-back.title")),
      sum,
      el("div", { class: "look-back-deeds" }, el("button", { type: "button", onclick: printing.act, ...said(printing.name()) }), anew(predictions)),
    ),
    ...made.filter(({ told }) => told.length > 0).map(({ board, told }) => el("section", { class: "sheet", ...named(`${board.id}.title`) }, el("h2", said(`${board.id}.title`)), ...told.map(({ element }) => element))),
    ...(open.length > 0 ? [el("section", { class: "sheet", ...named("look-back.open") }, el("h2", said("look-back.open")), el("ul", {}, ...open.map(({ element }) => element)))] : []),
  );
  const end = drawn(() => {
    const { t, format } = services;
    setText(sum, came.length > 0 ? t("look-back.sum", { right: format.integer(right.length), came: format.integer(came.length) }) : t("look-back.nothing"));
    for (const { speak } of [...made.flatMap(({ told }) => told), ...open]) speak();
  });
  const unbind = services.keys.bind({ run: printing });
  return {
    destroy: () => {
      end();
      unbind();
    },
  };
}

/** What was predicted and what came. @param {Prediction} one @param {Services<{}>} services @returns {Told} */
function predicted(one, services) {
  const question = el("a", { href: one.address });
  const [own, came] = [el("dd"), el("dd")];
  const sign = el("p", { class: "look-back-sign" });
  const sketch = one.course && Array.isArray(one.predicted) ? new Sketch(one.course, services) : null;
  const isSame = one.came !== null && agree(one.predicted, one.came);
  const element = el(
    "article",
    { class: isSame ? "look-back-act same" : "look-back-act" },
    el("h3", {}, question),
    el("dl", {}, el("div", {}, el("dt", said("story.prediction")), own), el("div", {}, el("dt", said("look-back.came")), came)),
    ...(sketch ? [sketch.element] : []),
    sign,
  );
  return {
    element,
    speak: () => {
      const { t } = services;
      // It may have been kept before there was this place in the question.
      setText(question, blanked(t(/** @type {Key} */ (`${one.board}.story.${one.act}.ask`), one.values), "…"));
      setText(own, written(one.predicted, one, services));
      setText(came, one.came === null ? t("look-back.notYet") : written(one.came, one, services));
      setText(sign, one.came === null ? "" : t(isSame ? "look-back.same" : "look-back.other"));
      if (!sketch || !Array.isArray(one.predicted)) return;
      sketch.heights = one.predicted;
      sketch.render(Array.isArray(one.came) ? one.came : null, true);
    },
  };
}

/** What nobody has predicted yet. @param {BoardEntry} board @param {string} name @param {Services<{}>} services @returns {Told} */
function asked({ id }, name, { t }) {
  const link = el("a", { href: boardAddress(id) });
  // What only a run knows is not known yet.
  return { element: el("li", {}, link), speak: () => setText(link, blanked(t(/** @type {Key} */ (`${name}.ask`)), "…")) };
}

/** For the next one at this machine: it asks first, for what is forgotten does not come back. @param {Predictions} predictions */
function anew(predictions) {
  const begin = () => {
    predictions.forget();
    goTo(boardAddress(boards[0]?.id ?? ""));
    // What the boards have come to goes as well.
    location.reload();
  };
  return el(
    "details",
    { class: "look-back-anew" },
    el("summary", said("look-back.anew")),
    el("p", said("look-back.forgets")),
    el("button", { type: "button", onclick: begin, ...said("look-back.forget") }),
  );
}
