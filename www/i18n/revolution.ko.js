/**
 * 혁명 보드의 틀과 "더 많은 데이터", "하드웨어 경주" 탭.
 * @type {Record<keyof typeof import("./revolution.en.js").revolution, string>}
 */
export const revolution = {
  "revolution.title": "왜 지금",
  "revolution.chapter": "데이터, 연산, GPU",
  "revolution.question": "왜 지금일까요?",
  "revolution.tabs": "이유",
  "revolution.more-data": "더 많은 데이터",
  "revolution.race": "하드웨어 경주",

  "moreData.lead": "같은 신경망 넷을 똑같은 스텝 수만큼 학습시킵니다. 다른 것은 단 하나, 학습에 쓰는 이미지의 수입니다.",
  "moreData.run": "데이터 늘려 보기",
  "moreData.idle": "몇 초면 곡선 네 개가 나옵니다.",
  "moreData.running": "시드 {seed}, 학습하는 중 …",
  "moreData.over": "끝났습니다. 다시 누르면 다른 시드로 한 번 더 합니다. 우연의 몫이 띠로 보입니다.",
  "moreData.allOver": "시드 {seeds}개로 모두 마쳤습니다.",
  "moreData.hint": "‘데이터 늘려 보기’를 누르세요. 어느 곡선이 얼마나 더 높이 올라갈까요?",
  "moreData.chart": "시험 정확도",
  "moreData.axis": "시험 이미지 10,000장 전체, 세로축은 50%부터",
  "moreData.steps": "{steps}스텝",
  "moreData.summaryOne": "이미지 {images}장일 때 {accuracy}",
  "moreData.none": "아직 학습하지 않았습니다",
  "moreData.images": "{images}장",
  "moreData.accuracyOf": "이미지 {images}장의 시험 정확도",
  "moreData.seen": "{times}번씩 봄",
  "moreData.mistakes": "{mistakes}장 틀림",
  "moreData.range": "{low}–{high}",
  "moreData.verdict": "데이터가 {times}배가 되자, 똑같은 시험 이미지 {images}장에서 틀린 것이 {before}장에서 {after}장으로 줄었습니다.",
  "moreData.why": "한 스텝에 50장을 봅니다. 100장은 두 스텝마다 되풀이되지만, 60,000장은 한 장을 두 번씩만 봅니다.",
  "moreData.same": "넷 모두 똑같은 것",
  "moreData.sameDetail": "{batch}장씩 {steps}스텝",
  "moreData.sameExplained":
    "처음 가중치, 스텝 수, 한 스텝에 보는 이미지 수, 학습률이 모두 같습니다. 시험도 학습에 쓰지 않은 똑같은 10,000장으로 봅니다. 100장, 1,000장, 10,000장은 MNIST의 앞에서부터 고른 것입니다. 넷 다 CPU에서 학습하므로 시드가 같으면 곡선도 늘 같습니다.",
  "moreData.seeds": "시드 개수",
  "moreData.seedsExplained": "시드가 다르면 처음 가중치와 이미지를 보는 순서가 달라집니다. 시드가 여럿이면 곡선은 평균이고, 띠는 가장 낮은 값부터 가장 높은 값까지입니다.",

  "race.lead": "같은 신경망이 같은 배치를 두 번 배웁니다. 한 번은 CPU 코어 하나에서, 한 번은 그래픽 카드에서.",
};
