/* What every error of the package has: a code beside its message. */

/** @param {string} code @param {string} message @param {unknown} [cause] */
export function coded(code, message, cause) {
  return Object.assign(new Error(message, cause === undefined ? undefined : { cause }), { code });
}

/** Throws `bad-options` for what has no fields. */
export function checkOptions(options) {
  if (typeof options !== "object" || options === null) throw coded("bad-options", "the options must be an object");
}
