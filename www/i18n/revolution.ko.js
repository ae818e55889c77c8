/**
 * 혁명 보드의 틀과 "더 많은 데이터", "하드웨어 경주" 탭.
 * @type {Record<keyof typeof import("./revolution.en.js").revolution, string>}
 */
export const revolution = {
  "revolution.title": "왜 지금",
  "revolution.question": "왜 지금일까요?",
  "revolution.tabs": "이유",
  "revolution.more-data": "더 많은 데이터",
  "revolution.race": "하드웨어 경주",

  "moreData.lead": "같은 신경망을 같은 스텝 수만큼 학습합니다. 다른 것은 배우는 이미지의 수뿐입니다.",

  "race.lead": "같은 신경망이 같은 배치를 두 번 배웁니다. 한 번은 CPU 코어 하나에서, 한 번은 그래픽 카드에서.",
};
