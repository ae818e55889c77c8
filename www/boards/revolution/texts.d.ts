import type { texts } from "./revolution.en.js";

declare module "../../i18n/texts" {
  interface Texts {
    revolution: typeof texts;
  }
}
