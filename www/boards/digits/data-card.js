/**
 * The data: how many images, in what batches and order, and what they look like.
 */

import { inShort } from "../../shell/address.js";
import { el, said, setText } from "../../shell/dom.js";
import { numberField, switchField } from "../../shell/controls.js";
import { BatchView } from "./batch-view.js";
import { createCard } from "../../shell/card.js";
import { limits } from "./settings.js";
import { ImageBrowser } from "./image-browser.js";

/** @import { OwnPictures, RunControl } from "./run-control.js" */
/** @import { DigitsServices } from "./settings.js" */

export class DigitsDataCard {
  /** @param {RunControl} run @param {DigitsServices} services */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    const { state } = services;
    this.images = numberField({
      label: "data.images",
      ...limits.trainingImages,
      common: [100, 1000, 10_000, 60_000],
      reader: services,
      onChange: (trainingImages) => state.set({ trainingImages }),
    });
    this.batchSize = numberField({
      label: "data.batchSize",
      ...limits.batchSize,
      common: [16, 32, 64, 128, 256],
      reader: services,
      onChange: (batchSize) => state.set({ batchSize }),
    });
    this.shuffle = switchField("data.shuffle", (shuffle) => state.set({ shuffle }));
    this.seed = numberField({ label: "data.seed", ...limits.seed, reader: services, onChange: (seed) => state.set({ seed }) });
    this.untilEpoch = numberField({
      label: "data.untilEpoch",
      ...limits.untilEpoch,
      optional: true,
      common: [1, 5, 10],
      reader: services,
      onChange: (untilEpoch) => state.set({ untilEpoch }),
    });
    this.explained = el("p", { class: "small" });
    this.batch = new BatchView(run, services);
    this.browser = new ImageBrowser(run, services);
    this.back = el("button", { type: "button", onclick: () => run.learnFrom(null), ...said("data.mnist") });
    this.card = createCard({
      id: "data",
      title: "data.title",
      settings: [
        this.explained,
        el("div", { class: "fields" }, this.images.element, this.batchSize.element, this.untilEpoch.element, this.seed.element, this.shuffle.element),
        el("h3", said("data.whatBatch")),
        this.batch.element,
        el("h3", said("data.browse")),
        this.browser.element,
        el("button", { type: "button", onclick: () => state.set({ collect: "class" }), ...said("data.collect") }),
        this.back,
      ],
    });
    this.element = this.card.element;
  }

  render() {
    const { t, format, client, state } = this.services;
    const { trainingImages, batchSize, shuffle, seed, untilEpoch } = state.values;
    this.images.set(trainingImages);
    this.batchSize.set(batchSize);
    this.shuffle.set(shuffle);
    this.seed.set(seed);
    this.untilEpoch.set(untilEpoch);
    const data = client.latest("data")?.data;
    const total = format.integer(trainingImages);
    const loaded = data?.trainingImages ?? 0;
    this.back.hidden = !this.run.pictures;
    setText(this.explained, t(this.run.pictures ? "data.ownExplained" : "data.explained"));
    if (this.run.pictures) return this.#renderOwn(this.run.pictures);
    const short = data?.complete === true && loaded < trainingImages;
    setText(this.card.summary, t(short ? "data.summaryShort" : "data.summary", { images: total, loaded: format.integer(loaded) }));
    if (data?.complete) {
      setText(this.card.detail, t("data.detail", { batch: format.integer(batchSize), test: format.integer(data.testImages) }));
    } else {
      const part = data?.totalBytes ? data.loadedBytes / data.totalBytes : 0;
      setText(this.card.detail, t("data.loading", { part: format.percent(part, 0) }));
    }
    this.element.style.setProperty("--loaded", String(data?.totalBytes ? data.loadedBytes / data.totalBytes : 0));
    this.element.classList.toggle("loading", data?.complete !== true);
  }

  /** @param {OwnPictures} pictures */
  #renderOwn({ name, test }) {
    const { t, format, state } = this.services;
    setText(this.card.summary, t(name ? "data.ownSummary" : "data.ownNameless", { name: inShort([name]), images: format.integer(this.run.trainingImages) }));
    setText(this.card.detail, t("data.detail", { batch: format.integer(state.values.batchSize), test: format.integer(test.labels.length) }));
    this.element.style.setProperty("--loaded", "1");
    this.element.classList.remove("loading");
  }

  /** What the settings come to, for whoever looks at them. */
  look() {
    // The images are those of the run that there is.
    if (!this.card.isOpen.value || this.run.isMaking) return;
    void this.batch.show();
    void this.browser.show();
  }
}
