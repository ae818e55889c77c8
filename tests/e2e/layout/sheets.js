/* Pictures of all states, on a page for each language and screen, for someone to look through. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ caption: string, jpeg: string, width: number }} Picture `jpeg` in base64; as wide as it is to be shown, in pixels */

export class Sheets {
  /** The figures of each sheet, as HTML. @type {Map<string, string[]>} */
  #figures = new Map();

  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
  }

  /** @param {string} name of the sheet that it belongs to @param {Picture} picture */
  add(name, { caption, jpeg, width }) {
    const figures = this.#figures.get(name) ?? [];
    this.#figures.set(name, figures);
    const file = `${figures.length + 1}.jpg`;
    mkdirSync(join(this.folder, name), { recursive: true });
    writeFileSync(join(this.folder, name, file), Buffer.from(jpeg, "base64"));
    figures.push(`<figure style="width: ${width}px"><figcaption>${caption}</figcaption><img width="${width}" src="${name}/${file}"></figure>`);
  }

  finish() {
    const style = "body { display: flex; flex-wrap: wrap; align-items: start; gap: 12px; background: #888; font: 16px sans-serif } figure { margin: 0 }";
    for (const [name, figures] of this.#figures) writeFileSync(join(this.folder, `${name}.html`), `<!doctype html><meta charset="utf-8"><title>${name}</title><style>${style}</style>${figures.join("\n")}\n`);
  }
}
