/* Pictures of all states, side by side on a few large sheets, for someone to look through. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** @import { Browser, Page } from "@playwright/test" */

/** @typedef {{ caption: string, jpeg: string, width: number, height: number }} Picture `jpeg` in base64 */

/** In pixels: what a screen shows well when the whole sheet is on it, and still reads when it is enlarged. */
const WIDTH = 2640;
const HEIGHT = 2000;
const GAP = 12;
const CAPTION = 26;

export class Sheets {
  /** @type {Promise<Page> | null} */
  #page = null;
  /** The sheets are made one after the other, beside the test. @type {Promise<void>} */
  #made = Promise.resolve();
  /** @type {Map<string, { pictures: Picture[], count: number }>} */
  #open = new Map();

  /** @param {Browser} browser @param {string} folder */
  constructor(browser, folder) {
    this.browser = browser;
    this.folder = folder;
  }

  /** @param {string} name of the sheets that it belongs to @param {Picture} picture */
  add(name, picture) {
    const sheet = this.#open.get(name) ?? { pictures: [], count: 0 };
    this.#open.set(name, sheet);
    if (heightOf([...sheet.pictures, picture]) > HEIGHT && sheet.pictures.length > 0) this.#finish(name, sheet);
    sheet.pictures.push(picture);
  }

  async finish() {
    for (const [name, sheet] of this.#open) if (sheet.pictures.length > 0) this.#finish(name, sheet);
    await this.#made;
    await (await this.#page)?.close();
  }

  /** @param {string} name @param {{ pictures: Picture[], count: number }} sheet */
  #finish(name, sheet) {
    const { pictures } = sheet;
    sheet.pictures = [];
    sheet.count += 1;
    const file = join(this.folder, `${name.replaceAll(" ", "-")}-${sheet.count}.jpg`);
    this.#made = this.#made.then(() => this.#write(file, pictures));
  }

  /** @param {string} file @param {Picture[]} pictures */
  async #write(file, pictures) {
    this.#page ??= this.browser.newPage({ viewport: { width: WIDTH, height: 100 } });
    const page = await this.#page;
    const figures = pictures.map(({ caption, jpeg, width }) => `<figure><figcaption>${caption}</figcaption><img width="${width}" src="data:image/jpeg;base64,${jpeg}"></figure>`);
    await page.setContent(`<style>
      body { display: flex; flex-wrap: wrap; align-items: start; gap: ${GAP}px; margin: ${GAP}px; background: #888; font: 16px/${CAPTION}px sans-serif; }
      figure { margin: 0 } figcaption { height: ${CAPTION}px; overflow: hidden; white-space: nowrap } img { display: block } figure { contain: inline-size }
      ${pictures.map(({ width }, index) => `figure:nth-of-type(${index + 1}) { width: ${width}px }`).join("")}
    </style>${figures.join("")}`);
    await writeFile(file, await page.screenshot({ fullPage: true, type: "jpeg", quality: 85 }));
  }
}

/** Of the sheet with these pictures. @param {Picture[]} pictures */
function heightOf(pictures) {
  let [x, rowHeight, height] = [GAP, 0, GAP];
  for (const picture of pictures) {
    if (x + picture.width + GAP > WIDTH) {
      height += rowHeight + GAP;
      [x, rowHeight] = [GAP, 0];
    }
    x += picture.width + GAP;
    rowHeight = Math.max(rowHeight, picture.height + CAPTION);
  }
  return height + rowHeight + GAP;
}
