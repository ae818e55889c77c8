/* What the rules find and what is meant so: by rule and place, with the reason. */

/** @type {{ rule: string, selector: string, reason: string }[]} */
export const exceptions = [
  { rule: "sideways", selector: "nav", reason: "On a phone the boards are a strip to be pushed along; the one that is shown is in view, and arrows beside it lead to the others." },
  { rule: "lost", selector: ".application-card:not(.open) .made-up", reason: "A small card shows as many whole lines of made-up words as fit; opened, it shows all of them." },
  { rule: "overfull", selector: ".application-card:not(.open) .made-up", reason: "The words that do not fit into a small card are whole lines below it." },
  { rule: "broken", selector: ".code-panel", reason: "A line of code that is wider than the screen goes on in the next one, wherever that is." },
];
