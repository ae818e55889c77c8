/**
 * 매개변수 수가 비슷한 두 신경망. 하나는 부분을 찾아요.
 * @type {Record<keyof typeof import("./networks.en.js").texts, string>}
 */
export const texts = {
  "parts.look.networks": "신경망",
  "parts.networks.lead": "매개변수 수가 비슷한 두 신경망이 같은 배치로 배워요. 하나는 픽셀마다 가중치가 따로 있고, 다른 하나는 똑같은 작은 커널로 모든 곳을 봐요. 그 커널도 배워서 얻어요.",

  "networks.run": "둘 다 학습",
  "networks.idle": "20초쯤이면 곡선 네 개가 나와요.",
  "networks.hint": "‘둘 다 학습’을 누르세요. 어느 곡선이 뒤처질까요?",
  "networks.chart": "시험 정확도",
  "networks.about": "가로축은 스텝, 시험 이미지 {images}장을 그대로, 그리고 옮겨서",
  "networks.convolutional": "합성곱",
  "networks.dense": "완전 연결",
  "networks.convolutionalShifted": "합성곱, 옮긴 이미지",
  "networks.denseShifted": "완전 연결, 옮긴 이미지",
  "networks.short.convolutional": "합성곱",
  "networks.short.dense": "완전 연결",
  "networks.short.convolutionalShifted": "합성곱, 옮김",
  "networks.short.denseShifted": "완전 연결, 옮김",
  "networks.part.best": "{name}, 가장 높은 시드",
  "networks.part.worst": "{name}, 가장 낮은 시드",
  "networks.part.underWay": "{name}, 이번 시드",
  "networks.part.mean": "{name}",
  "networks.steps": "{steps}스텝",
  "networks.outcome": "{name} {accuracy}",
  "networks.none": "아직 학습하지 않았어요",
  "networks.parameters": "매개변수 {parameters}개",
  "networks.maps": "커널과 지도",
  "networks.mapsBefore": "시드 {seed}, 아직 배우기 전",
  "networks.mapsAfter": "시드 {seed}, {steps}스텝 뒤",
  "networks.pair": "커널 {number}, 한 줄씩: {weights}, 그리고 그림을 본 지도",
  "networks.same": "둘 모두 똑같은 것",
  "networks.layers": "유닛 {hidden}개, 또는 커널 {first}개와 {second}개",
  "networks.sameDetail": "{batch}장씩 {steps}스텝",
  "networks.sameExplained":
    "학습 이미지 60,000장에서 뽑은 배치와 그 순서, 옵티마이저(Adam), 학습률이 같아요. 완전 연결 신경망은 은닉층이 하나예요. 합성곱 신경망은 3×3 커널 층이 둘이고, 층마다 풀링이 뒤따르며, 끝에 완전 연결 층이 하나 있어요. 옮긴 이미지는 저마다 왼쪽이나 오른쪽으로, 위나 아래로 네 픽셀까지 무작위로 옮긴 것이에요. 학습 이미지는 하나도 옮기지 않았어요.",

  "next.story.networks.ask": "두 신경망이 가운데에 놓인 숫자를 배워요. 그다음 시험 이미지를 저마다 {pixels}픽셀까지 옮기면 어떻게 될까요?",
  "next.story.networks.hold": "둘 다 거의 그대로 읽어요",
  "next.story.networks.denseFalls": "완전 연결이 더 떨어져요",
  "next.story.networks.convolutionalFalls": "합성곱이 더 떨어져요",
  "next.story.networks.alike": "둘 다 비슷하게 떨어져요",
  "next.story.networks.run": "둘 다 학습시키고 옮긴 이미지의 곡선을 보세요. 그동안 그림을 그리면 지도가 따라 바뀌어요.",
  "next.story.networks.explain": "완전 연결 신경망에서는 옮긴 획이 다른 가중치를 만나요. 커널은 획이 어디에 있어도 찾아요. 다만 마지막의 완전 연결 층은 여전히 자리를 따져서 합성곱 신경망도 떨어지지만, 덜 떨어져요.",
  "next.story.networks.other": "다른 시드에서는 대개 완전 연결 신경망이 더 떨어져요. 옮긴 획이 다른 가중치를 만나기 때문이에요. 커널은 획이 어디에 있어도 찾아요.",
  "next.story.networks.onward": "배울 이미지가 1,000장뿐이라면요?",
};
