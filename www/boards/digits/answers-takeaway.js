/** What can be taken of the table of confusions: its counts, and the answers that they count. */

import { confusionCsv, predictionsCsv } from "./answers-csv.js";

/** @import { Takeaway } from "../../charts/takeaway" */
/** @import { DigitsServices } from "./settings.js" */

/**
 * @param {Uint32Array} confusion
 * @param {Pick<DigitsServices, "ask" | "t">} services
 * @returns {Takeaway}
 */
export function answersTakeaway(confusion, { ask, t }) {
  const [actual, predicted] = [t("confusion.actual"), t("confusion.predicted")];
  const columns = [t("confusion.image"), actual, predicted, t("confusion.confidence")];
  return {
    title: t("view.confusion"),
    svg: null,
    tables: [
      { label: "chart.csv", csv: () => confusionCsv(confusion, `${actual} \\ ${predicted}`) },
      {
        label: "confusion.predictions",
        name: predicted,
        csv: async () => {
          const batch = await ask("examples", { limit: Infinity });
          if (!batch) throw new Error("there are no answers now");
          return predictionsCsv(batch, columns);
        },
      },
    ],
  };
}
