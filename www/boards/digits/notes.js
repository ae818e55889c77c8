/**
 * What a teacher finds in the presenter window for this board: a network that learns to read.
 */

/** @import { Notes } from "../../shell/notes" */

/** @type {Notes} */
export const notes = {
  tab: null,
  acts: {
    board: {
      minutes: { 50: 5, 90: 9 },
      words: {
        en: {
          say: "Data, model, loss: point at the three cards. Press Train and write a digit at once, while it is still bad; write again every few seconds. Then open the confusion matrix.",
          ask: "After how many seconds will it read your digit? Which two will it mix up most?",
          expect: "Within seconds on most machines. 4 and 9, 3 and 5, 7 and 2.",
          misunderstanding: "“99.9 % sure means right.” Draw a star: it is just as sure, for it has to choose one of ten.",
        },
        ko: {
          say: "데이터, 모델, 손실: 카드 세 장을 짚어 주세요. 학습을 누르자마자 아직 못 읽을 때 숫자를 쓰고, 몇 초마다 다시 쓰세요. 그다음 혼동 행렬을 여세요.",
          ask: "몇 초 뒤에 여러분의 숫자를 읽을까요? 가장 헷갈리는 두 숫자는 무엇일까요?",
          expect: "대부분의 기기에서 몇 초면 돼요. 4와 9, 3과 5, 7과 2를 헷갈려요.",
          misunderstanding: "“99.9% 확신하면 맞다.” 별을 그려 보세요. 열 개 가운데 하나를 골라야 하니 그때도 똑같이 확신해요.",
        },
      },
    },
  },
};
