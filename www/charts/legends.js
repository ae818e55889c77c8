/** What the legends of several charts say, in the language that is spoken. */

/** @import { Key } from "../i18n" */
/** @import { FigureTold } from "./takeaway" */

/** @typedef {NonNullable<FigureTold["legend"]>} Legend */

/** Points of two classes. @param {(key: Key) => string} t @returns {Legend} */
export function classesLegend(t) {
  return [
    { name: t("chart.one"), mark: "disc", colour: "one" },
    { name: t("chart.zero"), mark: "ring", colour: "zero" },
  ];
}

/** Values as cells, the stronger the fuller. @param {(key: Key) => string} t @returns {Legend} */
export function signsLegend(t) {
  return [
    { name: t("chart.positive"), mark: "square", colour: "one" },
    { name: t("chart.negative"), mark: "square", colour: "zero" },
  ];
}
