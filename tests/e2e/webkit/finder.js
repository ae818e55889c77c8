/* Finding things in the page as people do: by what they are and what they are called. */

/** @typedef {(role: "alert" | "button" | "heading" | "link" | "radio" | "slider" | "status" | "tab", name?: string) => HTMLElement | undefined} Finder */

/**
 * To be run in the page. Gives it `window.find(role, name)`: the first that one sees; its name is all of what is said of it
 * to those who do not see.
 */
export function provideFinder() {
  const roles = {
    alert: "[role=alert]",
    button: "button, [role=button]",
    heading: "h1",
    link: "a[href]",
    // What is seen of it, and pressed, is its label.
    radio: "label:has([type=radio])",
    slider: "[role=slider], input[type=range]",
    status: "output, [role=status]",
    tab: "[role=tab]",
  };
  const nameOf = (/** @type {HTMLElement} */ element) => {
    const labels = (element.getAttribute("aria-labelledby")?.split(" ") ?? []).map((id) => document.getElementById(id)?.textContent);
    return (element.getAttribute("aria-label") ?? labels[0] ?? element.textContent ?? "").trim();
  };
  /** @type {Finder} */
  const find = (role, name) => {
    const elements = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(roles[role])]);
    return elements.find((element) => element.checkVisibility() && (name === undefined || nameOf(element) === name));
  };
  Object.assign(window, { find });
}
