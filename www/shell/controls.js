/**
 * The settings' controls. Each shows what `set` gives it and calls back only with values that are allowed.
 */

import { el, named, said, setChosen } from "./dom.js";
import { NumberInput } from "./number-input.js";

/** @import { Key } from "../i18n" */
/** @import { Services } from "./types" */

/** What a control needs of the services. @typedef {Pick<Services<unknown>, "t" | "format">} Reader */

let lastId = 0;

/** An arrow key takes a number that is not whole so many powers of ten up or down. */
export const POWER_STEP = 0.05;

/** So many letters have room in the narrowest field. */
const FIELD_DIGITS = 6;

/**
 * A number to type in, and the common ones to press.
 * @param {object} options
 * @param {Key} options.label
 * @param {number} options.min
 * @param {number} options.max
 * @param {boolean} [options.whole] whole numbers only
 * @param {boolean} [options.optional] may be left empty, which is 0
 * @param {number[]} [options.common]
 * @param {Reader} options.reader
 * @param {(value: number) => void} options.onChange
 */
export function numberField({ label, min, max, whole = true, optional = false, common = [], reader, onChange }) {
  const id = `field-${(lastId += 1)}`;
  const number = new NumberInput({
    allows: (value) => value >= min && value <= max && (!whole || Number.isInteger(value)),
    refusal: () => reader.t(whole ? "field.whole" : "field.number", { min: reader.format.exact(min), max: reader.format.exact(max) }),
    write: (value) => (optional && value === 0 ? "" : whole ? String(value) : shortest(value)),
    ...(optional ? { whenEmpty: 0 } : {}),
    ...(whole ? {} : { next: (value, direction) => Math.min(max, roundTo2(value * 10 ** (direction * POWER_STEP))) }),
    onChange,
    attributes: { id },
  });
  const chips = common.map((value) => el("button", { type: "button", class: "chip", "data-value": value, onclick: () => number.enter(value) }));
  /** @param {number} value */
  const set = (value) => {
    number.set(value);
    for (const chip of chips) {
      chip.textContent = reader.format.integer(Number(chip.dataset.value));
      setChosen(chip, Number(chip.dataset.value) === value);
    }
  };
  const element = el(
    "div",
    { class: "field" },
    el("label", { for: id, ...said(label) }),
    el("div", { class: "field-row" }, number.input, ...(chips.length > 0 ? [el("div", { class: "chips" }, ...chips)] : [])),
    number.error,
  );
  return { element, set };
}

/** 0.07, 1e+9: a field that showed the first digits alone would show another number. @param {number} value */
function shortest(value) {
  const [digits, power] = [String(value), value.toExponential()];
  return digits.length > FIELD_DIGITS && power.length < digits.length ? power : digits;
}

/** As one would say it. @param {number} value */
export function roundTo2(value) {
  return Number(value.toPrecision(2));
}

/**
 * One of several, to choose from a list.
 * @template {string} T
 * @param {Key} label
 * @param {readonly T[]} options
 * @param {(option: T) => Key} nameOf
 * @param {(option: T) => void} onChange
 */
export function selectField(label, options, nameOf, onChange) {
  const id = `field-${(lastId += 1)}`;
  const select = el("select", { id }, ...options.map((option) => el("option", { value: option, ...said(nameOf(option)) })));
  select.addEventListener("change", () => {
    const option = options[select.selectedIndex];
    if (option) onChange(option);
  });
  const element = el("div", { class: "field" }, el("label", { for: id, ...said(label) }), select);
  /** @param {T} option */
  const set = (option) => void (select.value = option);
  return { element, set };
}

/**
 * One of several, all in view.
 * @template {string} T
 * @param {Key} label
 * @param {readonly T[]} options
 * @param {(option: T) => Key} nameOf
 * @param {(option: T) => void} onChange
 */
export function segmented(label, options, nameOf, onChange) {
  const name = `choice-${(lastId += 1)}`;
  const inputs = options.map((option) => {
    const input = el("input", { type: "radio", name, value: option });
    input.addEventListener("change", () => onChange(option));
    return input;
  });
  const labels = options.map((option, index) => el("label", {}, ...inputs.slice(index, index + 1), el("span", said(nameOf(option)))));
  const element = el("div", { class: "segmented", role: "radiogroup", ...named(label) }, ...labels);
  /** @param {T} option */
  const set = (option) => {
    for (const input of inputs) input.checked = input.value === option;
  };
  return { element, set };
}

/**
 * @param {Key} label
 * @param {(on: boolean) => void} onChange
 */
export function switchField(label, onChange) {
  const input = el("input", { type: "checkbox", role: "switch" });
  input.addEventListener("change", () => onChange(input.checked));
  const element = el("label", { class: "switch" }, input, el("span", said(label)));
  /** @param {boolean} on */
  const set = (on) => void (input.checked = on);
  return { element, set };
}

/**
 * Several views of which one is shown. Arrows go from tab to tab, as readers of screens expect.
 * @template {string} T
 * @param {Key} label
 * @param {readonly { id: T, title: Key, panel: HTMLElement }[]} tabs
 * @param {(id: T) => void} onChange
 */
export function tabList(label, tabs, onChange) {
  const buttons = tabs.map(({ id, title, panel }) => {
    panel.id = `panel-${id}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", `tab-${id}`);
    return el("button", { type: "button", id: `tab-${id}`, role: "tab", "aria-controls": panel.id, onclick: () => onChange(id), ...said(title) });
  });
  const element = el("div", { class: "tabs", role: "tablist", ...named(label) }, ...buttons);
  element.addEventListener("keydown", (event) => {
    const index = buttons.findIndex((button) => button === event.target);
    const last = buttons.length - 1;
    /** @type {Record<string, number>} */
    const places = { ArrowLeft: index === 0 ? last : index - 1, ArrowRight: index === last ? 0 : index + 1, Home: 0, End: last };
    const button = buttons[places[event.key] ?? -1];
    if (!button) return;
    event.preventDefault();
    button.focus();
    button.click();
  });
  /** @param {T} shown */
  const set = (shown) => {
    for (const [index, { id, panel }] of tabs.entries()) {
      panel.hidden = id !== shown;
      buttons[index]?.setAttribute("aria-selected", String(id === shown));
      buttons[index]?.setAttribute("tabindex", id === shown ? "0" : "-1");
    }
  };
  return { element, set };
}

/**
 * A number that changes as the network learns. It has a name, and does not interrupt a screen reader with every change.
 * @param {Key} label
 * @param {{ className?: string, caption?: Key }} [options] a caption that is shorter than the name
 */
export function readout(label, { className = "", caption = label } = {}) {
  const output = el("output", { "aria-live": "off", ...named(label) });
  const element = el("div", { class: `readout ${className}` }, el("span", { class: "caption", "aria-hidden": "true", ...said(caption) }), output);
  return { element, output };
}
