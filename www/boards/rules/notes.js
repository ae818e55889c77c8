/**
 * What a teacher finds in the presenter window for this board: the multiplication table, rules for two digits, and a network for the same.
 */

/** @import { Notes } from "../../shell/notes" */

/** @type {Notes} */
export const notes = {
  tab: "section",
  acts: {
    enough: {
      minutes: { 50: 2, 90: 3 },
      words: {
        en: {
          say: "Let the program of the multiplication table run and read its lines aloud. Somebody wrote every one of them, and it is right every time.",
          ask: "When would you write such a program, and when would you not know how to begin?",
          expect: "Clear rules: tax, timetables, tables. No rules to be named: a cat, a puppy or a bun.",
          misunderstanding: "“Rules are old-fashioned.” They are not: where they can be written down, they are the better answer.",
        },
        ko: {
          say: "구구단 프로그램을 실행하고 코드를 소리 내어 읽어 주세요. 한 줄 한 줄 사람이 썼고, 언제나 맞아요.",
          ask: "어떤 문제라면 이렇게 프로그램을 쓰겠어요? 어떤 문제라면 시작도 못 할까요?",
          expect: "규칙이 분명한 것: 세금, 시간표, 구구단. 규칙을 말하기 어려운 것: 고양이, 강아지와 빵 구별하기.",
          misunderstanding: "“규칙은 옛날 방식이다.” 그렇지 않아요. 규칙을 쓸 수 있는 문제라면 규칙이 더 나은 답이에요.",
        },
      },
    },
    break: {
      minutes: { 50: 5, 90: 8 },
      words: {
        en: {
          say: "Begin with no rule and let the room suggest measures until 95 of 100 are right. Then move the sliders of the new data one after the other, slowly.",
          ask: "We have 95 %. What is left of it when the digits are a little smaller, turned, or white on black?",
          expect: "Most guess 80 or 90 %. With everything at once it is hardly better than a coin.",
          misunderstanding: "“Then we only need more rules.” Add one for the new case together, and watch an old case break.",
        },
        ko: {
          say: "규칙이 하나도 없는 데서 시작해요. 학생들이 말하는 특징으로 95%까지 함께 올린 다음, 새 데이터의 슬라이더를 하나씩 천천히 움직이세요.",
          ask: "지금 95%예요. 숫자가 조금 작아지거나, 기울거나, 흑백이 뒤집히면 몇 퍼센트가 남을까요?",
          expect: "대개 80~90%라고 답해요. 한꺼번에 바꾸면 동전 던지기와 거의 같아져요.",
          misunderstanding: "“그럼 규칙을 더 쓰면 된다.” 새 규칙을 함께 하나 더해 보고, 잘되던 것이 무너지는 모습을 보여 주세요.",
        },
      },
    },
    learn: {
      minutes: { 50: 4, 90: 6 },
      words: {
        en: {
          say: "The same two digits, no rule: a network learns them in seconds. Then the same new data, without and with distorted examples.",
          ask: "It has learnt without rules. Does it read the distorted digits?",
          expect: "Many trust it and say yes. It fails as the rules did, until it has seen such examples.",
          misunderstanding: "“Networks generalise by themselves.” They cope with what is like what they have seen.",
        },
        ko: {
          say: "같은 두 숫자를 규칙 없이 배우게 해요. 몇 초면 돼요. 그다음 같은 새 데이터를, 변형된 예제를 보여 주기 전과 후로 비교하세요.",
          ask: "규칙 없이 배웠어요. 변형된 숫자도 읽을까요?",
          expect: "믿고 그렇다고 하는 학생이 많아요. 그런 예제를 보기 전에는 규칙처럼 무너져요.",
          misunderstanding: "“신경망은 알아서 일반화한다.” 본 것과 비슷한 것에 강할 뿐이에요.",
        },
      },
    },
  },
};
