/**
 * 학습하는 보드들이 함께 쓰는 말: 상태, 수치, 모델과 손실의 용어.
 * @type {Record<keyof typeof import("./training.en.js").texts, string>}
 */
export const texts = {
  "readout.state": "상태",
  "readout.secondsValue": "{seconds}초",
  "readout.epoch": "에폭",
  "readout.step": "스텝",
  "readout.speed": "초당 이미지 수",

  "digits.train": "학습",
  "digits.pause": "일시 정지",
  "digits.step": "한 스텝",
  "digits.reset": "처음으로",

  "state.idle": "아직 아무것도 몰라요.",
  "state.running": "학습하는 중 …",
  "state.waiting-for-data": "데이터를 기다리는 중: {part}",
  "state.waiting-for-engine": "학습 엔진을 기다리는 중 …",
  "state.waiting-for-lost-engine": "학습 엔진을 불러오지 못했어요.",
  "state.waiting-for-lost-data": "학습할 데이터가 없어요.",
  "state.stopping": "멈추는 중 …",
  "state.paused": "멈추어 있어요.",
  "state.reached": "{epoch}에폭을 마치고 멈추었어요.",
  "state.diverged": "손실이 발산해(NaN) 멈추었어요.",

  "data.seed": "시드",

  "model.activation": "활성화 함수",
  "activation.relu": "ReLU",
  "activation.tanh": "tanh",
  "activation.sigmoid": "시그모이드",
  "activation.identity": "없음(선형)",

  "data.title": "데이터",
  "model.title": "모델",
  "loss.title": "손실 함수",
  "loss.function": "손실 함수",
  "loss.cross-entropy": "교차 엔트로피",
  "loss.squared-error": "제곱 오차",
  "loss.absolute-error": "절대 오차",
  "loss.optimizer": "옵티마이저",
  "optimizer.sgd": "SGD (경사 하강법)",
  "optimizer.momentum": "모멘텀 SGD",
  "optimizer.rmsprop": "RMSprop",
  "optimizer.adam": "Adam",

  "curves.loss": "손실",
  "curves.loss.name": "손실 곡선",
  "curves.training": "훈련",
  "curves.heldOut": "시험",
  "curves.at": "{axis} {place} · 훈련 {training} · 시험 {heldOut}",
  "curves.axis": "가로축",
  "curves.scale": "눈금",
  "axis.step": "스텝",
  "axis.epoch": "에폭",
  "axis.seconds": "초",
  "scale.linear": "선형",
  "scale.log": "로그",
};
