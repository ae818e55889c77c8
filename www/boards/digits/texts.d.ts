import type { texts } from "./digits.en.js";
import type { texts as lateViews } from "./late-views.en.js";
import type { texts as takeHome } from "./take-home.en.js";

declare module "../../i18n/texts" {
  interface Texts {
    digits: typeof texts;
    takeHome: typeof takeHome;
    lateViews: typeof lateViews;
  }
}
