import type { texts as presenter } from "./presenter.en.js";

declare module "../i18n/texts" {
  interface Texts {
    presenter: typeof presenter;
  }
}
