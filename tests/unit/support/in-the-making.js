/**
 * Boards that are being made: each is in its folder, and gets its place in the list of boards when it is whole. Until then no
 * page leads to it.
 */
export const inTheMaking = ["next"];
