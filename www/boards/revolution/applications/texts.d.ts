import type { texts } from "./applications.en.js";

declare module "../../../i18n/texts" {
  interface Texts {
    applications: typeof texts;
  }
}
