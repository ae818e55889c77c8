/**
 * W = argmin_W ∫_X div(f(X; W), g(X)) dX, every symbol of which can be pressed to see what it is; over samples the
 * integral is the sum that one really has.
 */

import { el, math, setText } from "../../shell/dom.js";
import { NODES, parameterCount } from "./settings.js";

/** @import { Fit } from "./fit.js" */
/** @import { LearningServices, Symbol } from "./settings.js" */

/** @typedef {Exclude<Symbol, "none">} Name */

/** Which of the three components a symbol belongs to. @type {Partial<Record<Name, string>>} */
const components = { X: "of-data", g: "of-data", f: "of-model", W: "of-model", div: "of-loss", sum: "of-loss", argmin: "of-loss" };

export class Formula {
  /** In which form and language it is written. */
  #written = "";
  /** @type {{ name: Name, element: MathMLElement }[]} */
  #parts = [];

  /**
   * @param {Fit} fit
   * @param {LearningServices} services
   */
  constructor(fit, services) {
    this.fit = fit;
    this.services = services;
    this.holder = el("div", { class: "learning-formula" });
    this.sentence = el("p", { class: "symbol-sentence", role: "status" });
    this.element = el("div", { class: "sheet formula-sheet" }, this.holder, this.sentence);
  }

  render() {
    const { language, state } = this.services;
    const { samples, symbol } = state.values;
    const written = `${samples > 0} ${language}`;
    if (written !== this.#written) this.#build(samples > 0);
    this.#written = written;
    for (const { name, element } of this.#parts) element.setAttribute("aria-pressed", String(name === symbol));
    setText(this.sentence, this.#sentence(symbol));
  }

  /** @param {boolean} isSum */
  #build(isSum) {
    this.#parts = [];
    const w = () => this.#symbol("W", math("mi", "W"));
    const sign = (/** @type {string} */ text) => math("mo", text);
    // Without a mathematical font no browser draws them larger by itself.
    const operator = (/** @type {string} */ text) => {
      const written = marked(sign(text), "operator");
      for (const side of ["lspace", "rspace"]) written.setAttribute(side, "0");
      return written;
    };
    const x = () => this.#symbol("X", isSum ? math("msub", math("mi", "x"), math("mi", "i")) : math("mi", "X"));
    const width = math("mfrac", math("mrow", sign("|"), math("mi", "X"), sign("|")), math("mi", "n"));
    const total = isSum
      ? [marked(width, "spaced"), marked(math("munderover", this.#symbol("sum", operator("∑")), math("mrow", math("mi", "i"), sign("="), math("mn", "1")), math("mi", "n")), "spaced")]
      : [math("msub", this.#symbol("sum", operator("∫")), x())];
    this.holder.replaceChildren(
      math(
        "math",
        w(),
        sign("="),
        marked(math("munder", this.#symbol("argmin", math("mtext", "argmin")), w()), "spaced"),
        ...total,
        this.#symbol("div", math("mtext", "div")),
        sign("("),
        this.#symbol("f", math("mi", "f")),
        sign("("),
        x(),
        sign(";"),
        w(),
        sign(")"),
        sign(","),
        this.#symbol("g", math("mi", "g")),
        sign("("),
        x(),
        sign(")"),
        sign(")"),
        ...(isSum ? [] : [math("mi", "d"), x()]),
      ),
    );
    const formula = this.holder.querySelector("math");
    formula?.setAttribute("display", "block");
    // A picture of a formula has no parts to be pressed; a group has.
    formula?.setAttribute("role", "group");
    formula?.setAttribute("aria-label", this.services.t("learning.formula"));
  }

  /** @param {Name} name @param {MathMLElement} written */
  #symbol(name, written) {
    const element = marked(math("mrow", written), `symbol ${components[name] ?? ""}`);
    element.setAttribute("role", "button");
    element.setAttribute("tabindex", "0");
    const isSum = name === "sum" && this.services.state.values.samples > 0;
    element.setAttribute("aria-label", this.services.t(isSum ? "learning.name.sum.samples" : `learning.name.${name}`));
    const { state } = this.services;
    const press = () => state.set({ symbol: state.values.symbol === name ? "none" : name });
    element.addEventListener("click", press);
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      press();
    });
    this.#parts.push({ name, element });
    return element;
  }

  /** @param {Symbol} symbol */
  #sentence(symbol) {
    const { t, format, state } = this.services;
    const { samples, divergence, tolerance } = state.values;
    const values = { parameters: format.integer(parameterCount(state.values)), samples: format.integer(samples), tolerance: format.exact(tolerance), nodes: format.integer(NODES) };
    if (symbol === "div") return t(`learning.symbol.div.${divergence}`, values);
    if (symbol === "W" && this.fit.isLine) return t("learning.symbol.W.line");
    const isSum = samples > 0 && (symbol === "sum" || symbol === "X");
    return t(isSum ? `learning.symbol.${symbol}.samples` : `learning.symbol.${symbol}`, values);
  }
}

/**
 * @template {Element} E
 * @param {E} element
 * @param {string} name of the class
 */
function marked(element, name) {
  element.setAttribute("class", name);
  return element;
}
