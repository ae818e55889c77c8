/** A plane as a picture of its own. It is apart from the plane, which the cover has, too. */

import { classesLegend } from "./legends.js";
import { offerFigure } from "./take-along.js";

/** @import { Format } from "../shell/format.js" */
/** @import { Plane } from "./plane.js" */
/** @import { Taker } from "./take-along.js" */

/**
 * @param {Plane} plane
 * @param {HTMLElement} element where it is asked for
 * @param {() => { title: string, x: string, y: string }} told what it is, and what is along its axes
 * @param {Taker & { format: Format }} services
 */
export function offerPlane({ element: figure, view }, element, told, services) {
  const along = (/** @type {string} */ name) => ({ name, ...view });
  const figureTold = () => {
    const { title, x, y } = told();
    // The names of its axes stand outside, with their numbers.
    return { title, x: along(x), y: along(y), legend: classesLegend(services.t), figure, without: ".axis-names, .plane-hint" };
  };
  offerFigure(element, figureTold, services);
}
