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
  "chart.one": "클래스 1",
  "chart.zero": "클래스 0",
  "chart.positive": "0보다 큼",
  "chart.negative": "0보다 작음",
  "chart.decides": "신경망이 나눈 평면",
  "chart.rows": "직선마다 맞힌 줄의 수",
  "chart.fit": "찾을 함수와 배운 함수",
  "chart.now": "지금의 W",
  "chart.lowest": "가장 낮은 곳",
  "chart.right": "맞음",
  "chart.wrong": "틀림",
  "chart.answer": "신경망의 답",
  "chart.images": "이미지 수",
  "chart.positiveWeight": "0보다 큰 가중치",
  "chart.negativeWeight": "0보다 작은 가중치",
};
