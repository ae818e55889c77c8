/** What the menu of a chart says, and the files that it makes. It comes with the menu. */
export const texts = {
  "chart.menu": "Take this chart along",
  "chart.png": "Save picture (PNG)",
  "chart.svg": "Save picture (SVG)",
  "chart.csv": "Download CSV",
  "chart.failed": "The file could not be made.",
  "chart.steps": "Steps",
  "chart.accuracy": "Part that is right",
};
