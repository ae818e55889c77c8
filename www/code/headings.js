/** @import { Services } from "../shell/types" */
/** @import { Headings } from "./network" */

/** As they are called beside the network. @param {Services<unknown>["t"]} t @returns {Headings} */
export const headingsIn = (t) => ({ data: t("data.title"), model: t("model.title"), loss: t("loss.title"), training: t("code.training") });
