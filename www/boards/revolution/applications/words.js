/**
 * A list of words of one's own: read from what somebody has typed, or refused with the reason.
 */

/** @import { Key, Values } from "../../../i18n" */

export const wordLimits = { fewest: 5, most: 200, longest: 12, letters: 60 };

/**
 * @param {string} text words between white space or commas
 * @returns {{ words: string[] } | { problem: Key, values: Values }}
 */
export function readWords(text) {
  const words = text.normalize("NFC").toLowerCase().split(/[\s,;]+/).filter(Boolean);
  const { fewest, most, longest, letters } = wordLimits;
  const strange = words.find((word) => !/^\p{L}[\p{L}\p{M}'’-]*$/u.test(word));
  if (strange !== undefined) return { problem: "fields.words.strange", values: { word: strange } };
  const long = words.find((word) => [...word].length > longest);
  if (long !== undefined) return { problem: "fields.words.long", values: { word: long, longest: String(longest) } };
  if (words.length < fewest) return { problem: "fields.words.few", values: { fewest: String(fewest) } };
  if (words.length > most) return { problem: "fields.words.many", values: { words: String(words.length), most: String(most) } };
  const different = new Set(words.join("").normalize("NFKD")).size;
  if (different > letters) return { problem: "fields.words.letters", values: { different: String(different), letters: String(letters) } };
  return { words };
}
