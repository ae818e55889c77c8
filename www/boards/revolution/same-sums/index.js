/**
 * A dialog that shows rendering and a layer of a network beside each other: a cube that is turned, and units that look at
 * pixels, both by the same sum of products.
 */

import { signal } from "@preact/signals-core";
import { el, named, said, setText, svg, translate } from "../../../shell/dom.js";
import { EQUALS, bracketed, signed } from "../../../shell/numbers.js";
import { drawn } from "../../../shell/signals.js";
import { titledDialog } from "../../../shell/titled-dialog.js";
import { corners, edges, layer, multiplications, multiplicationsOf, times, turn } from "./sums.js";
import "./same-sums.css";

/** @import { Services } from "../../../shell/types" */
/** @import { Matrix } from "./sums.js" */

/** Of a scene in a game: so many corners, and pictures in a second. */
const SCENE = { corners: 1_000_000, pictures: 60 };
/** The network that reads digits at first. */
const UNITS = [784, 512, 512, 10];
/** The corner whose sums are written out. */
const CORNER = 7;

export class SameSums {
  #degrees = signal(30);
  #pixels = signal([1, 0, 0.5]);
  /** On both sides something was tried: now the question may be answered. */
  #tried = signal({ cube: false, layer: false });

  /** @param {Pick<Services<unknown>, "t" | "format">} services */
  constructor(services) {
    this.services = services;
    this.lines = edges.map(() => svg("line"));
    this.dot = svg("circle", { r: 0.12 });
    this.angle = el("input", { type: "range", min: 0, max: 360, step: 5, ...named("sameSums.turn") });
    this.angle.addEventListener("input", () => {
      this.#degrees.value = Number(this.angle.value);
      this.#tried.value = { ...this.#tried.value, cube: true };
    });
    this.pixels = this.#pixels.value.map((_, pixel) => {
      const input = el("input", { type: "range", min: 0, max: 1, step: 0.1 });
      input.addEventListener("input", () => {
        this.#pixels.value = this.#pixels.value.with(pixel, Number(input.value));
        this.#tried.value = { ...this.#tried.value, layer: true };
      });
      return input;
    });
    this.squares = this.pixels.map(() => svg("rect", { width: 1, height: 1 }));
    this.sums = { cube: el("ul", { class: "sums", ...named("sameSums.ofCube") }), layer: el("ul", { class: "sums", ...named("sameSums.ofLayer") }) };
    this.counts = { cube: el("p", { class: "small" }), layer: el("p", { class: "small" }) };
    const cube = svg("svg", { class: "cube", viewBox: "-2 -2 4 4", "aria-hidden": "true" }, ...this.lines, this.dot);
    const pixels = this.pixels.map((input, pixel) => el("label", {}, svg("svg", { viewBox: "-0.5 -0.5 2 2", "aria-hidden": "true" }, this.squares[pixel] ?? ""), input));
    this.explanation = el("p", { "aria-live": "polite", ...said("sameSums.explain") });
    const { dialog, head } = titledDialog("same-sums", "sameSums.title");
    this.element = dialog;
    this.element.append(
      head,
      el("p", said("sameSums.ask")),
      el(
        "div",
        { class: "sides" },
        el("section", {}, el("h3", said("sameSums.rendering")), cube, this.angle, this.sums.cube, this.counts.cube),
        el("section", {}, el("h3", said("sameSums.network")), el("div", { class: "pixels" }, ...pixels), this.sums.layer, this.counts.layer),
      ),
      this.explanation,
    );
    translate(this.element, services.t);
    this.end = drawn(() => this.#render());
  }

  destroy() {
    this.end();
    this.element.remove();
  }

  #render() {
    const { t, format } = this.services;
    const degrees = this.#degrees.value;
    const { cube, layer: isLayerTried } = this.#tried.value;
    // It keeps its room: nothing is to jump under the hand.
    this.explanation.style.visibility = cube && isLayerTried ? "" : "hidden";
    const pixels = this.#pixels.value;
    const turned = turn(degrees);
    const places = corners.map((corner) => times(turned, corner));
    for (const [index, [from = 0, to = 0]] of edges.entries()) {
      const [a, b] = [places[from] ?? [], places[to] ?? []];
      for (const [name, value] of Object.entries({ x1: a[0], y1: -(a[1] ?? 0), x2: b[0], y2: -(b[1] ?? 0) })) this.lines[index]?.setAttribute(name, String(value));
    }
    const [x = 0, y = 0] = places[CORNER] ?? [];
    this.dot.setAttribute("cx", String(x));
    this.dot.setAttribute("cy", String(-y));
    this.angle.value = String(degrees);
    this.angle.setAttribute("aria-valuetext", t("sameSums.degrees", { degrees: format.integer(degrees) }));
    for (const [pixel, input] of this.pixels.entries()) {
      const value = pixels[pixel] ?? 0;
      input.value = String(value);
      input.setAttribute("aria-label", t("sameSums.pixel", { number: format.integer(pixel + 1) }));
      input.setAttribute("aria-valuetext", format.fixed(value, 1));
      this.squares[pixel]?.setAttribute("fill-opacity", String(value));
    }
    this.#write(this.sums.cube, turned, corners[CORNER] ?? [], ["x", "y", "z"]);
    this.#write(this.sums.layer, layer, pixels, ["h₁", "h₂", "h₃"]);
    const scene = { corners: format.integer(SCENE.corners), pictures: format.integer(SCENE.pictures), count: format.integer(multiplications(turned, SCENE.corners * SCENE.pictures)) };
    setText(this.counts.cube, t("sameSums.countCube", scene));
    setText(this.counts.layer, t("sameSums.countLayer", { units: UNITS.join("-"), count: format.integer(multiplicationsOf(UNITS)) }));
  }

  /** @param {HTMLElement} list @param {Matrix} matrix @param {number[]} vector @param {string[]} names of what comes */
  #write(list, matrix, vector, names) {
    const { format } = this.services;
    const write = (/** @type {number} */ value) => signed(value, 2, format);
    const factor = (/** @type {number} */ value) => bracketed(value, write);
    const came = times(matrix, vector);
    const sums = matrix.map((row, index) => `${names[index]}${EQUALS}${row.map((number, column) => `${factor(number)} · ${factor(vector[column] ?? 0)}`).join(" + ")}${EQUALS}${write(came[index] ?? 0)}`);
    list.replaceChildren(...sums.map((text) => el("li", {}, text)));
  }
}
