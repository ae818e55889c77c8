/**
 * What a teacher finds in the presenter window for this board: how the weights are found.
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
          say: "Read the formula aloud once, symbol by symbol, and press each one. Then take single steps, and have the room say where the next one goes.",
          ask: "What happens if every step is ten times as long?",
          expect: "“It is ten times as fast.” Up to a point; beyond it jumps over the valley and flies off.",
          misunderstanding: "“It sees the whole surface.” It feels only the slope under its feet.",
        },
        ko: {
          say: "수식을 기호 하나씩 짚으며 소리 내어 읽어 주세요. 그다음 한 스텝씩 가면서, 다음 스텝이 어디로 갈지 학생들이 말하게 하세요.",
          ask: "한 스텝이 열 배 길어지면 어떻게 될까요?",
          expect: "“열 배 빨라져요.” 어느 정도까지는 그래요. 그 너머에서는 골짜기를 뛰어넘어 튕겨 나가요.",
          misunderstanding: "“지형 전체를 본다.” 발밑의 기울기만 느껴요.",
        },
      },
    },
  },
};
