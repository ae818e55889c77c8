/**
 * Curves over a common axis, each told apart by colour and dash and named where it ends.
 */

import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { colour, colourParts, strokeWidth, textStyle } from "./colours.js";

/** @import { AlignedData, Options, Series as UPlotSeries } from "uplot" */
/** @import { ColourName } from "./colours.js" */

/**
 * @typedef {object} Curve
 * @property {ColourName} colour
 * @property {boolean} dashed
 * @property {boolean} faint a background to another curve: thin, without a name
 *
 * @typedef {object} CurveData
 * @property {number[]} x only growing
 * @property {number[]} y
 * @property {string} name where the curve ends; empty for none
 *
 * @typedef {object} Frame
 * @property {CurveData[]} curves as many as there are in the options
 * @property {number} xMax
 * @property {(x: number) => string} formatX
 * @property {(y: number) => string} formatY
 * @property {"linear" | "log"} scale
 * @property {[number, number]} range of y on the linear scale
 * @property {string[]} longestNames what room to leave for the names, so that charts above each other are as wide
 *
 * @typedef {object} CurveOptions
 * @property {Curve[]} curves
 * @property {{ upper: number, lower: number }[]} [bands] curves between which the ground is tinted
 * @property {string} group charts of the same group share their crosshair
 * @property {boolean} showX whether the axis below has numbers
 * @property {boolean} [fromTop] on the log scale the distance from 1 counts: 0.9, 0.99, 0.999 stand evenly
 * @property {(at: { x: number, y: (number | null)[] } | null) => void} onCursor
 */

/** Up to so many points are seen one by one. */
const FEW = 24;

/** What is closer to 1 is shown as this close. */
const CLOSEST = 1e-4;

export class CurveChart {
  /** @type {uPlot | null} */
  #plot = null;
  /** @type {Frame | null} */
  #frame = null;
  #builtFor = "";
  /** @type {CanvasRenderingContext2D | null} */
  #ruler = null;

  /**
   * @param {HTMLElement} root
   * @param {CurveOptions} options
   */
  constructor(root, options) {
    this.root = root;
    this.options = options;
    this.observer = new ResizeObserver(() => this.#resize());
    this.observer.observe(root);
    root.addEventListener("keydown", (event) => this.#moveCursor(event));
    root.addEventListener("blur", () => this.#plot?.setCursor({ left: -10, top: -10 }));
  }

  /** @param {Frame} frame */
  show(frame) {
    this.#frame = frame;
    // Its scale is the one thing that a plot cannot change.
    if (this.#builtFor !== frame.scale) this.#build(frame);
    else this.#plot?.setData(this.#data(frame));
  }

  /** The styles have changed. */
  restyle() {
    if (this.#frame) this.#build(this.#frame);
  }

  destroy() {
    this.observer.disconnect();
    this.#plot?.destroy();
  }

  /** @param {Frame} frame */
  #build(frame) {
    this.#plot?.destroy();
    this.#plot = null;
    this.#builtFor = frame.scale;
    const { clientWidth, clientHeight } = this.root;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.#plot = new uPlot(this.#options(frame.scale), this.#data(frame), this.root);
  }

  #resize() {
    const { clientWidth: width, clientHeight: height } = this.root;
    if (width === 0 || height === 0) return;
    if (this.#plot) this.#plot.setSize({ width, height });
    else if (this.#frame) this.#build(this.#frame);
  }

  /** @param {Frame} frame @returns {AlignedData} */
  #data(frame) {
    const reversed = this.options.fromTop && frame.scale === "log";
    const tables = frame.curves.map(({ x, y }) => {
      return /** @type {AlignedData} */ ([x, reversed ? y.map((value) => Math.max(CLOSEST, 1 - value)) : y]);
    });
    return uPlot.join(tables);
  }

  /**
   * @param {Frame["scale"]} scale
   * @returns {Options}
   */
  #options(scale) {
    const { root, options } = this;
    const text = textStyle(root);
    const axis = {
      stroke: colour(root, "ink-2"),
      font: text.font,
      grid: { stroke: colour(root, "rule"), width: 1 },
      ticks: { show: false },
      gap: text.size * 0.4,
    };
    const reversed = options.fromTop === true && scale === "log";
    return {
      width: root.clientWidth,
      height: root.clientHeight,
      legend: { show: false },
      padding: [text.size * 0.7, () => this.#gutter(text), options.showX ? 0 : text.size * 0.6, 0],
      scales: {
        x: { time: false, range: () => [0, this.#frame?.xMax || 1] },
        y:
          scale === "log"
            ? { distr: 3, dir: reversed ? -1 : 1, range: (_, min, max) => logRange(min, max) }
            : { range: () => this.#frame?.range ?? [0, 1] },
      },
      axes: [
        {
          ...axis,
          show: options.showX,
          size: text.size * 1.7,
          space: text.size * 5,
          grid: { show: false },
          values: (_, splits) => splits.map((x) => this.#frame?.formatX(x) ?? ""),
        },
        {
          ...axis,
          grid: { ...axis.grid, filter: (_, splits) => splits.map((y) => (scale === "linear" || isPowerOfTen(y) ? y : null)) },
          size: text.size * 3.6,
          space: text.size * 2.4,
          values: (_, splits) => splits.map((y) => this.#labelY(y, scale, reversed)),
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
      hooks: { draw: [(plot) => this.#drawNames(plot)], setCursor: [(plot) => this.#tellCursor(plot, reversed)] },
    };
  }

  /**
   * @param {number} y
   * @param {Frame["scale"]} scale
   * @param {boolean} reversed
   */
  #labelY(y, scale, reversed) {
    if (scale === "log" && !isPowerOfTen(y)) return "";
    return this.#frame?.formatY(reversed ? 1 - y : y) ?? "";
  }

  /** @param {Curve} curve @returns {UPlotSeries} */
  #series({ colour: name, dashed, faint }) {
    const width = strokeWidth(this.root);
    return {
      stroke: colour(this.root, name),
      width: faint ? width / 2 : width,
      alpha: faint ? 0.3 : 1,
      ...(dashed ? { dash: [width * 3, width * 2.4] } : {}),
      spanGaps: true,
      // A curve of few points shows them: the first one would be no line at all.
      points: { show: (plot, index) => !faint && dashed && countOf(plot.data[index]) <= FEW, size: width * 2.4, fill: colour(this.root, name) },
    };
  }

  /** @param {Curve | undefined} curve */
  #tint(curve) {
    return `rgb(${colourParts(this.root, curve?.colour ?? "ink").join(" ")} / 16%)`;
  }

  /**
   * The room for the names at the right.
   * @param {{ size: number, family: string }} text
   */
  #gutter({ size, family }) {
    this.#ruler ??= document.createElement("canvas").getContext("2d");
    if (this.#ruler) this.#ruler.font = nameFont(size, family);
    const widths = (this.#frame?.longestNames ?? []).map((name) => this.#ruler?.measureText(name).width ?? 0);
    return Math.max(...widths, 0) + 16;
  }

  /** Names each curve beside its end; names do not cover each other. @param {uPlot} plot */
  #drawNames(plot) {
    const { ctx, bbox } = plot;
    const ratio = devicePixelRatio;
    const text = textStyle(this.root);
    const line = text.size * 1.25 * ratio;
    const names = this.options.curves
      .map((curve, index) => ({ curve, name: this.#frame?.curves[index]?.name, y: this.#endOf(plot, index) }))
      .flatMap(({ curve, name, y }) => (name && y !== null ? [{ curve, name, y }] : []))
      .sort((a, b) => a.y - b.y);
    let lowest = -Infinity;
    const room = (/** @type {number} */ index) => bbox.top + bbox.height - line * (names.length - 0.5 - index);
    ctx.save();
    ctx.font = nameFont(text.size * ratio, text.family);
    ctx.textBaseline = "middle";
    ctx.textAlign = "left";
    for (const [index, { curve, name, y }] of names.entries()) {
      const at = Math.min(room(index), Math.max(y, lowest + line));
      lowest = at;
      ctx.fillStyle = colour(this.root, curve.colour);
      ctx.fillText(name, bbox.left + bbox.width + 8 * ratio, at);
    }
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
   * @param {boolean} reversed
   */
  #tellCursor(plot, reversed) {
    const { idx } = plot.cursor;
    const x = idx === null || idx === undefined ? undefined : plot.data[0][idx];
    if (x === undefined || idx === null || idx === undefined) return this.options.onCursor(null);
    const y = plot.data.slice(1).map((values) => {
      const value = nearest(/** @type {(number | null | undefined)[]} */ (values), idx);
      return value === null ? null : reversed ? 1 - value : value;
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

/**
 * Whole powers of ten around what there is to show.
 * @param {number} min
 * @param {number} max
 * @returns {[number, number]}
 */
function logRange(min, max) {
  if (!(min > 0) || !(max > 0)) return [0.01, 1];
  const low = 10 ** Math.floor(Math.log10(min));
  const high = 10 ** Math.ceil(Math.log10(max));
  return low === high ? [low / 10, high] : [low, high];
}

/** @param {number} value */
function isPowerOfTen(value) {
  const power = Math.log10(value);
  return Math.abs(power - Math.round(power)) < 1e-6;
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
