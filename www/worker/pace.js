/**
 * How much to do at once, how often to look back, and how fast it goes: plain sums over times that are measured
 * elsewhere, in seconds.
 */

/** While nothing is known of what a unit costs, a piece that takes less, in seconds, is followed by a larger one. */
const LONGEST_TRIAL = 0.25;

/**
 * Sizes pieces of work so that each takes about `target` seconds.
 *
 * Part of the time of a piece is none of its work: a browser may look only every tenth of a second whether the graphics
 * card is done. What a unit costs is told by two sizes of pieces, what one has to wait for anyway by what is left. The
 * work may take as long as that, so that the device has something to do meanwhile.
 */
export class Pace {
  #secondsPerUnit = 0;
  /** The piece that took least. @type {{ units: number, seconds: number } | null} */
  #least = null;

  /**
   * @param {number} target seconds a piece is to take
   * @param {number} first units of the first pieces, before anything is known
   */
  constructor(target, first) {
    this.target = target;
    this.units = first;
  }

  /** Seconds the work of one unit takes; 0 before it is known. */
  get secondsPerUnit() {
    return this.#secondsPerUnit;
  }

  /** Seconds that pass with every piece, however small. */
  get wait() {
    return this.#least ? Math.max(0, this.#least.seconds - this.#least.units * this.#secondsPerUnit) : 0;
  }

  /**
   * Learns from a piece of work that is done.
   * @param {number} units
   * @param {number} seconds
   */
  measured(units, seconds) {
    const least = this.#least;
    // A device changes: what it takes for as little as that now counts, also where it is more than before.
    if (!least || seconds < least.seconds || units <= least.units) this.#least = { units, seconds };
    // The very first piece has to make things ready that later ones find: it tells nothing.
    if (!least) return;

    // The wait is no less than nothing.
    const most = seconds / units;
    if (units > least.units) {
      const cost = Math.min(most, Math.max(0, (seconds - least.seconds) / (units - least.units)));
      this.#secondsPerUnit = this.#secondsPerUnit ? 0.7 * this.#secondsPerUnit + 0.3 * cost : cost;
    } else if (this.#secondsPerUnit > most || seconds > LONGEST_TRIAL) {
      this.#secondsPerUnit = most;
    }
    const target = Math.max(this.target, this.wait);
    const wanted = this.#secondsPerUnit ? Math.floor(target / this.#secondsPerUnit) : Infinity;
    // One lucky measurement must not make a piece that blocks for long.
    this.units = Math.max(1, Math.min(wanted, 2 * this.units));
  }
}

/** Evaluating may take a fifth of the time: so much training comes before the next evaluation. */
const TRAINING_PER_EVALUATION = 4;
/** The first evaluation comes soon; later ones no closer than this, however cheap they are. */
const FIRST_EVALUATION_AFTER = 0.25;
const SHORTEST_INTERVAL = 0.5;

/** Decides when the held-out images are due. */
export class EvaluationSchedule {
  #cost = 0;
  #trained = 0;
  #interval = FIRST_EVALUATION_AFTER;

  /** @param {number} seconds of training that went by */
  trained(seconds) {
    this.#trained += seconds;
  }

  /** @param {number} seconds that the evaluation took */
  evaluated(seconds) {
    this.#cost = seconds;
    // That of the fresh weights is not the one that is to come soon.
    if (this.#trained === 0) return;
    this.#trained = 0;
    this.#interval = Math.max(SHORTEST_INTERVAL, TRAINING_PER_EVALUATION * seconds);
  }

  get due() {
    return this.#trained >= this.#interval;
  }

  /**
   * Another evaluation is due so soon after this one that this one can wait for it.
   * @param {number} seconds until that one
   */
  canWait(seconds) {
    return seconds < this.#interval;
  }

  /**
   * Epochs are long enough to evaluate at the end of each one.
   * @param {number} epochSeconds
   */
  everyEpoch(epochSeconds) {
    return epochSeconds >= TRAINING_PER_EVALUATION * this.#cost;
  }
}

/** So long, in seconds, may be caught up on that was missed. */
const CATCH_UP = 0.1;

/** Lets so many steps a second through, evenly; the first one at once. */
export class Beat {
  #next;

  /**
   * @param {number} perSecond Infinity for as fast as it goes
   * @param {number} now in seconds, here and below
   */
  constructor(perSecond, now) {
    this.perSecond = perSecond;
    this.#next = now;
  }

  /** How many steps are due. @param {number} now */
  due(now) {
    if (this.perSecond === Infinity) return Infinity;
    this.#next = Math.max(this.#next, now - CATCH_UP);
    return now < this.#next ? 0 : Math.floor((now - this.#next) * this.perSecond) + 1;
  }

  /** @param {number} steps that were done */
  done(steps) {
    this.#next += steps / this.perSecond;
  }

  /** Seconds until the next step is due. @param {number} now */
  wait(now) {
    return Math.max(0, this.#next - now);
  }
}

/** Images a second over about the last second of training. */
export class Rate {
  /** @type {{ at: number, images: number }[]} */
  #recent = [];

  /**
   * @param {number} at seconds of training so far
   * @param {number} images that were trained on since the last call
   */
  add(at, images) {
    this.#recent.push({ at, images });
    while (this.#recent.length > 2 && at - (this.#recent[1]?.at ?? at) >= 1) this.#recent.shift();
  }

  /** 0 before it can be told. */
  get perSecond() {
    const [first, ...later] = this.#recent;
    const seconds = (later.at(-1)?.at ?? 0) - (first?.at ?? 0);
    return seconds < 0.1 ? 0 : later.reduce((sum, { images }) => sum + images, 0) / seconds;
  }
}
