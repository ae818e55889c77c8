/** The worksheet. */
export const texts = {
  "worksheet.lead": "Predict first, then try it on the board, then write down what came and why.",
  "worksheet.name": "Name",
  "worksheet.predicted": "I predict",
  "worksheet.came": "It came",
  "worksheet.why": "Because",
  "worksheet.key": "Key",
  "worksheet.print": "Print",
};
