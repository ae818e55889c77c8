/**
 * Hangul as letters: syllables are taken apart into initial consonants, vowels and final consonants.
 */

const FIRST_INITIAL = 0x1100;
const FIRST_VOWEL = 0x1161;
const FIRST_FINAL = 0x11a8;
const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
const FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

/**
 * As a network is given it. A letter that stands alone, as one types it, counts as an initial consonant or a vowel.
 * @param {string} text
 */
export function takenApart(text) {
  return text.normalize("NFKD").toLowerCase();
}

/**
 * As people read it; what makes no syllable is shown letter by letter.
 * @param {string} letters
 */
export function putTogether(letters) {
  return [...letters.normalize("NFC")].map(shown).join("");
}

/** @param {string} letter */
export function isFinalConsonant(letter) {
  return finalOf(letter) !== undefined;
}

/** @param {string} letter */
function finalOf(letter) {
  return FINALS[(letter.codePointAt(0) ?? 0) - FIRST_FINAL];
}

/** Fonts have the letters that stand alone, while those that are parts of a syllable come out badly. @param {string} letter */
function shown(letter) {
  const code = letter.codePointAt(0) ?? 0;
  return INITIALS[code - FIRST_INITIAL] ?? VOWELS[code - FIRST_VOWEL] ?? finalOf(letter) ?? letter;
}
