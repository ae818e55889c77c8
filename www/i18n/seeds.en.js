/** What the boards say alike that repeat their runs over several seeds. */
export const texts = {
  "seeds.many": "How many seeds",
  "seeds.running": "Learning, seed {seed} …",
  "seeds.over": "Done. Press again for another seed: the bands will show how much is chance.",
  "seeds.overAgain": "Done, with {seeds} seeds. Press again for one more.",
  "seeds.allOver": "Done, with {seeds} seeds.",
  "seeds.explained": "Another seed means other first weights and another order of the examples. With several seeds a curve is their mean, and its band reaches from the worst to the best.",
  "seeds.range": "{low}–{high}",
};
