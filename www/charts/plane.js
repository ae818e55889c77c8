/**
 * A square piece of the plane: sheets of colour, the axes, lines that can be dragged, and points of two classes, which
 * differ in colour and in shape. Everything is drawn in the page's pixels, so that a line is as thick, and as easily
 * taken hold of, on a small plane as on a large one.
 */

import { el, svg } from "../shell/dom.js";
import { followPointer } from "../shell/follow-pointer.js";
import { tracked } from "../shell/signals.js";
import { textStyle } from "./colours.js";
import { PlaneLine, distanceToLine } from "./plane-line.js";

/** @import { HalfPlane, LabelSide, Point, View } from "./half-plane.js" */

/** @typedef {"one" | "zero"} Kind one: orange, a disc; zero: blue, a ring */
/** @typedef {{ polygon: Point[], kind: string, opacity?: number }} Piece `kind`: a Kind, or what else the styles know */
/**
 * @typedef {Point & { kind: Kind, label?: string, labelSide?: LabelSide, wrong?: boolean }} PlacedPoint
 * `labelSide`: on which side of the point its label stands; above it where it is not said
 */

/**
 * @typedef {object} PlaneOptions
 * @property {View} view
 * @property {number} [lines] how many
 * @property {boolean} [focusable] whether its lines are there for the keyboard; not where another plane has the same ones
 * @property {boolean} [crowded] a line shows its ends only while it is the chosen one
 * @property {(index: number, unit: HalfPlane) => void} [onMove]
 * @property {() => void} [onRelease]
 */

/** The points' radius in parts of the side. */
const RADIUS = 0.036;
/** How far a label stands from its point: in pixels beside it, in radii above or below; and in pixels from the edge. */
const LABEL_GAP = { beside: 8, above: 1.9, edge: 4 };
/** Where the name of an axis may stand, in pixels from the picture's corner at the axis's end: at the first of these places where no line is. */
const NAME_PLACES = [[0, 0], [40, 0], [80, 0], [0, 40], [0, 80], [120, 0], [0, 120]];
/** From that corner to the middle of a name that stands in it, in pixels. */
const NAME_INSET = 17;
/** How far a label reaches from the middle of its foot, in its letters' height. */
const LABEL_ROOM = { across: 1.6, up: 1.2 };
/** So far from its middle a name leaves a line that is drawn, in pixels. */
const NAME_RADIUS = 14;
/** Where text begins that stands at the left of a place, in its middle, or at its right. */
const ANCHORS = { [-1]: "end", 0: "middle", 1: "start" };

export class Plane {
  /** In pixels of the page. */
  size = 0;
  /** What the pointer has taken. @type {PlaneLine | null} */
  #held = null;
  /** A line that the board draws itself, in the picture's pixels: the axes' names give way to it, too. @type {[Point, Point] | null} */
  drawnLine = null;
  /** Where the points' labels stand, in the picture's pixels. @type {Point[]} */
  #labelled = [];
  /** The names of the axes, across and up. @type {HTMLElement[]} */
  #names = [];
  #watch = new ResizeObserver(([entry]) => {
    this.size = Math.round(entry?.contentRect.width ?? 0) || this.size;
  });

  /** @param {PlaneOptions} options */
  constructor({ view, lines = 0, focusable = true, crowded = false, onMove, onRelease }) {
    tracked(this, "size");
    this.view = view;
    this.pieces = svg("g", { class: "pieces" });
    this.grid = svg("path", { class: "plane-grid" });
    this.points = svg("g", { class: "plane-points" });
    const line = (/** @type {number} */ index) =>
      new PlaneLine(this, { focusable, crowded, onMove: (unit) => onMove?.(index, unit), onRelease: () => onRelease?.() });
    this.lines = [...Array(lines).keys()].map(line);
    const layer = svg("g", focusable ? {} : { "aria-hidden": "true" }, ...this.lines.map(({ element }) => element));
    this.picture = svg("svg", { class: "plane-picture" }, this.pieces, this.grid, layer, this.points);
    this.element = el("div", { class: "plane" });
    this.element.append(this.picture);
    followPointer(this.picture, {
      begin: (event) => this.#press(event),
      move: (event) => this.#held?.follow(event),
      end: () => this.#held?.release(),
      drop: () => this.#held?.drop(),
    });
    this.#watch.observe(this.element);
  }

  destroy() {
    this.#watch.disconnect();
  }

  /** Lays them over the picture, each at its axis's end. @param {string} across @param {string} up */
  nameAxes(across, up) {
    this.#names = [el("span", { class: "across" }, across), el("span", { class: "up" }, up)];
    this.element.append(el("div", { class: "axis-names", "aria-hidden": "true" }, ...this.#names));
  }

  /** Draws as soon as there is room for it; whoever shows something in drawing follows the size. @param {() => void} draw */
  show(draw) {
    const { size } = this;
    if (size === 0) return;
    const [zero, one] = [this.place({ x: 0, y: 0 }), this.place({ x: 1, y: 1 })];
    this.picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
    this.grid.setAttribute("d", `M${zero.x} 0V${size}M${one.x} 0V${size}M0 ${zero.y}H${size}M0 ${one.y}H${size}`);
    draw();
    this.#placeNames(size);
  }

  /** A name gives way to a line and to its ends, and to what stands by a point. @param {number} size */
  #placeNames(size) {
    // To ask for the letters' size has the browser reckon its styles: most planes have no names.
    if (this.#names.length === 0) return;
    const { size: letters } = textStyle(this.element);
    for (const [index, name] of this.#names.entries()) {
      // The first axis ends at the lower right, the second at the upper left.
      const [corner, inward] = index === 0 ? [size - NAME_INSET, -1] : [NAME_INSET, 1];
      const moves = NAME_PLACES.map(([along = 0, across = 0]) => ({ x: inward * along, y: inward * across }));
      const isFree = (/** @type {Point} */ move) => {
        const middle = { x: corner + move.x, y: corner + move.y };
        const isOffLabels = this.#labelled.every(({ x, y }) => Math.abs(middle.x - x) > LABEL_ROOM.across * letters + NAME_RADIUS || Math.abs(middle.y - y) > LABEL_ROOM.up * letters + NAME_RADIUS);
        const isOffDrawn = this.drawnLine === null || distanceToLine(middle, this.drawnLine) > NAME_RADIUS;
        return isOffLabels && isOffDrawn && this.lines.every((line) => line.gripsNear(middle).length === 0);
      };
      const { x, y } = moves.find(isFree) ?? { x: 0, y: 0 };
      name.style.translate = `${x}px ${y}px`;
    }
  }

  /** @param {Piece[]} pieces */
  showPieces(pieces) {
    const paths = childrenOf(this.pieces, pieces.length, () => svg("path"));
    for (const [index, { polygon, kind, opacity = 1 }] of pieces.entries()) {
      paths[index]?.setAttribute("class", `piece ${kind}`);
      paths[index]?.setAttribute("d", this.pathOf(polygon));
      paths[index]?.setAttribute("opacity", String(opacity));
    }
  }

  /** @param {PlacedPoint[]} points */
  showPoints(points) {
    const radius = this.size * RADIUS;
    this.#labelled = points.filter(({ label }) => label).map((point) => {
      const { x, y } = this.place(point);
      return { x, y: y - (point.labelSide?.y ?? 1) * LABEL_GAP.above * radius };
    });
    const marks = childrenOf(this.points, points.length, () => svg("g", {}, svg("circle"), svg("circle", { class: "amiss" }), svg("text")));
    for (const [index, point] of points.entries()) {
      const mark = marks[index];
      const [disc, amiss, text] = mark?.children ?? [];
      const { x, y } = this.place(point);
      mark?.setAttribute("class", `plane-point ${point.kind}${point.wrong ? " wrong" : ""}`);
      mark?.setAttribute("transform", `translate(${x} ${y})`);
      // A ring's pen goes half outward: both look equally large.
      disc?.setAttribute("r", String(point.kind === "one" ? radius * 1.08 : radius * 0.86));
      disc?.setAttribute("stroke-width", String(radius * 0.44));
      amiss?.setAttribute("r", String(radius * 1.6));
      const { x: right, y: up } = point.labelSide ?? { x: 0, y: 1 };
      if (!(text instanceof SVGTextElement)) continue;
      text.setAttribute("y", String(-up * LABEL_GAP.above * radius));
      text.setAttribute("text-anchor", ANCHORS[right]);
      text.setAttribute("dominant-baseline", up > 0 ? "auto" : "hanging");
      if (text.textContent !== (point.label ?? "")) text.textContent = point.label ?? "";
      text.setAttribute("x", String(right === 0 ? 0 : right * Math.min(LABEL_GAP.beside, this.#roomBeside(x, right, text))));
    }
  }

  /**
   * In a small picture there is hardly room beside a point: no letter is lost at the edge. To ask how long a text is has the
   * browser lay out the page.
   * @param {number} x of the point
   * @param {-1 | 1} right
   * @param {SVGTextElement} text
   */
  #roomBeside(x, right, text) {
    return (right > 0 ? this.size - x : x) - text.getComputedTextLength() - LABEL_GAP.edge;
  }

  /** @param {Point[]} polygon */
  pathOf(polygon) {
    const places = polygon.map((point) => this.place(point));
    return places.length === 0 ? "" : `M${places.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`).join("L")}Z`;
  }

  /** In the picture's pixels; the second axis goes up. @param {Point} point @returns {Point} */
  place({ x, y }) {
    const { from, to } = this.view;
    return { x: ((x - from) / (to - from)) * this.size, y: ((to - y) / (to - from)) * this.size };
  }

  /** Where the pointer is in the plane. @param {{ clientX: number, clientY: number }} event @returns {Point} */
  pointAt(event) {
    const box = this.picture.getBoundingClientRect();
    const { from, to } = this.view;
    const part = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    return { x: from + part.x * (to - from), y: to - part.y * (to - from) };
  }

  /** Takes the line whose body or end is nearest, where some are close together. @param {PointerEvent} event @returns {boolean} */
  #press(event) {
    if (!isGrip(event.target)) return false;
    const place = this.place(this.pointAt(event));
    const grips = this.lines.flatMap((line) => line.gripsNear(place));
    const nearest = grips.sort((a, b) => a.distance - b.distance)[0];
    if (!nearest) return false;
    event.preventDefault();
    nearest.line.take(event, nearest.end);
    this.#held = nearest.line;
    return true;
  }
}

/** @param {EventTarget | null} target */
function isGrip(target) {
  return target instanceof Element && target.matches(".grip");
}

/**
 * The group's children, as many as are needed.
 * @template {SVGElement} E
 * @param {SVGGElement} group
 * @param {number} count
 * @param {() => E} make
 */
function childrenOf(group, count, make) {
  while (group.children.length > count) group.lastChild?.remove();
  while (group.children.length < count) group.append(make());
  return [...group.children];
}
