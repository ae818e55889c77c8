/** What can be taken of the table of confusions: its counts, and the answers that they count. */

import { figureTakeaway } from "../../charts/figure-takeaway.js";
import { confusionCsv, predictionsCsv } from "./answers-csv.js";

/** @import { Takeaway } from "../../charts/takeaway" */
/** @import { NameOf } from "./answers-csv.js" */
/** @import { DigitsServices } from "./settings.js" */

/**
 * @param {HTMLElement} matrix
 * @param {Uint32Array} confusion
 * @param {NameOf} nameOf
 * @param {Pick<DigitsServices, "ask" | "t" | "format">} services
 * @returns {Takeaway}
 */
export function answersTakeaway(matrix, confusion, nameOf, { ask, t, format }) {
  const [actual, predicted] = [t("confusion.actual"), t("confusion.predicted")];
  const columns = [t("confusion.image"), actual, predicted, t("confusion.confidence")];
  const told = {
    title: t("view.confusion"),
    x: { name: predicted },
    y: { name: actual },
    legend: [
      { name: t("chart.right"), mark: /** @type {const} */ ("square"), colour: /** @type {const} */ ("zero") },
      { name: t("chart.wrong"), mark: /** @type {const} */ ("square"), colour: /** @type {const} */ ("one") },
    ],
  };
  /** @type {Takeaway["tables"]} */
  const tables = [
    { label: "chart.csv", csv: () => confusionCsv(confusion, `${actual} \\ ${predicted}`, nameOf) },
    {
      label: "confusion.predictions",
      name: predicted,
      csv: async () => {
        const batch = await ask("examples", { limit: Infinity });
        if (!batch) throw new Error("there are no answers now");
        return predictionsCsv(batch, columns, nameOf);
      },
    },
  ];
  return figureTakeaway(matrix, { ...told, tables }, format.short);
}
