/**
 * The page's signs, drawn with the pen of the text beside them.
 */

import { svg } from "./dom.js";

/** Paths in a box of 24. */
const paths = {
  palette: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z M12 3a9 9 0 0 1 0 18Z",
  share: "M10 14a4.5 4.5 0 0 0 6.5.2l3-3a4.6 4.6 0 0 0-6.5-6.5l-1 1 M14 10a4.5 4.5 0 0 0-6.5-.2l-3 3a4.6 4.6 0 0 0 6.5 6.5l1-1",
  projector: "M3 4h18v11H3Z M12 15v3 M8 21l4-3 4 3",
  presenter: "M3 5h12v9H3Z M9 14v4 M6 18h6 M18 8h3v11h-9v-3 M17 12h1 M16 15h2",
  help: "M9 9a3 3 0 1 1 4.4 2.7c-.9.5-1.4 1.1-1.4 2.3 M12 17.6v.1",
  info: "M12 11v6 M12 7.3v.1 M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
  close: "M6 6l12 12 M18 6 6 18",
  more: "M9 6l6 6-6 6",
  before: "M15 5l-7 7 7 7",
  after: "M9 5l7 7-7 7",
  undo: "M9 6 4.5 10.5 9 15 M5 10.5h8.5a5 5 0 0 1 0 10H10",
  remove: "M6 12h12",
  add: "M12 6v12 M6 12h12",
};

/** @typedef {keyof typeof paths} Icon */

/** @param {Icon} name */
export function icon(name) {
  const drawn = svg("path", { d: paths[name], class: name === "palette" ? "half" : null });
  return svg("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, drawn);
}

/** The page's own mark: a line between a ring and a disc. */
export function mark() {
  return svg(
    "svg",
    { class: "mark-sign", viewBox: "0 0 30 22", "aria-hidden": "true" },
    svg("path", { d: "M2 20 28 2" }),
    svg("circle", { class: "ring", cx: 7, cy: 6, r: 4 }),
    svg("circle", { class: "disc", cx: 23, cy: 16, r: 4.6 }),
  );
}
