import type { texts } from "./teach.en.js";

declare module "../../i18n/texts" {
  interface Texts {
    teach: typeof texts;
  }
}
