/* Pictures of all states, on a page for each screen, for someone to look through. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ caption: string, jpeg: string, width: number }} Picture `jpeg` in base64; as wide as it is to be shown, in pixels */

/** Several processes fill the same sheets at a time: each knows all captions, and writes the pictures of its own. */
export class Sheets {
  /** @type {string[]} */
  #captions;

  /** @param {string} folder @param {string[]} captions of all pictures of a sheet, each another one */
  constructor(folder, captions) {
    this.folder = folder;
    this.#captions = captions;
  }

  /** @param {string} name of the sheet that it belongs to @param {Picture} picture */
  add(name, { caption, jpeg, width }) {
    const sheet = join(this.folder, `${name}.html`);
    mkdirSync(join(this.folder, name), { recursive: true });
    writeFileSync(join(this.folder, this.#fileOf(name, caption)), Buffer.from(jpeg, "base64"));
    writeFileSync(sheet, this.#written(name, width));
  }

  /** Leaves no picture of an earlier run where this one may not come to it. @param {string} name @param {string} caption */
  clear(name, caption) {
    rmSync(join(this.folder, this.#fileOf(name, caption)), { force: true });
  }

  /** @param {string} name @param {string} caption */
  #fileOf(name, caption) {
    return `${name}/${this.#captions.indexOf(caption) + 1}.jpg`;
  }

  /** @param {string} name @param {number} width */
  #written(name, width) {
    const style = "body { display: flex; flex-wrap: wrap; align-items: start; gap: 12px; background: #888; font: 16px sans-serif } figure { margin: 0 }";
    const figures = this.#captions.map((caption) => `<figure style="width: ${width}px"><figcaption>${caption}</figcaption><img width="${width}" src="${this.#fileOf(name, caption)}"></figure>`);
    return `<!doctype html><meta charset="utf-8"><title>${name}</title><style>${style}</style>${figures.join("\n")}\n`;
  }
}
