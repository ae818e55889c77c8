/**
 * 이미지가 조금뿐일 때 할 수 있는 것.
 * @type {Record<keyof typeof import("./few.en.js").texts, string>}
 */
export const texts = {
  "next.few": "적은 데이터로 더 많이",

  "few.lead": "똑같은 합성곱 신경망 셋이 같은 처음 가중치로 시작해, 얼마 안 되는 같은 이미지로 배워요. 가르치는 방법만 달라요.",
  "few.run": "셋 다 학습",
  "few.idle": "20초쯤이면 곡선이 두 개씩 세 쌍 나와요.",
  "few.images": "학습 이미지",
  "few.images.1000": "1,000장",
  "few.images.100": "100장",
  "few.plain": "변형 없이",
  "few.distorted": "변형해서",
  "few.dropout": "드롭아웃으로",
  "few.part.best": "{name}, 가장 높은 시드",
  "few.part.worst": "{name}, 가장 낮은 시드",
  "few.part.underWay": "{name}, 이번 시드",
  "few.part.mean": "{name}",
  "few.steps": "{steps}스텝",
  "few.outcome": "{name} {accuracy}",
  "few.none": "아직 학습하지 않았어요",
  "few.test": "시험 정확도",
  "few.gap": "과적합: 훈련과 시험의 차이 {points}%p",
  "few.noGap": "과적합 없음: 훈련과 시험이 거의 같아요",
  "few.asTheyAre": "이미지 열 장, 있는 그대로",
  "few.fed": "같은 열 장, {epoch}에폭의 모습, 시드 {seed}",
  "few.same": "셋 모두 똑같은 것",
  "few.sameSummary": "{epochs}에폭",
  "few.sameDetail": "이미지 {images}장, {batch}장씩 {steps}스텝",
  "few.sameExplained":
    "MNIST의 처음 {images}장, 스텝 수, 옵티마이저(Adam)와 학습률, 그리고 한 번도 변형하지 않는 시험 이미지 {tests}장이 같아요. 변형할 때는 에폭마다 이미지를 저마다 다르게 조금씩 돌리고 기울이고 늘이거나 줄이고 옮겨요. 드롭아웃에서는 학습하는 동안 마지막 층 앞의 값을 스텝마다 무작위로 절반씩 빼요.",

  "next.story.few.ask": "이미지 1,000장을 되풀이해서 봐요. 에폭마다 새로 변형하면 같은 이미지를 두 번 보는 일이 없어요. 시험 이미지에서 틀리는 수는 어떻게 될까요?",
  "next.story.few.more": "더 많이 틀려요",
  "next.story.few.same": "비슷하게 틀려요",
  "next.story.few.fewer": "더 적게 틀려요",
  "next.story.few.run": "셋 다 학습시키고, 두 곡선 사이를 보세요.",
  "next.story.few.explain": "변형하면 시험 정확도가 {without}에서 {distorted}로 올라요. 변형하지 않으면 이미지를 외워 버리고, 그때 벌어지는 훈련과 시험의 차이를 과적합이라고 해요. 에폭마다 새로운 것은 외울 수 없어요.",
  "next.story.few.other": "변형하면 {distorted}, 변형하지 않으면 {without}예요. 다른 시드에서는 변형이 대개 도움이 돼요. 에폭마다 새로운 것은 외울 수 없으니까요.",
  "next.story.few.onward": "이미지가 100장뿐이라면요?",
  "next.story.fewer.ask": "이제 이미지가 숫자마다 열 장쯤, 모두 100장뿐이에요. 스텝 수는 그대로예요. 변형하면 시험 이미지에서 틀리는 수는 이번에 어떻게 될까요?",
  "next.story.fewer.run": "셋 다 학습시키세요. 이미지마다 200번씩 봐요.",
  "next.story.fewer.explain": "변형하면 시험 정확도가 {without}에서 {distorted}로 올라요. 이미지가 적을수록 얻는 것이 많아요. 하지만 100장에 없는 모습은 변형해도 생기지 않아요. 가운데에 금을 그은 7은 여전히 몰라요.",
  "next.story.fewer.onward": "그런데 신경망은 늘 아무것도 모르는 채로 시작해야 할까요?",
};
