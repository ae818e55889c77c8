/**
 * Numbers as the reader's locale writes them.
 */

/** @typedef {ReturnType<typeof createFormat>} Format */

/** @param {string} locale */
export function createFormat(locale) {
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const exact = new Intl.NumberFormat(locale, { maximumSignificantDigits: 6, useGrouping: false });
  const compact = new Intl.NumberFormat(locale, { notation: "compact", compactDisplay: "long", maximumSignificantDigits: 3 });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
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
    /** @param {string[]} items */
    list: (items) => list.format(items),
  };
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
