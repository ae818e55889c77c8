/*
 * The states that the layout is looked at in: each by its address, and by what a visitor does there where the address
 * does not tell it. A board's are in a file of its name. Those of a file are gone through in this order by one page, in English
 * until they are reached: what one of them has learnt, the next ones show. The files know nothing of each other.
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

/** @type {{ name: string, states: State[] }[]} */
export const parts = await Promise.all(["pages", "story", ...boards].map(async (name) => ({ name, ...(await import(`./states/${name}.js`)) })));

export const fewStates = parts.flatMap(({ states }) => states).filter(({ isEverywhere }) => isEverywhere);
