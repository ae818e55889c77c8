/** The cover. */
export const texts = {
  "cover.title": "Deep learning, live and by hand",
  "cover.lead":
    "The first lecture of a deep-learning course as one page. Break rules, find out what one line cannot do, add a layer that can, and watch a network learn to read. All of it is computed here, on this machine.",
  "cover.start": "Start",
  "cover.keys": "→ turns the page, ? lists all keys.",
};
