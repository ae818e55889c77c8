/**
 * What a teacher finds in the presenter window for this board: a second layer, and networks of any depth.
 */

/** @import { Notes } from "../../shell/notes" */

/** @type {Notes} */
export const notes = {
  tab: "tab",
  acts: {
    "two-lines": {
      minutes: { 50: 4, 90: 7 },
      words: {
        en: {
          say: "Two lines, and a third that looks only at their answers. Drag the lines, then play the fold slowly.",
          ask: "Where do the four points land once each is told by the two answers only?",
          expect: "On four corners. In fact two of them land on the same one, and then one line is enough.",
          misunderstanding: "“The second layer draws a curve.” It draws one line, in another plane.",
        },
        ko: {
          say: "직선 둘, 그리고 둘의 답만 보는 셋째 직선이에요. 직선을 끌어 보고, 접히는 모습을 천천히 보여 주세요.",
          ask: "두 답만 남기면 네 점은 어디로 갈까요?",
          expect: "네 꼭짓점이라고들 해요. 실제로는 두 점이 한곳에 겹치고, 그러면 직선 하나로 충분해요.",
          misunderstanding: "“둘째 층은 곡선을 긋는다.” 직선을 그어요. 다만 다른 평면에서 그어요.",
        },
      },
    },
    playground: {
      minutes: { 50: 3, 90: 5 },
      words: {
        en: {
          say: "Take the circle first, with no hidden layer, then with three units. Slow: let them see the boundary being born. Then the spiral as a contest.",
          ask: "With how few units does it manage the circle? And the spiral?",
          expect: "Three lines close a circle. For the spiral most begin far too small, and then far too large.",
          misunderstanding: "“Larger is always better.” Turn up the noise and watch the test loss rise while the training loss falls.",
        },
        ko: {
          say: "원부터 하세요. 은닉층 없이, 그다음 유닛 셋으로요. 경계가 생겨나는 모습이 보이도록 천천히. 나선은 대회로 하면 좋아요.",
          ask: "원은 유닛 몇 개로 될까요? 나선은요?",
          expect: "원은 직선 세 개면 둘러싸요. 나선은 대개 너무 작게 시작했다가 너무 크게 가요.",
          misunderstanding: "“클수록 좋다.” 노이즈를 올리고, 학습 손실이 내려가는 동안 시험 손실이 올라가는 모습을 보여 주세요.",
        },
      },
    },
    "deep-or-wide": {
      minutes: { 50: 1, 90: 2 },
      words: {
        en: {
          say: "Three networks with as many weights, one spiral. Ask before you run it, then watch the three boundaries.",
          ask: "Where would you put 130 weights: side by side, or one behind the other?",
          expect: "Opinions are divided. Two and four layers usually win clearly; one layer stays near guessing.",
          misunderstanding: "“The deeper the better.” Not without end: what is deeper is harder to train, and now and then one gets stuck. The bands show it.",
        },
        ko: {
          say: "가중치 수가 같은 신경망 셋, 나선 하나예요. 먼저 물어본 다음 학습하고, 세 경계를 함께 보세요.",
          ask: "가중치 130개를 옆으로 늘어놓을까요, 앞뒤로 쌓을까요?",
          expect: "의견이 갈려요. 대개 두 층과 네 층이 뚜렷하게 이기고, 한 층은 찍는 수준에 머물러요.",
          misunderstanding: "“깊을수록 좋다.” 끝없이 그렇지는 않아요. 깊을수록 학습이 어렵고, 가끔은 막혀요. 띠가 그 모습을 보여 줘요.",
        },
      },
    },
  },
};
