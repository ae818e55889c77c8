/** The libraries that the page writes code for. */
export const libraries = /** @type {const} */ (["keras", "pytorch"]);

/** @typedef {typeof libraries[number]} Library */
