import type { texts } from "./playground.en.js";

declare module "../../../i18n/texts" {
  interface Texts {
    playground: typeof texts;
  }
}
