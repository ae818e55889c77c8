/**
 * 활동지.
 * @type {Record<keyof typeof import("./worksheet.en.js").texts, string>}
 */
export const texts = {
  "worksheet.lead": "먼저 예상하고, 보드에서 해 보고, 무엇이 왜 나왔는지 적어 보세요.",
  "worksheet.name": "이름",
  "worksheet.predicted": "나의 예상",
  "worksheet.came": "결과",
  "worksheet.why": "이유",
  "worksheet.key": "풀이",
  "worksheet.print": "인쇄",
};
