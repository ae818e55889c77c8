/**
 * The messages of the revolution board's four applications. Each has a lesson, which determines everything: the answer is what
 * has been learnt after `shown` and then `more` steps of it, so that nothing is lost with a worker.
 */

import type { FactorizationProgress } from "../../../../src/bindings/factorization";
import type { QLearningProgress } from "../../../../src/bindings/q_learning";

declare module "../../../protocol" {
  interface Parts {
    applications: { message: ApplicationsMessage; results: ApplicationsResults; event: never };
  }
}

/** A network that reads digits. */
export interface VisionLesson {
  /** Images to learn from, from the first on, and images to be tested with. */
  images: number;
  testImages: number;
  /** Units of the one hidden layer. */
  hidden: number;
  seed: number;
}

/** A network that tells the next letter of a word. */
export interface LanguageLesson {
  /** Between white space. */
  words: string;
  /** How many letters before a place it is given. */
  context: number;
  hidden: number;
  seed: number;
}

/** Ratings that are the product of two narrow tables. */
export interface RecommendationLesson {
  /** [people, things]: 1 to 5, or 0 where nothing is known. */
  ratings: number[];
  things: number;
  /** Numbers that describe a person or a thing. */
  factors: number;
  /** How strongly these are drawn to zero. */
  penalty: number;
  seed: number;
}

/** An agent in a grid world. */
export interface ReinforcementLesson {
  /** Rows between hyphens: o floor, w wall, p pit, g goal, s start. */
  world: string;
  seed: number;
}

export type ApplicationsMessage =
  /** Steps are batches. It waits for the images. */
  | { type: "applicationsVision"; lesson: VisionLesson; shown: number; more: number }
  /** Steps are batches. `beginning` is what is to be gone on with. */
  | { type: "applicationsLanguage"; lesson: LanguageLesson; beginning: string; shown: number; more: number }
  /** Steps are passes over the known ratings. */
  | { type: "applicationsRecommendation"; lesson: RecommendationLesson; shown: number; more: number }
  /** Steps are episodes. */
  | { type: "applicationsReinforcement"; lesson: ReinforcementLesson; shown: number; more: number };

export interface ApplicationsResults {
  applicationsVision: VisionProgress;
  applicationsLanguage: LanguageProgress;
  applicationsRecommendation: RecommendationProgress;
  applicationsReinforcement: ReinforcementProgress;
}

export interface ApplicationProgress {
  /** Steps so far. */
  done: number;
  /** [steps]: what each step measured: the batch's loss, the known ratings' mean squared error, the episode's steps. */
  curve: Float32Array;
}

export interface VisionProgress extends ApplicationProgress {
  /** Part of the test images that are read rightly, 0 to 1. */
  accuracy: number;
  /** The first test images, [images, 28 * 28]. */
  pixels: Uint8Array;
  labels: Uint8Array;
  /** What they are read as, and how sure that is. */
  predicted: Uint8Array;
  confidence: Float32Array;
}

export interface LanguageProgress extends ApplicationProgress {
  /** The likeliest letters after the beginning, the likeliest first; null where it has a letter that no word has. */
  next: NextLetter[] | null;
  /** Words that the network makes up. */
  words: { text: string; isFromList: boolean }[];
  /** Different letters in the list. */
  letters: number;
}

export interface NextLetter {
  /** Empty for the end of the word. */
  letter: string;
  /** A final consonant, which closes its syllable. */
  isFinal: boolean;
  /** The beginning with it. */
  text: string;
  probability: number;
}

export interface RecommendationProgress extends ApplicationProgress, Pick<FactorizationProgress, "table" | "people" | "things" | "lossBefore"> {}

export interface ReinforcementProgress extends ApplicationProgress, Omit<QLearningProgress, "episodeSteps"> {
  /** Steps of all episodes. */
  steps: number;
}
