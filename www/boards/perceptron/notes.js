/**
 * What a teacher finds in the presenter window for this board: one line, and what it cannot do.
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
          say: "One neuron: two weights, a bias, a step. Set AND together with the sliders, then OR, then NAND. Then XOR, and let them try before anybody says that it cannot be done.",
          ask: "How many of the four can one line do?",
          expect: "All four, say most. After some minutes somebody says: this one does not work. Only then open “Why not”.",
          misunderstanding: "“With enough training it would work.” The rule goes round for ever: no line does it, however it is found.",
        },
        ko: {
          say: "뉴런 하나: 가중치 둘, 편향, 계단 함수. 슬라이더로 AND를 함께 맞추고 OR, NAND로 가요. 그다음 XOR: 안 된다고 말하기 전에 먼저 해 보게 하세요.",
          ask: "네 개 가운데 직선 하나로 되는 것은 몇 개일까요?",
          expect: "대부분 네 개 모두라고 해요. 몇 분 지나면 누군가 ‘이건 안 돼요’라고 말해요. 그때 ‘왜 안 될까요?’를 여세요.",
          misunderstanding: "“오래 학습하면 된다.” 끝없이 제자리를 맴돌아요. 어떻게 찾든 그런 직선은 없어요.",
        },
      },
    },
  },
};
