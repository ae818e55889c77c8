/**
 * 신경망을 가져가는 곳에 나오는 말. 그곳을 열 때 와요.
 * @type {Record<keyof typeof import("./take-home.en.js").texts, string>}
 */
export const texts = {
  "code.notebook": "노트북 내려받기",
  "code.pictures": "그림 내려받기",
  "file.save": "신경망 저장",
  "file.open": "신경망 열기",
  "file.format": "파일 형식",
  "file.opened": "{name}에 담긴 신경망을 설정과 함께 열었어요.",
  "file.damaged": "{name} 파일을 열 수 없어요. safetensors 파일이 아니거나, 온전하지 않거나, 어떤 신경망인지 적혀 있지 않아요. 바뀐 것은 없어요.",
  "file.onnx": "{name} 파일은 ONNX예요. ONNX는 내보내기만 하고, 여는 것은 safetensors뿐이에요. 페이지에서는 그 형식으로 저장하고, 파이썬에서는 Keras나 PyTorch 신경망을 코드 몇 줄로 그렇게 저장하세요. 바뀐 것은 없어요.",
  "file.foreign": "{name} 파일은 safetensors가 아니에요. 신경망은 그 형식만 열어요. 파이썬에서 Keras나 PyTorch 신경망을 코드 몇 줄로 그렇게 저장할 수 있어요. 바뀐 것은 없어요.",
  "file.pictures": "{name} 파일은 신경망이 아니에요. 그림이나 그림을 담은 표는 ‘글씨 모으기’에서 받아요. 바뀐 것은 없어요.",
  "file.lines": "코드 내려받기",
  "file.sizes": "{name}에 담긴 신경망은 여기에 맞지 않아요. 이 보드의 신경망은 수 {inputs}개를 받아 {classes}개를 내요. 바뀐 것은 없어요.",
  "file.layers": "{name}에 담긴 신경망에는 이 보드에 없는 종류의 층이 있어요. 여기서는 모든 층이 완전 연결층이에요. 바뀐 것은 없어요.",
  "file.activations":
    "{name}에 담긴 신경망은 여기에 맞지 않아요. 이 보드에서는 은닉층의 활성화 함수가 모두 같고, 마지막 층에는 활성화 함수가 없거나(교차 엔트로피) 시그모이드가(제곱 오차) 있어요. 바뀐 것은 없어요.",
  "file.training": "{name}에 담긴 신경망은 이 보드에 없는 방식으로 학습해요. 손실 함수가 다르거나, L1이나 L2를 쓰거나, 고정된 층이 있어요. 바뀐 것은 없어요.",
  "file.limits": "{name}에 담긴 신경망은 이 보드에서 정할 수 있는 범위를 벗어나요. 은닉층은 {layers}개까지, 층마다 유닛은 {units}개까지예요. 바뀐 것은 없어요.",
  "file.absent": "신경망을 읽고 쓰는 코드가 오지 않았어요. 연결을 확인해 주세요.",
};
