/**
 * Curves over a common axis, each told apart by colour and dash and named where it ends.
 */

import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { aligned } from "./aligned.js";
import { colour, colourParts, lookNumber, strokeWidth, textStyle } from "./colours.js";
import { dashOf } from "./dashes.js";
import { heightOn, peakAbove, wholePowers } from "./frame.js";
import { offerToTake } from "./take-along.js";

/** @import { AlignedData, Options, Series as UPlotSeries } from "uplot" */
/** @import { Taker } from "./take-along.js" */
/** @import { Curve, Frame, Told } from "./types" */

/**
 * @typedef {object} CurveOptions
 * @property {Curve[]} curves
 * @property {{ upper: number, lower: number }[]} [bands] curves between which the ground is tinted
 * @property {string} group charts of the same group share their crosshair
 * @property {boolean} showX whether the axis below has numbers
 * @property {boolean} [fromTop] on the log scale the distance from 1 counts: 0.9, 0.99, 0.999 stand evenly
 * @property {(at: { x: number, y: (number | null)[] } | null) => void} onCursor
 * @property {Taker} services
 * @property {() => Told} told
 */

const line = uPlot.paths.linear?.();

/** So much of the width, as a part, the names may take on one line each. */
const NAMES = 1 / 3;

/** On the log scale there is a mark at every so many powers of ten, as there is room. */
const POWERS = [1, 2, 3, 5, 10, 20, 50];

export class CurveChart {
  /** @type {uPlot | null} */
  #plot = null;
  /** @type {Frame | null} */
  #frame = null;
  /** What a plot cannot change: its scale, and the look that it was made with. @type {{ scale: Frame["scale"], look: number } | null} */
  #builtFor = null;
  /** Of the letters that it was built with. */
  #textSize = 0;
  /** @type {CanvasRenderingContext2D | null} */
  #ruler = null;
  /** What the plot left for the names at the right, in pixels. */
  #room = 0;

  /**
   * @param {HTMLElement} root
   * @param {CurveOptions} options
   */
  constructor(root, options) {
    this.root = root;
    this.options = options;
    this.observer = new ResizeObserver(() => this.#resize());
    this.observer.observe(root);
    offerToTake(root, () => this.#takeaway(), options.services);
    root.addEventListener("keydown", (event) => this.#moveCursor(event));
    root.addEventListener("blur", () => this.#plot?.setCursor({ left: -10, top: -10 }));
  }

  /** @param {Frame} frame */
  show(frame) {
    this.#frame = frame;
    if (this.#builtFor?.scale !== frame.scale || this.#builtFor.look !== lookNumber()) this.#build(frame);
    else this.#plot?.setData(this.#data(frame));
    // The room for the names is measured again with a new scale only, and another language changes none.
    if (Math.abs(this.#gutter() - this.#room) > 1) this.#plot?.redraw(false, true);
  }

  destroy() {
    this.observer.disconnect();
    this.#plot?.destroy();
  }

  /** @param {Frame} frame */
  #build(frame) {
    this.#plot?.destroy();
    this.#plot = null;
    this.#builtFor = { scale: frame.scale, look: lookNumber() };
    const { clientWidth, clientHeight } = this.root;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.#plot = new uPlot(this.#options(frame.scale), this.#data(frame), this.root);
  }

  #resize() {
    const { clientWidth: width, clientHeight: height } = this.root;
    if (width === 0 || height === 0) return;
    // Another screen has letters of another size, and the room for them is measured when the plot is made.
    const isAsBuilt = this.#plot && this.#textSize === textStyle(this.root).size;
    if (isAsBuilt) this.#plot?.setSize({ width, height });
    else if (this.#frame) this.#build(this.#frame);
  }

  /** @param {Frame} frame @returns {AlignedData} */
  #data(frame) {
    const { of } = this.#height(frame.scale);
    // What is no number any more, or has no logarithm, has no place on the scale.
    const onScale = (/** @type {number} */ y) => (Number.isFinite(of(y)) ? of(y) : null);
    return aligned(frame.curves.map(({ x, y }) => ({ x, y: y.map(onScale) })));
  }

  /** @param {Frame["scale"]} scale */
  #height(scale) {
    return heightOn(scale, this.options.fromTop ?? false);
  }

  /** The curves as they are shown now. */
  async #takeaway() {
    const { root, options } = this;
    const { curvesTakeaway } = await import("./curves-takeaway.js");
    const frame = this.#frame ?? { curves: [], xMax: 1, formatX: String, formatY: String, scale: "linear", range: [0, 1], longestNames: [] };
    const { curves, bands = [], fromTop = false } = options;
    return curvesTakeaway({ frame, curves, bands, fromTop, told: options.told(), colour: (name) => colour(root, name), family: textStyle(root).family });
  }

  /**
   * @param {Frame["scale"]} scale
   * @returns {Options}
   */
  #options(scale) {
    const { root, options } = this;
    const text = textStyle(root);
    this.#textSize = text.size;
    const axis = {
      stroke: colour(root, "ink-2"),
      font: text.font,
      grid: { stroke: colour(root, "rule"), width: 1 },
      ticks: { show: false },
      gap: text.size * 0.4,
    };
    const isFromTop = options.fromTop === true && scale === "log";
    return {
      width: root.clientWidth,
      height: root.clientHeight,
      legend: { show: false },
      padding: [() => text.size * (this.#peak() ? 1.4 : 0.7), () => (this.#room = this.#gutter()), options.showX ? 0 : text.size * 0.6, 0],
      scales: {
        x: { time: false, range: () => [0, this.#frame?.xMax || 1] },
        y:
          scale === "log"
            ? { dir: isFromTop ? -1 : 1, range: (_, min, max) => wholePowers(min, max) }
            : { range: () => this.#frame?.range ?? [0, 1] },
      },
      axes: [
        {
          ...axis,
          show: options.showX,
          size: text.size * 1.7,
          // Where there is hardly any room there are still two: one number alone is no scale.
          space: (_, _axis, _low, _high, room) => Math.min(text.size * 5, room / 2),
          ...(this.#frame?.xMarks ? { splits: () => this.#frame?.xMarks ?? [] } : {}),
          grid: { show: false },
          values: (_, splits) => splits.map((x) => this.#frame?.formatX(x) ?? ""),
        },
        {
          ...axis,
          ...(scale === "log" ? { incrs: POWERS } : {}),
          size: (_, labels) => Math.max(text.size * 3.6, this.#widest(labels ?? [], text.font) + axis.gap * 2),
          space: text.size * 2.4,
          values: (_, splits) => splits.map((y) => this.#frame?.formatY(this.#height(scale).back(y)) ?? ""),
        },
      ],
      series: [{}, ...options.curves.map((curve) => this.#series(curve))],
      bands: (options.bands ?? []).map(({ upper, lower }) => ({ series: [upper + 1, lower + 1], fill: this.#tint(options.curves[upper]) })),
      cursor: {
        y: false,
        drag: { x: false, y: false },
        sync: { key: options.group, scales: ["x", null] },
        points: { size: text.size * 0.6 },
      },
      hooks: { draw: [(plot) => this.#drawNames(plot), (plot) => this.#drawPeak(plot)], setCursor: [(plot) => this.#tellCursor(plot, scale)] },
    };
  }

  /** @param {Curve} curve @returns {UPlotSeries} */
  #series({ colour: name, dash, faint, isSparse }) {
    const width = strokeWidth(this.root);
    const pointSize = width * 2.4;
    const arePoints = (/** @type {uPlot} */ plot, /** @type {number} */ index) => countOf(plot.data[index]) <= (isSparse ? plot.over.clientWidth / pointSize : 1);
    return {
      stroke: colour(this.root, name),
      width: faint ? width / 2 : width,
      alpha: faint ? 0.3 : 1,
      ...(dash === "solid" ? {} : { dash: dashOf(dash, width) }),
      ...(isSparse ? { paths: (plot, index, from, to) => (arePoints(plot, index) ? null : (line?.(plot, index, from, to) ?? null)) } : {}),
      spanGaps: true,
      // Of any curve the first one, which would be no line at all.
      points: { show: (plot, index) => !faint && arePoints(plot, index), size: pointSize, fill: colour(this.root, name) },
    };
  }

  /** @param {Curve | undefined} curve */
  #tint(curve) {
    return `rgb(${colourParts(this.root, curve?.colour ?? "ink").join(" ")} / 16%)`;
  }

  /** The room for the names at the right: what the longest one takes, on two lines where it would take too much on one. */
  #gutter() {
    const { longestNames = [], curves = [] } = this.#frame ?? {};
    // A loss may have grown beyond what was thought of.
    const names = [...longestNames, ...curves.map(({ name }) => name)];
    const room = this.#roomFor(names);
    return room > NAMES * this.root.clientWidth ? this.#roomFor(names.flatMap(halves)) : room;
  }

  /** @param {string[]} names */
  #roomFor(names) {
    const { size, family } = textStyle(this.root);
    return this.#widest(names, nameFont(size, family)) + 16;
  }

  /**
   * @param {string[]} texts
   * @param {string} font
   */
  #widest(texts, font) {
    this.#ruler ??= document.createElement("canvas").getContext("2d");
    if (this.#ruler) this.#ruler.font = font;
    return Math.max(...texts.map((text) => this.#ruler?.measureText(text).width ?? 0), 0);
  }

  /** Names each curve beside its end; names do not cover each other. @param {uPlot} plot */
  #drawNames(plot) {
    const { ctx, bbox } = plot;
    const ratio = devicePixelRatio;
    const text = textStyle(this.root);
    const line = text.size * 1.25 * ratio;
    const names = this.options.curves
      .map((curve, index) => ({ curve, name: this.#frame?.curves[index]?.name, y: this.#endOf(plot, index) }))
      .flatMap(({ curve, name, y }) => (name && y !== null ? [{ curve, lines: this.#roomFor([name]) > this.#room ? halves(name) : [name], y }] : []))
      .sort((a, b) => a.y - b.y);
    /** Where the next name may begin, and how much room those that are left take. */
    let free = 0;
    let left = names.reduce((sum, { lines }) => sum + line * lines.length, 0);
    ctx.save();
    ctx.font = nameFont(text.size * ratio, text.family);
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    for (const { curve, lines, y } of names) {
      const height = line * lines.length;
      const top = Math.min(bbox.top + bbox.height - left, Math.max(y - height / 2, free));
      free = top + height;
      left -= height;
      ctx.fillStyle = colour(this.root, curve.colour);
      for (const [index, text] of lines.entries()) ctx.fillText(text, bbox.left + bbox.width + 8 * ratio, top + line * (index + 0.5));
    }
    ctx.restore();
  }

  #peak() {
    return this.#frame && peakAbove(this.#frame);
  }

  /** Says above the picture how far up a curve goes that leaves it: cut off, it would look as if it ended there. @param {uPlot} plot */
  #drawPeak(plot) {
    const frame = this.#frame;
    const peak = this.#peak();
    if (!frame || !peak) return;
    const { ctx, bbox } = plot;
    const text = textStyle(this.root);
    const size = text.size * devicePixelRatio;
    const x = plot.valToPos(peak.x, "x", true);
    const isLeft = x < bbox.left + bbox.width / 2;
    ctx.save();
    ctx.font = nameFont(size, text.family);
    ctx.textBaseline = "bottom";
    ctx.textAlign = isLeft ? "left" : "right";
    ctx.fillStyle = colour(this.root, "ink-2");
    ctx.fillText(`↑ ${frame.formatY(peak.y)}`, x + (isLeft ? size / 2 : -size / 2), bbox.top);
    ctx.restore();
  }

  /**
   * Where a curve ends, in the canvas's pixels.
   * @param {uPlot} plot
   * @param {number} index
   */
  #endOf(plot, index) {
    const values = /** @type {(number | null | undefined)[]} */ (plot.data[index + 1] ?? []);
    const last = values.findLast((value) => value !== null && value !== undefined);
    return last === null || last === undefined ? null : plot.valToPos(last, "y", true);
  }

  /**
   * @param {uPlot} plot
   * @param {Frame["scale"]} scale
   */
  #tellCursor(plot, scale) {
    const { idx } = plot.cursor;
    const x = idx === null || idx === undefined ? undefined : plot.data[0][idx];
    if (x === undefined || idx === null || idx === undefined) return this.options.onCursor(null);
    const y = plot.data.slice(1).map((values) => {
      const value = nearest(/** @type {(number | null | undefined)[]} */ (values), idx);
      return value === null ? null : this.#height(scale).back(value);
    });
    this.options.onCursor({ x, y });
  }

  /** The crosshair by keyboard. @param {KeyboardEvent} event */
  #moveCursor(event) {
    const plot = this.#plot;
    const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!plot || !direction) return;
    event.preventDefault();
    const width = plot.over.clientWidth;
    const from = plot.cursor.left === undefined || plot.cursor.left < 0 ? width : plot.cursor.left;
    const left = Math.min(width - 1, Math.max(0, from + (direction * width) / (event.shiftKey ? 10 : 50)));
    plot.setCursor({ left, top: 10 });
  }
}

/**
 * @param {number} size
 * @param {string} family
 */
function nameFont(size, family) {
  return `600 ${size}px ${family}`;
}

/** A name on two lines, broken where these are most alike; on one where it is one word. @param {string} name */
function halves(name) {
  const breaks = [...name.matchAll(/ /g)].map(({ index }) => [name.slice(0, index), name.slice(index + 1)]);
  const longest = (/** @type {string[]} */ lines) => Math.max(...lines.map(({ length }) => length));
  return breaks.reduce((best, lines) => (longest(lines) <= longest(best) ? lines : best), [name]);
}

/** @param {AlignedData[number] | undefined} values */
function countOf(values) {
  return Array.from(values ?? []).filter((value) => value !== null && value !== undefined).length;
}

/**
 * The value at an index, or the nearest one that there is: the curves' points do not stand at the same places.
 * @param {(number | null | undefined)[]} values
 * @param {number} index
 */
function nearest(values, index) {
  for (let distance = 0; distance < values.length; distance += 1) {
    const value = values[index - distance] ?? values[index + distance];
    if (value !== null && value !== undefined) return value;
  }
  return null;
}
