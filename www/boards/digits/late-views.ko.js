/**
 * 처음 볼 때 가져오는 화면에 나오는 말. 화면과 함께 와요.
 * @type {Record<keyof typeof import("./late-views.en.js").texts, string>}
 */
export const texts = {
  "confusion.predicted": "예측",
  "confusion.actual": "정답",
  "confusion.right": "정답과 예측이 모두 {actual}: {count}장",
  "confusion.wrong": "정답 {actual}, 예측 {predicted}: {count}장",
  "confusion.predictions": "예측 내려받기 (CSV)",
  "confusion.image": "시험 이미지",
  "confusion.confidence": "확신",
  "confusion.press": "칸을 누르면 그 이미지들을 봐요.",
  "mistakes.title": "시험 이미지 {images}장 중 {count}장을 틀렸어요. 확신이 높은 것부터:",
  "weights.name": "첫 층의 가중치 그림",
  "weights.title": "첫 층 유닛 {all}개 중 {shown}개가 찾는 것 (유닛마다 가장 큰 가중치에 맞춘 색)",
  "weights.noHidden": "출력 {shown}개가 각각 찾는 것 (출력마다 가장 큰 가중치에 맞춘 색)",
  "weights.positive": "획이 있으면 켜짐",
  "weights.negative": "획이 있으면 꺼짐",
  "inside.hint": "그림판에 그리면 층마다 어떻게 반응하는지 보여요.",
  "inside.follow": "픽셀 하나 따라가기 …",
  "inside.followed": "픽셀 하나가 답이 되기까지",
  "inside.input": "입력: 28 × 28 픽셀",
  "inside.layer": "은닉층 {number}: 유닛 {units}개 중 {active}개가 반응",
  "inside.output": "출력: 0부터 9까지",
  "inside.outputOwn": "출력: {kinds}",
};
