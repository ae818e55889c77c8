/**
 * Code to be read and copied, in which the lines are marked that a setting has changed.
 */

import { copyText } from "../shell/copying.js";
import { el } from "../shell/dom.js";
import "./code.css";

/** @import { Notices } from "../shell/types" */

export class CodePanel {
  /** What is shown, and in which words. @type {{ kind: string, lines: string[] }} */
  #shown = { kind: "", lines: [] };

  constructor() {
    this.element = el("pre", { class: "code-panel", tabindex: 0 });
  }

  /**
   * @param {string} kind code of another kind is new as a whole, and nothing in it is marked
   * @param {string[]} lines
   */
  write(kind, lines) {
    const before = this.#shown;
    if (kind === before.kind && lines.join() === before.lines.join()) return;
    this.#shown = { kind, lines };
    const isNew = (/** @type {string} */ line) => kind === before.kind && !before.lines.includes(line);
    this.element.replaceChildren(...lines.map((line) => el(isNew(line) ? "mark" : "span", {}, ...breakable(`${line}\n`))));
  }

  /** @param {Notices} notices */
  copy(notices) {
    const select = () => getSelection()?.selectAllChildren(this.element);
    return copyText(this.element.textContent ?? "", select, notices, { copied: "code.copied", refused: "code.refused" });
  }
}

/** A line may go on below after a bracket that holds something, a comma or a point, and not within a name. @param {string} line */
function breakable(line) {
  return line.split(/(?<=(?:[(,=[{]|\D\.)(?=[^\s)\]}]))/).flatMap((part, place) => (place === 0 ? [part] : [el("wbr"), part]));
}
