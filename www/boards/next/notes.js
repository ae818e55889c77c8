/**
 * What a teacher finds in the presenter window for this board: a window that looks for parts, more
 * from few images, a start from what is known, and the course.
 */

/** @import { Notes } from "../../shell/notes" */

/** @type {Notes} */
export const notes = {
  tab: "tab",
  acts: {
    kernel: {
      at: { tab: "parts", look: "kernel" },
      minutes: { 50: 1, 90: 2 },
      words: {
        en: {
          say: "Draw something large, then drag the window over it slowly and read the nine products aloud at an edge and on even ground.",
          ask: "Where will the map be strongest with this kernel?",
          expect: "Wherever there is ink, many say. It is strongest at the edges on one side only.",
          misunderstanding: "“Somebody chooses the kernels.” Here we do. In a network they are weights, and are learnt like all others.",
        },
        ko: {
          say: "무언가를 크게 그린 다음 창을 천천히 끌면서, 가장자리와 고른 곳에서 곱 아홉 개를 소리 내어 읽어 주세요.",
          ask: "이 커널로 지도는 어디에서 가장 강할까요?",
          expect: "잉크가 있는 곳 어디나라는 답이 많아요. 실제로는 한쪽 가장자리에서만 가장 강해요.",
          misunderstanding: "“커널은 사람이 고른다.” 여기서는 그래요. 신경망에서는 커널도 가중치이고, 다른 가중치처럼 학습돼요.",
        },
      },
    },
    pool: {
      at: { tab: "parts", look: "pool" },
      minutes: { 50: 1, 90: 1 },
      words: {
        en: {
          say: "Move the window slowly along an edge. At each place read the four sums aloud, and have the room call out which one is kept.",
          ask: "Three of four numbers are thrown away. What is lost with them?",
          expect: "“The details.” That is right: where exactly a part lies is lost, that it is there is kept, and 196 numbers are left of 784.",
          misunderstanding: "“Pooling learns which sum matters.” It has no weights and learns nothing: it always keeps the largest.",
        },
        ko: {
          say: "창을 가장자리를 따라 천천히 옮기세요. 자리마다 네 합을 소리 내어 읽고, 어느 것이 남을지 다 같이 말해 보게 하세요.",
          ask: "숫자 넷 가운데 셋을 버려요. 무엇을 잃을까요?",
          expect: "자세한 것을 잃는다고 해요. 맞아요. 정확히 어디였는지는 잃지만 그 부분이 있다는 것은 남아요. 784개가 196개로 줄어요.",
          misunderstanding: "“풀링은 어느 합이 중요한지 배운다.” 풀링에는 가중치가 없고 배우는 것도 없어요. 언제나 가장 큰 것을 남겨요.",
        },
      },
    },
    networks: {
      at: { tab: "parts", look: "networks" },
      minutes: { 50: 1, 90: 2 },
      words: {
        en: {
          say: "Ask first, then train both. While they learn, draw one large stroke and turn it slowly: some kernels light up for what lies, others for what stands.",
          ask: "Both read a digit in the middle well. What happens to them when it is moved by up to four pixels?",
          expect: "Nothing, many say: a moved 3 is still a 3. Both fall: of ten the dense one still reads three, the convolutional one six.",
          misunderstanding: "“A convolutional network does not mind where things are.” Its kernels do not, but its last layer does, which is dense. So it falls as well, only less.",
        },
        ko: {
          say: "먼저 물어본 다음 둘 다 학습하세요. 배우는 동안 획을 하나 크게 긋고, 방향을 바꾸어 다시 그어 보세요. 누운 획에 밝아지는 커널과 선 획에 밝아지는 커널이 달라요.",
          ask: "둘 다 가운데 놓인 숫자는 잘 읽어요. 네 픽셀까지 옮기면 어떻게 될까요?",
          expect: "옮긴 3도 3이니 그대로라는 답이 많아요. 실제로는 둘 다 떨어져요. 열 장 가운데 완전 연결은 세 장쯤, 합성곱은 여섯 장쯤 맞혀요.",
          misunderstanding: "“합성곱 신경망은 어디에 있든 상관없다.” 커널은 그렇지만, 마지막의 완전 연결 층은 자리를 따져요. 그래서 덜 떨어질 뿐 떨어져요.",
        },
      },
    },
    few: {
      minutes: { 50: 1, 90: 3 },
      words: {
        en: {
          say: "Show the strip while it trains: the same ten digits, differently in every epoch. Then put your finger on the gap between the two curves and name it.",
          ask: "It reads all 1,000 of its images rightly. Is it done?",
          expect: "Many say yes. One in eleven of the test images is still misread; with distortions about one in eighteen.",
          misunderstanding: "“Distorted images are worse data.” They are made worse on purpose, so that nothing can be learnt by heart.",
        },
        ko: {
          say: "학습하는 동안 작은 그림들을 보여 주세요. 같은 숫자 열 개가 에폭마다 달라져요. 그다음 두 곡선 사이를 가리키며 그 이름을 말해 주세요.",
          ask: "1,000장을 모두 맞게 읽으면 다 배운 걸까요?",
          expect: "그렇다는 답이 많아요. 그래도 시험 이미지 열한 장에 한 장쯤은 틀려요. 변형하면 열여덟 장에 한 장쯤이에요.",
          misunderstanding: "“변형한 이미지는 나쁜 데이터다.” 외울 수 없도록 일부러 바꾼 거예요.",
        },
      },
    },
    known: {
      minutes: { 50: 1, 90: 3 },
      words: {
        en: {
          say: "Let it run with ten examples of each, and count ten examples aloud meanwhile. Then point at the kernels: the frozen row stays what it was. Where the room has taught two kinds on Teach, end with these.",
          ask: "What of reading a 3 helps with reading an 8?",
          expect: "Bends and strokes. Transferred is ahead by about 5 points from 5 examples, by 3 from 10 and by 1 from 50. Kinds that differ as plainly as cat and car hardly need it.",
          misunderstanding: "“Transfer is always better.” It is a head start for few examples; with thousands a network from scratch gets there as well.",
        },
        ko: {
          say: "숫자마다 예제 10장으로 돌려 두고, 그동안 예제 열 장을 소리 내어 세어 보세요. 그다음 커널을 가리키세요. 얼린 줄은 처음 그대로예요. ‘가르치기’에서 두 종류를 가르쳤다면 그것으로 마무리하세요.",
          ask: "3을 읽을 줄 아는 것이 8을 읽는 데 어떤 도움이 될까요?",
          expect: "굽은 곳과 획이에요. ‘전이’가 예제 5장에서 5%포인트, 10장에서 3%포인트, 50장에서 1%포인트쯤 앞서요. 고양이와 자동차처럼 뚜렷하게 다른 종류에서는 별로 차이가 없어요.",
          misunderstanding: "“가져오면 언제나 더 낫다.” 예제가 적을 때 앞서 출발하는 것이에요. 수천 장이 있으면 처음부터 배워도 따라잡아요.",
        },
      },
    },
    course: {
      minutes: { 50: 1, 90: 2 },
      words: {
        en: {
          say: "Go along the stops, and at each name what of it was live today. End with the notebook that they take home.",
          ask: "Which of these would you like to be able to do first?",
          expect: "Most name transfer learning once they have heard how few examples it takes.",
          misunderstanding: "“One must choose the right framework first.” The ideas are the same in all of them, and so is nearly the code.",
        },
        ko: {
          say: "순서대로 짚으면서 오늘 그 가운데 무엇을 해 보았는지 말해 주세요. 집에 가져갈 노트북으로 마무리하세요.",
          ask: "이 가운데 무엇을 가장 먼저 할 수 있게 되고 싶나요?",
          expect: "예제가 얼마나 적어도 되는지 듣고 나면 전이 학습을 많이 꼽아요.",
          misunderstanding: "“프레임워크부터 제대로 골라야 한다.” 아이디어는 어디서나 같고, 코드도 거의 같아요.",
        },
      },
    },
  },
};
