import type { texts } from "./learning.en.js";

declare module "../../i18n/texts" {
  interface Texts {
    learning: typeof texts;
  }
}
