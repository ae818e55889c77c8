import type { texts } from "./next.en.js";

declare module "../../i18n/texts" {
  interface Texts {
    next: typeof texts;
  }
}
