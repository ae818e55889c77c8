/**
 * What guides a visitor while an act runs.
 */

import type { Language } from "../../i18n";

/** A line that looks at what has been done; it comes with the code that looks, when the act runs, and not with the board. */
export type Hint = Record<Language, string>;

/** Reads signals. Null: there is nothing to add to what the act itself says. */
export type Guide = () => Hint | null;
