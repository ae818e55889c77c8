/**
 * What a teacher finds in the presenter window for this board: data, machines, and fields.
 */

/** @import { Notes } from "../../shell/notes" */

/** @type {Notes} */
export const notes = {
  tab: "tab",
  acts: {
    "more-data": {
      minutes: { 50: 2, 90: 4 },
      words: {
        en: {
          say: "The same network four times, with 100 to 60,000 images. Let it run while you talk of where the images of our time come from.",
          ask: "Six hundred times as many images: how much more does it read rightly?",
          expect: "From about three in four to more than 97 in 100. The last points cost the most.",
          misunderstanding: "“More data always helps as much.” Each step up needs many times as much as the one before.",
        },
        ko: {
          say: "같은 신경망 네 개를 이미지 100장부터 60,000장까지로 학습시켜요. 돌아가는 동안 요즘 데이터가 어디서 오는지 이야기하세요.",
          ask: "이미지가 600배면 얼마나 더 잘 읽을까요?",
          expect: "넷에 셋쯤에서 백에 아흔일곱 이상으로 올라요. 마지막 몇 퍼센트가 가장 비싸요.",
          misunderstanding: "“데이터는 늘린 만큼 좋아진다.” 한 걸음 오를 때마다 몇 배가 더 필요해요.",
        },
      },
    },
    race: {
      minutes: { 50: 2, 90: 4 },
      words: {
        en: {
          say: "The same sums on one core and on the graphics card. Say what the device line says: it may be software here.",
          ask: "Which one wins, and by how much?",
          expect: "The card, by ten to a hundred times where it is a real one. With software the CPU may win.",
          misunderstanding: "“A GPU is a faster CPU.” Each of its cores is slower; there are thousands, and these sums can all be done at once.",
        },
        ko: {
          say: "같은 계산을 코어 하나와 그래픽 카드에 맡겨요. 장치 줄에 무엇이라고 쓰여 있는지 읽어 주세요. 소프트웨어일 수도 있어요.",
          ask: "어느 쪽이, 얼마나 앞설까요?",
          expect: "진짜 그래픽 카드라면 열 배에서 백 배 앞서요. 소프트웨어라면 CPU가 이길 수도 있어요.",
          misunderstanding: "“GPU는 빠른 CPU다.” 코어 하나는 더 느려요. 다만 수천 개이고, 이 계산은 한꺼번에 할 수 있어요.",
        },
      },
    },
    fields: {
      minutes: { 50: 1, 90: 3 },
      words: {
        en: {
          say: "Four fields in a minute each at most: vision, language, recommendation, reinforcement. Press one, leave the others for home.",
          ask: "What stays the same in all four, and what changes?",
          expect: "Examples, a loss and small steps stay; what goes in and what counts as good changes. The last has no network at all.",
          misunderstanding: "“AI is one thing.” It is one way of finding numbers, used for very different questions.",
        },
        ko: {
          say: "네 분야를 길어야 1분씩만: 컴퓨터 비전, 자연어 처리, 추천 시스템, 강화 학습. 하나만 눌러 보고 나머지는 숙제로 남기세요.",
          ask: "넷 모두에서 같은 것은 무엇이고, 다른 것은 무엇일까요?",
          expect: "예제, 손실, 작은 스텝은 같아요. 무엇이 들어가고 무엇을 잘했다고 볼지가 달라요. 마지막에는 신경망도 없어요.",
          misunderstanding: "“AI는 한 가지다.” 수를 찾는 한 가지 방법을 아주 다른 물음에 쓰는 거예요.",
        },
      },
    },
  },
};
