/**
 * A field to draw an expected curve in: a few heights, drawn with the pointer along its way, or moved one by one with the
 * keys. Later the curve that came is drawn over it.
 */

import { el, svg } from "../dom.js";
import { followPointer, placesOf } from "../follow-pointer.js";
import { placeName, writtenHeight } from "./answers.js";

/** @import { Course, Speaking } from "./answers.js" */

/** The keys move a height by such a part of the field. */
const STEP = 0.02;
/** Room above and below for what the ends of the axes say, as a part of the field's height. */
const EDGE = 0.23;

export class Sketch {
  /** The heights, from 0 to 1. @type {number[]} */
  heights;

  /**
   * @param {Course} course
   * @param {Speaking} services
   */
  constructor(course, services) {
    this.course = course;
    this.services = services;
    this.heights = [...course.start];
    this.own = svg("polyline", { class: "sketch-own" });
    this.true = svg("polyline", { class: "sketch-true" });
    const lines = svg("svg", { class: "sketch-lines", viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" }, this.own, this.true);
    this.handles = this.heights.map((_, place) => this.#handle(place));
    this.high = el("span", { class: "sketch-scale high", "aria-hidden": "true" });
    this.first = el("span", { class: "sketch-scale first", "aria-hidden": "true" });
    this.last = el("span", { class: "sketch-scale last", "aria-hidden": "true" });
    this.field = el("div", { class: "sketch-field" }, lines, ...this.handles.map(({ element }) => element), this.high, this.first, this.last);
    /** @type {number[]} */
    let before = [];
    followPointer(this.field, {
      begin: (event) => {
        if (this.isFixed) return false;
        before = this.heights;
        this.#drawAt(event);
        return true;
      },
      move: (event) => {
        for (const place of placesOf(event)) this.#drawAt(place);
      },
      end: () => {},
      drop: () => this.#set(before),
    });
    this.element = el("div", { class: "sketch" }, this.field);
    this.isFixed = false;
    this.render(null, false);
  }

  /**
   * @param {number[] | null} came the curve that came
   * @param {boolean} isFixed it has been predicted
   */
  render(came, isFixed) {
    const { course, services } = this;
    this.isFixed = isFixed;
    this.element.classList.toggle("fixed", isFixed);
    this.own.setAttribute("points", pointsOf(this.heights));
    this.true.setAttribute("points", came ? pointsOf(came) : "");
    this.high.textContent = writtenHeight(1, course, services);
    this.first.textContent = placeName(0, course, services);
    this.last.textContent = placeName(this.heights.length - 1, course, services);
    for (const [place, { element, input }] of this.handles.entries()) {
      const height = this.heights[place] ?? 0;
      element.style.left = `${xOf(place, this.heights.length)}%`;
      element.style.top = `${yOf(height)}%`;
      input.disabled = isFixed || this.#isGiven(place);
      input.value = String(height);
      input.setAttribute("aria-label", placeName(place, course, services));
      input.setAttribute("aria-valuetext", writtenHeight(height, course, services));
    }
  }

  /** @param {number[]} heights */
  #set(heights) {
    this.heights = heights;
    this.render(null, this.isFixed);
  }

  /** @param {number} place */
  #isGiven(place) {
    return place === 0 && this.course.beginsFixed === true;
  }

  /** @param {number} place */
  #handle(place) {
    const input = el("input", { type: "range", class: "unseen", min: 0, max: 1, step: STEP });
    input.addEventListener("input", () => this.#set(this.heights.with(place, Number(input.value))));
    return { input, element: el("span", { class: "sketch-handle" }, input) };
  }

  /** The nearest height follows the pointer. @param {{ clientX: number, clientY: number }} at */
  #drawAt({ clientX, clientY }) {
    const box = this.field.getBoundingClientRect();
    const last = this.heights.length - 1;
    const part = ((clientX - box.left) / box.width) * 100;
    const place = Math.max(0, Math.min(last, Math.round(((part - xOf(0, last + 1)) / (xOf(last, last + 1) - xOf(0, last + 1))) * last)));
    const y = (clientY - box.top) / box.height;
    const height = Math.max(0, Math.min(1, (1 - EDGE - y) / (1 - 2 * EDGE)));
    if (!this.#isGiven(place)) this.#set(this.heights.with(place, height));
  }
}

/** In percent of the field. @param {number} place @param {number} count */
function xOf(place, count) {
  return (100 * (place + 0.5)) / count;
}

/** In percent of the field. @param {number} height */
function yOf(height) {
  return 100 * (1 - EDGE - height * (1 - 2 * EDGE));
}

/** @param {number[]} heights */
function pointsOf(heights) {
  return heights.map((height, place) => `${xOf(place, heights.length)},${yOf(Math.max(0, Math.min(1, height)))}`).join(" ");
}
