/**
 * 강의 끝의 되돌아보기.
 * @type {Record<keyof typeof import("./look-back.en.js").texts, string>}
 */
export const texts = {
  "look-back.sum": "실험 {came}개 가운데 {right}개가 예상대로 나왔어요. 예상이 빗나간 곳이 바로 새로 배우는 곳이에요.",
  "look-back.nothing": "보드에서 결과를 보고 나면, 여기에서 예상과 결과를 나란히 볼 수 있어요.",
  "look-back.came": "결과",
  "look-back.notYet": "아직 실행하지 않았어요",
  "look-back.same": "예상대로예요.",
  "look-back.other": "예상과 달랐어요. 이제는 왜 그런지 말할 수 있나요?",
  "look-back.open": "아직 예상하지 않은 질문",
  "look-back.anew": "처음부터 다시",
  "look-back.forgets": "지금까지의 예상과 이 창에서 보드가 낸 결과가 모두 지워져요.",
  "look-back.forget": "지우고 첫 보드부터 시작",
};
