/**
 * 보드 "숫자".
 * @type {Record<keyof typeof import("./digits.en.js").texts, string>}
 */
export const texts = {
  "readout.prediction": "예측",
  "readout.accuracy": "시험 정확도",
  "readout.loss": "손실",
  "readout.seconds": "시간",
  "readout.speedShort": "장/초",

  "digits.lead": "학습을 누르고, 배우는 동안 숫자를 써 보세요.",
  "digits.rewound": "{step}스텝으로 되돌렸습니다. 학습률을 낮춘 다음 이어서 학습하세요.",
  "digits.rewoundRate": "{step}스텝으로 되돌리고, 그때까지 쓰던 학습률 {rate}도 되돌렸습니다.",

  "data.title": "데이터",
  "data.summary": "MNIST {images}장",
  "data.summaryShort": "MNIST {images}장 중 {loaded}장",
  "data.detail": "배치 {batch}장 · 시험용 {test}장",
  "data.loading": "데이터 불러오는 중: {part}",
  "data.explained":
    "MNIST는 미국 사람들이 손으로 쓴 숫자를 모은 것으로, 한 장이 28 × 28 픽셀입니다. 신경망은 훈련 이미지로 배우고, 따로 떼어 둔 10,000장으로 시험을 봅니다.",
  "data.images": "훈련 이미지 수",
  "data.batchSize": "배치 크기",
  "data.untilEpoch": "멈출 에폭",
  "data.shuffle": "에폭마다 섞기",
  "data.whatBatch": "배치란",
  "data.batchPicture": "배치 하나의 이미지 {batch}장",
  "data.batchShuffled":
    "이미지 {batch}장을 볼 때마다 가중치를 조금 고칩니다. 이것이 한 스텝입니다. {batches}스텝이 한 에폭이고, 그동안 {images}장을 한 번씩 봅니다. 섞으면 에폭마다 배치가 새로 나뉩니다. 위는 섞기 전 처음 이미지들입니다.",
  "data.batchInOrder":
    "이미지 {batch}장을 볼 때마다 가중치를 조금 고칩니다. 이것이 한 스텝입니다. {batches}스텝이 한 에폭이고, 그동안 {images}장을 한 번씩 봅니다. 섞지 않으면 모든 에폭이 이 이미지들로 시작합니다.",
  "data.browse": "이미지 보기",
  "data.whichImages": "이미지 종류",
  "data.previousPage": "이전 쪽",
  "data.nextPage": "다음 쪽",
  "data.place": "{total}장 중 {first}–{last}",
  "split.train": "훈련용",
  "split.test": "시험용",

  "image.name": "{row}번 이미지: {label}",
  "image.wrong": "{row}번 이미지: 정답 {label}, 예측 {answer}, {sure} 확신",

  "model.title": "모델",
  "model.detail": "매개변수 {parameters}개 · {activation}",
  "model.explained": "유닛 하나는 앞 층의 모든 값에 저마다의 가중치를 곱해 더하고, 그 합을 활성화 함수에 통과시킵니다.",
  "model.parameters": "찾아야 할 가중치와 편향은 {parameters}개입니다.",
  "model.initializer": "가중치 초기화",
  "model.layer": "은닉층 {number}",
  "model.units": "유닛 수",
  "model.unitsOf": "{layer}의 유닛 수",
  "model.add": "은닉층 추가",
  "model.remove": "{layer} 삭제",
  "initializer.glorot-uniform": "Glorot 균등 분포",
  "initializer.he-uniform": "He 균등 분포",

  "loss.explained": "손실은 답이 얼마나 틀렸는지를 수 하나로 말해 줍니다. 학습이란 이 수를 한 스텝씩 줄여 가는 경사 하강법입니다.",
  "loss.cross-entropy.formula": "B는 배치의 이미지 수, p는 정답 숫자 t에 준 확률입니다. 확신하고 맞히면 손실이 없고, 확신하고 틀리면 손실이 큽니다.",
  "loss.squared-error.formula": "B는 배치의 이미지 수, y는 출력 열 개입니다. t는 정답 숫자에서 1, 나머지에서 0입니다.",
  "loss.rateExplained": "학습률은 한 스텝의 크기입니다. 학습 도중에도 바꿀 수 있습니다. 너무 작으면 한없이 오래 걸리고, 너무 크면 손실이 폭발합니다.",

  "view.title": "보기",
  "view.curves": "곡선",
  "view.confusion": "혼동 행렬",
  "view.mistakes": "틀린 그림",
  "view.weights": "첫 층",
  "view.inside": "속 보기",
  "view.code": "코드",
  "view.hint": "아직 시험을 보지 않았습니다. 학습을 누르세요.",

  "curves.accuracy": "정확도",
  "curves.accuracy.name": "정확도 곡선",
  "curves.hint": "학습을 누르기 전에: 두 곡선은 어떻게 움직일까요?",

  "code.libraries": "라이브러리",
  "code.keras": "Keras",
  "code.pytorch": "PyTorch",
  "code.training": "학습",
  "code.copy": "코드 복사",
  "code.notebook": "노트북 내려받기",
  "code.copied": "코드를 복사했습니다.",
  "code.refused": "브라우저가 복사를 허용하지 않았습니다. 코드를 선택해 두었으니 키보드로 복사하세요.",

  "confusion.predicted": "예측",
  "confusion.actual": "정답",
  "confusion.right": "정답과 예측이 모두 {actual}: {count}장",
  "confusion.wrong": "정답 {actual}, 예측 {predicted}: {count}장",
  "confusion.press": "칸을 누르면 그 이미지들을 봅니다.",

  "mistakes.title": "시험 이미지 {images}장 중 {count}장을 틀렸습니다. 확신이 높은 것부터:",

  "weights.name": "첫 층의 가중치 그림",
  "weights.title": "첫 층 유닛 {all}개 중 {shown}개가 찾는 것 (유닛마다 가장 큰 가중치에 맞춘 색)",
  "weights.noHidden": "출력 {shown}개가 각각 찾는 것 (출력마다 가장 큰 가중치에 맞춘 색)",
  "weights.positive": "획이 있으면 켜짐",
  "weights.negative": "획이 있으면 꺼짐",

  "inside.hint": "그림판에 숫자를 쓰면 층마다 어떻게 반응하는지 보입니다.",
  "inside.input": "입력: 28 × 28 픽셀",
  "inside.layer": "은닉층 {number}: 유닛 {units}개 중 {active}개가 반응",
  "inside.output": "출력: 0부터 9까지",

  "pad.canvas": "숫자 그리기",
  "pad.hint": "여기에 숫자를 쓰세요",
  "pad.seen": "신경망이 보는 그림",
  "answer.none": "0부터 9까지 숫자를 하나 써 보세요.",
  "answer.broken": "가중치가 더 이상 수가 아니어서 답할 수 없습니다.",
  "answer.sure": "{sure} 확신",
  "answer.output": "출력 {sure}",
  "answer.guess": "{sure} – 아직 배우지 않아 찍은 답",
  "answer.told": "예측 {digit}, {sure} 확신",
};
