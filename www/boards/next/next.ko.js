/** 이 시간 다음에 오는 것을 다루는 보드의 틀과 탭. */
export const texts = {
  "next.tabs": "다음에 오는 것",
  "next.parts": "부분 찾기",
  "next.few": "적은 데이터로 더 많이",
  "next.known": "아는 것에서 시작하기",
  "next.course": "과정 안내",
  "next.story.bridge": "첫 시간은 여기까지예요. 무엇을 예측했고 무엇이 나왔는지는 다음 쪽에 모아 두었어요.",
};
