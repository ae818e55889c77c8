/* The data set that both libraries bring. */

/** Images to learn from. */
export const TRAINING_IMAGES = 60_000;
