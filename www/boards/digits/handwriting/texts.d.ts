import type { texts } from "./handwriting.en.js";

declare module "../../../i18n/texts" {
  interface Texts {
    handwriting: typeof texts;
  }
}
