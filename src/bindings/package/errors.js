/* What every error of the package has: a code beside its message. */

/** @param {string} code @param {string} message @param {unknown} [cause] */
export function coded(code, message, cause) {
  return Object.assign(new Error(message, cause === undefined ? undefined : { cause }), { code });
}
