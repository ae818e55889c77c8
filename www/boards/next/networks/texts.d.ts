import type { texts } from "./networks.en.js";

declare module "../../../i18n/texts" {
  interface Texts {
    networks: typeof texts;
  }
}
