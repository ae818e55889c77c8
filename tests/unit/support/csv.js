/**
 * What a program for tables finds in a file (RFC 4180), behind its mark.
 * @param {string} text
 * @returns {string[][]}
 */
export function rowsOf(text) {
  /** @type {string[][]} */
  const rows = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let row = [];
  for (const [, quoted, plain = "", end] of text.replace(/^\ufeff/, "").matchAll(cells)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "\r\n") {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}
