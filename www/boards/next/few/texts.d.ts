import type { texts } from "./few.en.js";

declare module "../../../i18n/texts" {
  interface Texts {
    few: typeof texts;
  }
}
