/*
 * The states that the layout is looked at in: each by its address, and by what a visitor does there where the address
 * does not tell it. A board's are in a file of its name. They are gone through in this order by one page, in English until
 * they are reached: what one of them has learnt, the next ones show.
 */
import { boards } from "../support/boards.js";

/** @import { Page } from "@playwright/test" */

/**
 * @typedef {object} State
 * @property {string} name
 * @property {string} address the board's part of it
 * @property {boolean} [isEverywhere] one of each kind is looked at in the other engines as well
 * @property {(page: Page) => Promise<unknown>} [reach]
 * @property {(page: Page) => Promise<unknown>} [leave]
 */

/** @type {{ states: State[] }[]} */
const parts = await Promise.all(["pages", "story", ...boards].map((name) => import(`./states/${name}.js`)));

export const states = parts.flatMap((part) => part.states);

export const fewStates = states.filter(({ isEverywhere }) => isEverywhere);
