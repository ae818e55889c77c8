/**
 * The end of an axis on which things are compared that come one after the other: it stays as it is for a whole run, and
 * only grows where something would leave it.
 */

const LEADS = [1, 2, 5, 10];
/** No axis ends below this: what is that small would fill a picture although it is next to nothing. */
const LEAST = 0.01;
/** What ends so little above the axis still counts as on it. */
const SLACK = 1.001;

export class RunScale {
  top = LEAST;
  /** Whether it is another one than the run began with. */
  hasGrown = false;
  /** @type {unknown} */
  #run;

  /**
   * @param {unknown} run what is another one when another run begins
   * @param {number} highest of what is to be shown now
   */
  follow(run, highest) {
    const isAnother = run !== this.#run;
    if (!isAnother && highest <= this.top * SLACK) return;
    this.#run = run;
    this.hasGrown = !isAnother;
    this.top = endAbove(highest);
  }
}

/** The next number of those that are easily read: 0.2, 0.5, 1, 2, 5, ... @param {number} highest */
function endAbove(highest) {
  if (highest <= LEAST) return LEAST;
  const power = Math.floor(Math.log10(highest));
  const lead = LEADS.find((one) => one * 10 ** power * SLACK >= highest) ?? 10;
  return Number(`${lead}e${power}`);
}
