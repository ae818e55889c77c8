/**
 * Numbers as the reader's locale writes them.
 */

/** @typedef {ReturnType<typeof createFormat>} Format */

/** Whether numbers can be written as there: a browser may name any word as its language. @param {string} tag */
export function isLocale(tag) {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** @param {string} locale */
export function createFormat(locale) {
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const exact = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6, useGrouping: false });
  const compact = new Intl.NumberFormat(locale, { notation: "compact", compactDisplay: "long", maximumSignificantDigits: 3 });
  const time = new Intl.DateTimeFormat(locale, { month: "long", day: "numeric", hour: "numeric", minute: "2-digit" });
  const list = locale.startsWith("ko") ? koreanList : new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    /** @param {number} value */
    integer: (value) => integer.format(value),
    /** @param {number} value @param {number} digits after the point, always so many */
    fixed: (value, digits) => fixedFormat(locale, digits).format(value),
    /** Three significant digits. @param {number} value */
    short: (value) => short.format(value),
    /** A large number as one says it: 17.6 billion. @param {number} value */
    compact: (value) => compact.format(value),
    /** A setting as it was made: 0.001. @param {number} value */
    exact: (value) => (value !== 0 && (value < 1e-5 || value >= 1e7) ? value.toExponential() : exact.format(value)),
    /** @param {number} part 0 to 1 @param {number} digits after the point */
    percent: (part, digits) => percentFormat(locale, digits).format(part),
    /** The day and the time of day. @param {Date} at */
    time: (at) => time.format(at),
    /** @param {string[]} items */
    list: (items) => list.format(items),
  };
}

/** As one speaks: A, B와 C. What browsers know writes A, B 및 C, as no lecturer says. */
const koreanList = {
  /** @param {string[]} items */
  format: (items) => {
    const [last = "", ...before] = [...items].reverse();
    const joined = before.reverse().join(", ");
    return joined === "" ? last : `${joined}${endsInConsonant(joined) ? "과" : "와"} ${last}`;
  },
};

/** Whether a word ends in a consonant when it is read in Korean; digits are read as Sino-Korean numbers. @param {string} word */
function endsInConsonant(word) {
  const last = word.match(/[가-힣\d](?=[^가-힣\d]*$)/)?.[0] ?? "";
  return /\d/.test(last) ? "013678".includes(last) : last !== "" && (last.charCodeAt(0) - "가".charCodeAt(0)) % 28 > 0;
}

/** @type {Map<string, Intl.NumberFormat>} */
const made = new Map();

/** @param {string} locale @param {number} digits */
function fixedFormat(locale, digits) {
  return kept(`${locale} ${digits}`, () => withDigits(locale, digits, {}));
}

/** @param {string} locale @param {number} digits */
function percentFormat(locale, digits) {
  return kept(`${locale} ${digits} %`, () => withDigits(locale, digits, { style: "percent" }));
}

/** @param {string} locale @param {number} digits @param {Intl.NumberFormatOptions} options */
function withDigits(locale, digits, options) {
  return new Intl.NumberFormat(locale, { ...options, minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/**
 * Making a format takes far longer than using it.
 * @param {string} name
 * @param {() => Intl.NumberFormat} make
 */
function kept(name, make) {
  const format = made.get(name) ?? make();
  made.set(name, format);
  return format;
}
