/**
 * 차트 메뉴와 거기서 나온 파일에 쓰는 말. 메뉴와 함께 와요.
 * @type {Record<keyof typeof import("./chart.en.js").texts, string>}
 */
export const texts = {
  "chart.menu": "이 차트 가져가기",
  "chart.png": "그림 저장 (PNG)",
  "chart.svg": "그림 저장 (SVG)",
  "chart.csv": "CSV 내려받기",
  "chart.failed": "파일을 만들지 못했어요.",
  "chart.steps": "스텝",
  "chart.accuracy": "맞은 비율",
};
