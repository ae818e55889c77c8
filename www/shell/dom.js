/**
 * Making elements. Text in the reader's language is named by its key (`said`, `named`), so that changing the language is
 * one walk over the document and no part of the page has to be made again.
 */

/** @import { Key } from "../i18n" */

/** @typedef {Record<string, string | number | boolean | null | undefined | (() => void)>} Attributes */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes] a function under `onclick` listens for "click"; false and null are left out
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/**
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {(Node | string)[]} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

/**
 * @param {keyof MathMLElementTagNameMap} tag
 * @param {(Node | string)[]} children
 */
export function math(tag, ...children) {
  // Brackets would grow to the highest sign of their row where there is a mathematical font, and only there.
  const attributes = tag === "mo" ? { stretchy: "false" } : {};
  return filled(document.createElementNS("http://www.w3.org/1998/Math/MathML", tag), attributes, children);
}

/** The element's text. @param {Key} key */
export function said(key) {
  return { "data-t": key };
}

/** The element's name for those who do not see it. @param {Key} key */
export function named(key) {
  return { "data-t-label": key };
}

/** The name of an element that shows none, also as the tip under the mouse. @param {Key} key */
export function tipped(key) {
  return { "data-t-label": key, "data-t-title": key };
}

/**
 * Puts all texts under `root` into the language of `t`.
 * @param {ParentNode} root
 * @param {(key: Key) => string} t
 */
export function translate(root, t) {
  /** @type {[string, (element: Element, text: string) => void][]} */
  const kinds = [
    ["data-t", (element, text) => (element.textContent = text)],
    ["data-t-label", (element, text) => element.setAttribute("aria-label", text)],
    ["data-t-title", (element, text) => element.setAttribute("title", text)],
  ];
  for (const [attribute, put] of kinds) {
    for (const element of root.querySelectorAll(`[${attribute}]`)) {
      put(element, t(/** @type {Key} */ (element.getAttribute(attribute))));
    }
  }
}

/**
 * Sets a text only where it is another one: a read-out that is set twenty times a second mostly stays as it is.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * One button of several of which one is chosen: pressing the chosen one does nothing, and the Space key is free to run
 * what the board runs.
 * @param {Element} button
 * @param {boolean} isChosen
 */
export function setChosen(button, isChosen) {
  button.setAttribute("aria-pressed", String(isChosen));
  button.toggleAttribute("data-chosen", isChosen);
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {Attributes} attributes
 * @param {(Node | string)[]} children
 */
function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children);
  return element;
}
