import type { texts } from "./perceptron.en.js";

declare module "../../i18n/texts" {
  interface Texts {
    perceptron: typeof texts;
  }
}
