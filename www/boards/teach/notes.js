/**
 * What a teacher finds in the presenter window for this board: the loop of guess and correct.
 */

/** @import { Notes } from "../../shell/notes" */

/** @type {Notes} */
export const notes = {
  tab: null,
  acts: {
    board: {
      minutes: { 50: 5, 90: 8 },
      words: {
        en: {
          say: "Have two students draw, in turn, a kind each. The machine guesses before it is told; the room says right or wrong.",
          ask: "How many drawings of each kind will it need until it is right nine times in ten?",
          expect: "Hundreds or thousands, most say. For two plain kinds about ten are enough.",
          misunderstanding: "“It knows what a cat is.” It knows two kinds of drawings. Draw a third thing: it must still choose one of the two.",
        },
        ko: {
          say: "두 학생이 번갈아 한 종류씩 그리게 하세요. 컴퓨터가 먼저 추측하고, 모두가 맞았는지 틀렸는지 알려 줘요.",
          ask: "열 번에 아홉 번 맞히려면 종류마다 그림이 몇 장 필요할까요?",
          expect: "수백 장, 수천 장이라는 답이 많아요. 뚜렷하게 다른 두 종류라면 열 장쯤이면 충분해요.",
          misunderstanding: "“고양이가 무엇인지 안다.” 두 종류의 그림을 구별할 뿐이에요. 제3의 것을 그려도 둘 가운데 하나를 골라요.",
        },
      },
    },
  },
};
