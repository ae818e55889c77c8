/** Who is right so often tells the two digits apart; a coin is right half of the time. */
export const LEARNT = 0.85;
