import type { texts } from "./digits.en.js";

declare module "../../i18n/texts" {
  interface Texts {
    digits: typeof texts;
  }
}
