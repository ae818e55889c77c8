/** What the list of keys says beside the keys. It comes with the list. */
export const texts = {
  "keys.letters": "Letter keys",
  "keys.lettersOff": "Switched off, the letters and ? do nothing: for those who dictate, or who press a key by accident. Space, the arrows, PageUp and PageDown stay.",
  "keys.tab": "Tab reaches everything; arrows go from tab to tab.",
  "keys.lines": "With a line in focus: arrows move it, Shift with arrows turns it.",
  "keys.chart": "With a chart in focus: arrows read its curves, Enter (Shift+Enter on a button in it) opens a menu to save its picture and its numbers. So do the right button and a long press.",
};
