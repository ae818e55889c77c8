/** The names that kinds of drawings have before a visitor names them. */
export const texts = {
  "kinds.1": "cat",
  "kinds.2": "car",
  "kinds.3": "house",
  "kinds.4": "flower",
  "kinds.5": "fish",
};
