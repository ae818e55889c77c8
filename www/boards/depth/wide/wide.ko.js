/**
 * 깊이 보드의 탭: 깊게 또는 넓게.
 * @type {Record<keyof typeof import("./wide.en.js").texts, string>}
 */
export const texts = {
  "wide.lead": "가중치 수가 비슷한 세 신경망이 같은 나선을 배워요. 하나는 가중치가 모두 한 층에, 나머지는 두 층과 네 층에 나뉘어 있어요.",
  "wide.run": "셋 모두 학습하기",
  "wide.idle": "나선 세 개를 몇 초 만에 배워요.",
  "wide.hint": "셋 모두 학습하기를 눌러 보세요. 어느 것이 나선을 따라 감길까요?",
  "wide.chart": "맞힌 시험 점",
  "wide.axis": "스텝마다",
  "wide.one": "한 층",
  "wide.two": "두 층",
  "wide.four": "네 층",
  "wide.shape": "{units}: 가중치 {parameters}개",
  "wide.picture": "유닛 {units}개인 신경망이 시드 {seed}에서 평면의 모든 곳에 내리는 판단과, 배우는 점",
  "wide.ofSeed": "시드 {seed}",
  "wide.short.one": "한 층",
  "wide.short.two": "두 층",
  "wide.short.four": "네 층",
  "wide.part.best": "유닛 {units}개, 가장 좋은 시드",
  "wide.part.worst": "유닛 {units}개, 가장 나쁜 시드",
  "wide.part.underWay": "유닛 {units}개, 지금 시드",
  "wide.part.mean": "유닛 {units}개",
  "wide.steps": "{steps}스텝",
  "wide.outcome": "유닛 {units}개 {accuracy}",
  "wide.none": "아직 아무것도 학습하지 않았어요",
  "wide.same": "셋 모두 같은 것",
  "wide.sameSummary": "가중치 약 {parameters}개",
  "wide.sameDetail": "점 {points}개, 배치 {batch}개씩 {steps}스텝",
  "wide.sameExplained":
    "같은 점을 같은 배치로, 같은 tanh와 같은 Adam, 같은 학습률 0.01로 배워요. 같은 수의 다른 점으로 시험해요. 처음 가중치와 점, 점의 순서는 시드가 정해요. 편향도 가중치로 세었어요.",

  "depth.story.wide.ask": "가중치는 저마다 130개쯤. 모두 한 층에, 두 층에, 또는 네 층에 있어요. 어느 신경망이 나선을 가장 잘 배울까요?",
  "depth.story.wide.one": "한 층",
  "depth.story.wide.two": "두 층",
  "depth.story.wide.four": "네 층",
  "depth.story.wide.alike": "모두 비슷하게",
  "depth.story.wide.run": "셋 모두 학습하고, 경계가 어디서 굽는지 지켜보세요.",
  "depth.story.wide.explain": "한 층은 {one}, 두 층은 {two}, 네 층은 {four}였어요. 한 층에서는 유닛마다 평면을 한 번씩 굽혀요. 층이 늘 때마다 이미 굽은 것을 또 굽히니 적은 유닛으로도 굽이가 많아져요. 하지만 깊어질수록 학습은 더 어려워져요.",
  "depth.story.wide.other": "한 층은 {one}, 두 층은 {two}, 네 층은 {four}였어요. 다른 시드에서는 대개 깊은 쪽이 이겨요. 둘째 층은 첫 층이 굽힌 것을 또 굽히니 적은 유닛으로도 굽이가 많아져요.",
  "depth.story.wide.onward": "운이었을까요? 나선 아홉 개로 해 볼까요?",
};
