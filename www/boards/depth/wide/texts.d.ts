import type { texts } from "./wide.en.js";

declare module "../../../i18n/texts" {
  interface Texts {
    wide: typeof texts;
  }
}
