import type { texts } from "./rules.en.js";

declare module "../../i18n/texts" {
  interface Texts {
    rules: typeof texts;
  }
}
