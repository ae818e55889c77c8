/** A picture's pixels, and the digits that there are. */
export const INPUTS = 28 * 28;
export const CLASSES = 10;
