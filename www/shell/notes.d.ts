/**
 * What a board says to its teacher, in the presenter's window.
 */

import type { Language } from "../i18n";

/** What a teacher may want to have before the eyes in an act of the lecture. */
export interface Note {
  say: string;
  ask: string;
  /** Answers to expect, and what comes. */
  expect: string;
  misunderstanding: string;
}

/** A board's notes, in the order of its acts: of its tabs, of the views within a tab, or of the board as one. */
export interface Notes {
  /** The setting that names the tab; null where there are none. */
  tab: string | null;
  /** By the tab's name, or any where several share a tab: then `at` has the settings that lead to each, the first one of a board
   *  those that its address leaves out. `minutes`: by the length of the lecture. */
  acts: Record<string, { at?: Record<string, string>; minutes: { 50: number; 90: number }; words: Record<Language, Note> }>;
}
