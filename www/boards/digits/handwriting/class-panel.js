/**
 * The class on the teacher's page: how its handwriting comes in, how well the network reads it, who is misread as what, and
 * what a copy of the network makes of it once it has learnt from half.
 */

import { addressForOthers, boardAddress, inShort } from "../../../shell/address.js";
import { offerFigure } from "../../../charts/take-along.js";
import { readout } from "../../../shell/controls.js";
import { copyText } from "../../../shell/copying.js";
import { el, named, said, setText, tipped } from "../../../shell/dom.js";
import { icon } from "../../../shell/icons.js";
import { filesChooser, whenDropped } from "../../../shell/opening.js";
import { qrPicture } from "../../../shell/qr.js";
import { saveFile } from "../../../shell/saving.js";
import { drawn, whenever } from "../../../shell/signals.js";
import { CodeCamera } from "./camera.js";
import { CameraSwitch } from "./camera-switch.js";
import { collectionFor } from "./collection.js";
import { PaperCamera } from "./paper-camera.js";
import { joined } from "./labelled.js";
import { MOST_SIGNS, linkTo } from "./links.js";
import "./handwriting.css";

/** @import { RunControl } from "../run-control.js" */
/** @import { DigitsServices } from "../settings.js" */

/** So many pictures are shown, and so many of one person's or one set's mistakes are told. */
const WALL = 600;
const TOLD = 12;
/** As handwriting is saved. */
const TEXT = /\.txt$/i;
/** From fewer nothing can be learnt and tested. */
const FEWEST = 10;

export class ClassPanel {
  /**
   * @param {RunControl} run
   * @param {DigitsServices} services
   * @param {typeof import("../images.js").showImages} showImages
   */
  constructor(run, services, showImages) {
    this.run = run;
    this.services = services;
    this.showImages = showImages;
    this.collection = collectionFor(services);
    const close = () => services.state.set({ collect: "no" });
    const picture = qrPicture(this.#invitation);
    const { input, choose } = filesChooser({ multiple: true, accept: ".txt,text/plain" }, (files) => void this.#open(files));
    this.address = el("textarea", { readonly: true, rows: 2, ...named("handwriting.address") });
    this.address.value = this.#invitation;
    const takePictures = (/** @type {File[]} */ files) => void this.collection.takePictures(files, run);
    const pictures = filesChooser({ multiple: true, accept: ".gz,.csv,.png,.jpg,.jpeg,*" }, takePictures);
    const folder = filesChooser({ webkitdirectory: true }, takePictures);
    this.one = el("p", { role: "status" });
    this.pasted = el("textarea", { rows: 2, ...named("handwriting.paste") });
    this.video = el("video", { class: "class-camera", muted: true, playsinline: true, hidden: true, ...named("handwriting.cameraView") });
    this.camera = new CodeCamera(this.video, (text) => void this.collection.take(text));
    const { button: codes, refusal } = new CameraSwitch(this.camera, this.video, "handwriting.camera", services);
    this.paper = new PaperCamera(this.collection, run, services);
    this.taken = el("p", { role: "status" });
    this.refusal = el("p", { class: "field-error", role: "status" });
    this.accuracy = readout("handwriting.accuracy", { className: "big" });
    this.word = el("p", { class: "small" });
    this.learn = el("button", { type: "button", class: "main", onclick: () => void this.collection.learn(run), ...said("handwriting.learn") });
    this.train = el("button", { type: "button", onclick: () => this.#train(), ...said("handwriting.train") });
    this.mixed = el("p", { class: "small", role: "status" });
    this.outcome = el("p", { role: "status" });
    this.people = el("ul", { class: "class-people" });
    this.wall = el("div", { class: "image-grid large" });
    offerFigure(this.wall, () => ({ title: services.t("handwriting.wall") }), services);
    this.save = el("button", { type: "button", onclick: () => this.#save(), ...said("handwriting.save") });
    this.delete = el("button", { type: "button", onclick: () => this.#clear(), ...said("handwriting.delete") });
    this.verdict = el("section", { class: "class-verdict" }, this.accuracy.element, this.word, this.learn, this.outcome, this.train, this.mixed);
    this.misread = el("section", {}, el("h3", said("handwriting.people")), this.people);
    this.results = el("section", {}, el("h3", said("handwriting.wall")), this.wall);
    this.element = el(
      "div",
      { class: "class-panel" },
      el("div", { class: "panel-head" }, el("h2", said("handwriting.title")), el("button", { type: "button", class: "icon-button", onclick: close, ...tipped("notice.close") }, icon("close"))),
      el(
        "div",
        { class: "class-top" },
        el("div", {}, el("div", { class: "qr-frame", role: "img", ...named("handwriting.invitation") }, ...(picture ? [picture] : [])), this.verdict),
        el(
          "div",
          { class: "class-side" },
          el("p", said("handwriting.invited")),
          el("div", { class: "share-address" }, this.address),
          el("div", { class: "class-ways" }, el("button", { type: "button", onclick: () => void this.#invite(), ...said("handwriting.copyInvitation") }), codes, el("button", { type: "button", onclick: choose, ...said("handwriting.files") }), input),
          this.video,
          refusal,
          el("label", { class: "labelled" }, el("span", { class: "caption", ...said("handwriting.paste") }), this.pasted),
          el("div", { class: "class-ways" }, el("button", { type: "button", onclick: () => this.#paste(), ...said("handwriting.take") }), this.save, this.delete),
          el(
            "details",
            {},
            el("summary", said("handwriting.ownPictures")),
            el("p", { class: "small", ...said("handwriting.picturesExplained") }),
            el(
              "div",
              { class: "class-ways" },
              el("button", { type: "button", onclick: pictures.choose, ...said("handwriting.openPictures") }),
              el("button", { type: "button", onclick: folder.choose, ...said("handwriting.openFolder") }),
              pictures.input,
              folder.input,
            ),
            this.paper.element,
          ),
          this.one,
          this.taken,
          this.refusal,
          this.misread,
        ),
      ),
      this.results,
    );
    this.ends = [
      whenDropped((files, hasFolder) => this.#takeDropped(files, hasFolder)),
      whenever(
        () => services.state.values.written,
        (written) => {
          if (!written) return;
          // It stays open for what the link has brought.
          services.state.set({ written: "", collect: "class" });
          void this.collection.take(`written=${written}`);
        },
      ),
      // Whenever there is more to read, or the network has been tested anew.
      whenever(() => [this.collection.hands, run.evaluation, run.isOn], () => this.collection.read(run)),
      drawn(() => this.#render()),
    ];
  }

  destroy() {
    this.camera.stop();
    this.paper.destroy();
    for (const end of this.ends) end();
  }

  get #page() {
    const page = addressForOthers();
    page.searchParams.delete("keep");
    return page;
  }

  get #invitation() {
    const page = this.#page;
    page.hash = boardAddress("digits", new URLSearchParams({ collect: "draw" }));
    return page.href;
  }

  #render() {
    const { t, format } = this.services;
    const { hands, images, problems, pictureProblem, one, reading, outcome, isLearning } = this.collection;
    const isEmpty = hands.length === 0;
    setText(this.taken, this.#taken());
    const refused = [...new Set(problems)].map((reason) => t(`handwriting.unread.${reason}`));
    if (pictureProblem) refused.push(t(`handwriting.picture.${pictureProblem.problem}`, { line: format.integer(pictureProblem.line ?? 0), name: inShort([pictureProblem.name ?? ""]) }));
    setText(this.refusal, refused.join(" "));
    setText(this.one, one ? t("handwriting.one", { name: inShort([one.name]), digit: this.run.nameOf(one.digit), sure: format.percent(one.confidence, 0) }) : "");
    this.save.disabled = hands.every(({ sheet }) => !sheet);
    this.delete.disabled = isEmpty && !one;
    for (const part of [this.verdict, this.misread, this.results]) part.hidden = isEmpty;
    if (isEmpty) return;
    const { pixels, labels } = joined(hands);
    // A label of one set stands for something else than the network's answer of the same number.
    const words = hands.flatMap(({ labels, kinds }) => Array.from(labels, (label) => kinds[label] ?? `${label}`));
    const right = reading?.predicted.filter((answer, row) => this.run.nameOf(answer) === words[row]).length ?? 0;
    setText(this.accuracy.output, reading ? format.percent(right / images, 1) : "–");
    setText(this.word, t(this.run.isFresh ? "handwriting.fresh" : "handwriting.never"));
    this.learn.disabled = isLearning;
    const { haveSameKinds } = this.collection;
    this.train.disabled = images < FEWEST || !haveSameKinds;
    setText(this.mixed, t(haveSameKinds ? (images < FEWEST ? "handwriting.tooFew" : "handwriting.trainExplained") : "handwriting.mixedKinds", { fewest: format.integer(FEWEST) }));
    const counts = outcome && { images: format.integer(outcome.images), before: format.integer(outcome.before), after: format.integer(outcome.after) };
    setText(this.outcome, isLearning ? t("handwriting.learning") : counts ? t("handwriting.learnt", counts) : "");
    this.#showPeople(words);
    const { predicted = new Uint8Array(), confidence = new Float32Array() } = reading ?? {};
    this.showImages(this.wall, { rows: Uint32Array.from({ length: Math.min(images, WALL) }, (_, row) => row), pixels, labels, predicted, confidence, total: images }, this.services, this.run, (_, row) => words[row] ?? "");
  }

  /** Who has written, and of each set of pictures how many are here. */
  #taken() {
    const { t, format } = this.services;
    const { hands } = this.collection;
    const people = hands.filter(({ sheet }) => sheet);
    const digits = people.reduce((sum, { labels }) => sum + labels.length, 0);
    const words = people.length > 0 ? [t("handwriting.taken", { people: format.integer(people.length), images: format.integer(digits) })] : [];
    const sets = hands.filter(({ sheet }) => !sheet).map(({ name, labels, all }) => t(labels.length < all ? "handwriting.lot" : "handwriting.set", { name: inShort([name]), images: format.integer(labels.length), all: format.integer(all) }));
    return [...words, ...sets].join(" ") || t("handwriting.none");
  }

  /** @param {string[]} words what each picture is */
  #showPeople(words) {
    const { t, format } = this.services;
    const { hands, reading } = this.collection;
    let first = 0;
    const rows = hands.map(({ key, name: given, sheet, labels }, index) => {
      const name = (sheet ? given : inShort([given])) || t("handwriting.nameless", { number: format.integer(index + 1) });
      const own = words.slice(first, first + labels.length);
      const answers = reading && Array.from(reading.predicted.subarray(first, first + labels.length), (answer) => this.run.nameOf(answer));
      first += labels.length;
      const misread = mostFirst(own.flatMap((label, row) => (answers && answers[row] !== label ? [t("handwriting.misread", { label, answer: answers[row] ?? "" })] : [])));
      const most = misread.slice(0, TOLD).map(([text, times]) => (times > 1 ? `${text} (${format.integer(times)})` : text));
      const told = !answers ? "–" : [...most, ...(misread.length > TOLD ? ["…"] : [])].join(", ") || t("handwriting.allRight");
      const remove = el("button", { type: "button", class: "icon-button", "aria-label": t("handwriting.remove", { name }), onclick: () => this.collection.remove(key) }, icon("close"));
      return el("li", { class: sheet ? null : "class-set" }, remove, el("span", {}, el("b", {}, name), `: ${told}`));
    });
    this.people.replaceChildren(...rows);
  }

  /** The board has the word now. */
  #train() {
    this.collection.train(this.run);
    this.services.state.set({ collect: "no" });
  }

  /** Handwriting comes as texts, and all else is pictures, or is told that it is none. @param {File[]} files @param {boolean} hasFolder */
  #takeDropped(files, hasFolder) {
    if (hasFolder) return void (this.collection.pictureProblem = { problem: "dropped" });
    const [texts, others] = [files.filter(({ name }) => TEXT.test(name)), files.filter(({ name }) => !TEXT.test(name))];
    if (texts.length > 0) void this.#open(texts);
    if (others.length > 0) void this.collection.takePictures(others, this.run);
  }

  #paste() {
    void this.collection.take(this.pasted.value);
    this.pasted.value = "";
  }

  /** A class sends one file each. @param {File[]} files */
  async #open(files) {
    // Of more than that nothing is taken, and of a file that cannot be read there is no text: both are told.
    await this.collection.take(...(await Promise.all(files.map((file) => file.slice(0, 4 * MOST_SIGNS).text().catch(() => "")))));
  }

  #invite() {
    return copyText(this.address.value, () => this.address.select(), this.services.notices, { copied: "handwriting.addressCopied", refused: "handwriting.addressRefused" });
  }

  /** All of it as one file, which can be taken in again. */
  #save() {
    const links = this.collection.hands.flatMap(({ sheet }) => (sheet ? [linkTo(this.#page.href, sheet)] : []));
    saveFile("chalknet-class.txt", "text/plain", links.join("\n"));
    this.collection.saved();
  }

  #clear() {
    this.collection.clear();
    this.services.announce(this.services.t("handwriting.deleted"));
  }
}

/** How often each is there, the most frequent ones first. @param {string[]} texts */
function mostFirst(texts) {
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].sort(([, a], [, b]) => b - a);
}
