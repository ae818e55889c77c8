/** A table of ratings after so many passes over what is known of it. */
export interface FactorizationProgress {
  /** [epochs]: the mean squared error of the known ratings after each pass. */
  losses: Float32Array;
  /** The same before the first. */
  lossBefore: number;
  /** [rows, columns]: what the factors make of every cell. */
  table: Float32Array;
  /** [rows, factors] */
  people: Float32Array;
  /** [columns, factors] */
  things: Float32Array;
}
