/** An agent after so many episodes. Actions are up, right, down, left; cells are numbered row by row. */
export interface QLearningProgress {
  /** [episodes]: how many steps each took. */
  episodeSteps: Float32Array;
  /** [cells, 4]: the discounted reward to be expected from each action. */
  values: Float32Array;
  /** [cells]: the best action, or -1 where nothing has been learnt yet. */
  policy: Int8Array;
  /** The cells of the last episode in turn; empty before the first. */
  lastPath: Uint16Array;
  /** The cells from the start to the goal that the policy goes through; empty where it does not get there. */
  route: Uint16Array;
  /** Steps of the shortest way to the goal; null where there is none. */
  shortest: number | null;
}
