/**
 * Many units in one plane: every one is a half-plane, an AND leaves what they share, and an OR joins two of those.
 */

import { clip, cornersOf } from "../../../charts/half-plane.js";
import { offerPlane } from "../../../charts/offer-plane.js";
import { Plane } from "../../../charts/plane.js";
import { el, named } from "../../../shell/dom.js";
import { spokenEquation } from "./equation.js";
import { view } from "./settings.js";
import { axisNames, written } from "./names.js";
import { SIDES } from "./polygon.js";

/** @import { HalfPlane } from "../../../charts/half-plane.js" */
/** @import { Lines } from "./lines.js" */
/** @import { TwoLinesServices } from "./settings.js" */
/** @import { Region } from "./polygon.js" */

export class PolygonView {
  /**
   * @param {number} count of lines
   * @param {Lines} lines
   * @param {TwoLinesServices} services
   */
  constructor(count, lines, services) {
    this.services = services;
    this.plane = new Plane({
      view,
      lines: count,
      crowded: true,
      onMove: (index, unit) => lines.moveLine(index, unit),
    });
    this.plane.element.append(axisNames("x"));
    this.element = el("section", { class: "fold-stage bare", ...named("twoLines.polygonPicture") }, el("div", { class: "sheet" }, this.plane.element));
    offerPlane(this.plane, this.element, () => ({ title: services.t("twoLines.polygonPicture"), x: written("x1"), y: written("x2") }), services);
  }

  /** @param {HalfPlane[]} units @param {Region[]} regions */
  render(units, regions) {
    const { t, format } = this.services;
    const { plane } = this;
    plane.show(() => {
      const whole = cornersOf(view);
      plane.showPieces([
        { polygon: whole, kind: "zero" },
        ...units.map((unit) => ({ polygon: clip(whole, unit), kind: "half", opacity: SIDES / units.length })),
        ...regions.map(({ polygon }) => ({ polygon, kind: "one region" })),
      ]);
      for (const [index, line] of plane.lines.entries()) {
        const unit = units[index];
        const name = t("twoLines.line", { unit: `h${index + 1}` });
        // Two sets of lines in one plane are told apart.
        const kind = units.length === SIDES ? "" : index < SIDES ? "first" : "second";
        if (unit) line.show(unit, { name, text: spokenEquation(unit, "x", format), kind });
      }
    });
  }

  destroy() {
    this.plane.destroy();
  }
}
