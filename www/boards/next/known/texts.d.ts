import type { texts } from "./known.en.js";

declare module "../../../i18n/texts" {
  interface Texts {
    known: typeof texts;
  }
}
