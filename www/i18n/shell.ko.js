/**
 * 모든 페이지에 나오는 말.
 * @type {Record<keyof typeof import("./shell.en.js").texts, string>}
 */
export const texts = {
  "shell.boards": "보드",
  "shell.cover": "표지",
  "shell.otherLanguage": "English",
  "shell.palette": "밝게 또는 어둡게",
  "shell.share": "주소와 QR 코드 (Q)",
  "shell.projector": "발표 모드 (P)",

  "notice.close": "닫기",
  "notice.reload": "페이지 새로 고침",
  "notice.retry": "다시 시도",
  "notice.rewind": "발산하기 전 가중치로 되돌리기",

  "lastVisit.goOn": "이어서 하기",
  "story.name": "이야기",
  "story.tell": "보드마다 이야기 보이기: 예상, 실행, 설명, 다음 질문",
  "story.predict": "예상",
  "story.run": "실행",
  "story.explain": "설명",
  "story.onward": "다음 질문",
  "story.prediction": "나의 예상",
  "story.change": "바꾸기",
  "story.again": "다시 한번",
  "story.came": "결과는 “{came}”.",
  "story.same": "예상대로 “{came}”.",
  "story.other": "결과는 “{came}”. 예상과 달라서 더 재미있어요.",
  "story.sameCurve": "그린 것과 거의 같아요.",
  "story.otherCurve": "그린 것과 달라서 더 재미있어요.",

  "takeBack.dropped": "학습한 내용을 초기화했어요.",
  "takeBack.again": "되돌리기",

  "fullScreen.refused": "브라우저가 전체 화면을 허용하지 않았어요.",

  "offline.update": "이 페이지의 새 버전이 있어요. 다음에 열 때 적용돼요. 지금 적용하면 학습한 내용은 사라져요.",
  "offline.take": "지금 적용",

  "absent.late": "불러오는 중 …",
  "absent.silent": "페이지의 이 부분이 아직 오지 않았어요. 계속 기다리고 있으며, 페이지를 새로 고치면 다시 요청해요.",
  "absent.unreachable": "페이지의 이 부분을 불러오지 못했어요. 서버가 제대로 응답하지 않아요. 연결을 확인하세요.",
  "absent.foreign": "이 부분 대신 다른 페이지가 왔어요. 로그인이 필요한 네트워크에서 흔한 일이에요. 페이지를 새로 고치고 로그인하세요.",
  "absent.replaced": "이 페이지의 새 버전이 나와서 예전 버전의 이 부분은 더 이상 없어요. 페이지를 새로 고치면 새 버전이 열려요.",
  "absent.broken": "페이지의 이 부분이 제대로 오지 않았어요. 서버에 없거나 손상되었거나, 중간에서 막혔거나, 이 브라우저가 실행하지 못하는 것이에요.",
  "absent.rest": "페이지의 나머지는 그대로 쓸 수 있고, 학습한 내용은 페이지를 새로 고치기 전까지 남아 있어요.",

  "address.refused": "주소에 알 수 없는 값이 있어 제외했어요: {values}",
  "address.noBoard": "“{board}” 보드는 없어요.",

  "problem.data-part": "일부 이미지를 불러오지 못했어요({files}). 불러온 이미지로 학습을 계속해요.",
  "problem.data-none": "데이터를 불러오지 못했어요({files}). 데이터 없이는 학습할 수 없어요. 네트워크 연결을 확인하세요.",
  "problem.data-page":
    "데이터({files}) 대신 웹 페이지가 왔어요. 먼저 로그인해야 하는 네트워크인 것 같아요. 다른 페이지를 열어 로그인한 뒤 다시 시도하세요.",
  "problem.data-large": "이 기기의 메모리에 이미지가 모두 들어가지 않아요. 들어간 이미지로 학습해요.",
  "problem.data-needed": "여기에는 이미지가 모두 필요한데 일부를 불러오지 못했어요. 네트워크 연결을 확인하세요.",
  "problem.engine":
    "이 페이지의 일부인 학습 엔진을 불러오지 못하고 있어요. 네트워크 연결과, 먼저 로그인해야 하는 네트워크인지를 확인한 뒤 다시 시도하세요.",
  "problem.diverged":
    "손실이 발산했어요(NaN). 한 스텝이 너무 컸어요. 대개 학습률이 너무 높을 때 생겨요. 발산하기 전 가중치가 남아 있으니, 되돌린 다음 낮은 학습률로 이어서 학습하세요.",
  "problem.ruined":
    "배운 것이 무너졌어요. 손실이 몇 배로 커졌거나 정답률이 찍는 수준으로 떨어졌어요. 한 스텝이 너무 컸어요. 대개 학습률이 너무 높을 때 생겨요. 발산하기 전 가중치가 남아 있으니, 되돌린 다음 낮은 학습률로 이어서 학습하세요.",
  "problem.device-lost": "그래픽 카드와 연결이 끊어졌어요. 마지막으로 저장해 둔 가중치로 CPU에서 이어 가요. 몇 초 분량은 사라졌을 수 있어요.",
  "problem.device-hung": "그래픽 카드가 더 이상 응답하지 않아요. 마지막으로 저장해 둔 가중치로 CPU에서 이어 가요. 몇 초 분량은 사라졌을 수 있어요.",
  "problem.out-of-memory": "이 신경망을 만들 메모리가 부족해요. 유닛 수나 배치 크기를 줄이세요.",
  "problem.device-failed": "그래픽 카드에 오류가 났어요. 마지막으로 저장해 둔 가중치로 CPU에서 이어 가요. 몇 초 분량은 사라졌을 수 있어요.",
  "problem.worker-died": "학습 엔진이 멈추어 다시 시작했어요. 마지막으로 저장해 둔 데서 이어 가요. 몇 초 분량은 사라졌을 수 있어요.",
  "problem.worker-failed": "학습 엔진이 계속 멈춰요. 페이지를 새로 고쳐 보고, 그래도 안 되면 다른 브라우저를 써 보세요.",
  "problem.bad-config": "이 설정으로는 학습할 수 없어 이전 설정을 유지해요.",
  "problem.bad-request": "지금은 할 수 없는 일이에요.",

  "presenter.refused": "브라우저가 창을 열지 않았어요. 이 페이지의 창을 허용하고 N 키를 다시 누르세요.",

  "keys.title": "단축키",
  "keys.run": "학습, 일시 정지",
  "keys.step": "한 스텝",
  "keys.reset": "처음으로",
  "keys.undo": "되돌리기",
  "keys.previous": "이전 보드",
  "keys.next": "다음 보드",
  "keys.projector": "발표 모드",
  "keys.fullScreen": "전체 화면",
  "keys.pointer": "마우스 둘레에 고리 표시",
  "keys.share": "주소와 QR 코드",
  "keys.presenter": "발표자 창",
  "keys.help": "이 목록",
  "keys.drawing":
    "그림판에 초점이 있을 때: 화살표로 펜을 움직이고, 스페이스나 엔터로 펜을 내리고 들어요. Shift를 누르면 더 조금씩 움직여요. 백스페이스는 마지막 획 취소, Delete는 지우기예요.",

  "device.more": "어떤 장치를 왜 쓰는지 보기",
  "device.title": "계산하는 장치",
  "device.unknown": "그래픽 카드를 찾는 중 …",
  "device.cpu": "CPU",
  "device.unnamed": "이름을 알 수 없는 그래픽 카드",
  "device.webgpu": "WebGPU를 통해 그래픽 카드에서 학습해요: {adapter}.",
  "device.software": "WebGPU를 쓰지만 CPU에서 소프트웨어로 돌아가요: {adapter}.",
  "device.chosen": "주소에서 CPU를 선택했어요.",
  "device.no-webgpu": "이 브라우저에는 WebGPU가 없어 CPU로 학습해요.",
  "device.insecure-context": "브라우저는 https 또는 이 컴퓨터에서 연 페이지에만 WebGPU를 허용하므로 CPU로 학습해요.",
  "device.no-adapter": "WebGPU로 쓸 수 있는 그래픽 카드가 없어 CPU로 학습해요.",
  "device.adapter-failed": "그래픽 카드를 시작하지 못해 CPU로 학습해요.",
  "device.adapter-hung": "그래픽 카드가 응답하지 않아 CPU로 학습해요.",
  "device.software-adapter": "WebGPU가 소프트웨어로만 돌아가 CPU보다 느리므로 CPU로 학습해요.",
  "device.device-lost": "학습 도중 그래픽 카드와 연결이 끊어져 CPU로 이어서 학습해요.",
  "device.device-hung": "학습 도중 그래픽 카드가 응답을 멈추어 CPU로 이어서 학습해요.",
  "device.device-failed": "그래픽 카드에 오류가 나서 CPU로 학습해요.",
  "device.choose": "직접 고르려면 주소에 backend=webgpu 또는 backend=cpu를 넣으세요.",

  "field.whole": "{min}부터 {max}까지의 정수를 입력하세요.",
  "field.number": "0보다 큰 수를 입력하세요.",

  "readout.device": "장치",

  "pad.clear": "지우기",

  "loss.learningRate": "학습률",
  "loss.slider": "한 스텝의 크기",
};
