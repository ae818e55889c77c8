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
  "takeBack.dropped": "학습한 내용을 초기화했습니다.",
  "takeBack.again": "되돌리기",

  "fullScreen.refused": "브라우저가 전체 화면을 허용하지 않았습니다.",
  "share.title": "이 페이지 공유",
  "share.address": "주소",
  "share.code": "주소의 QR 코드",
  "share.copy": "주소 복사",
  "share.copied": "주소를 복사했습니다. 설정은 담기지만 학습한 내용은 담기지 않습니다.",
  "share.refused": "브라우저가 복사를 허용하지 않았습니다. 주소를 선택해 두었으니 키보드로 복사하세요.",
  "share.tooLong": "주소가 길어 QR 코드로 만들 수 없습니다.",
  "share.everyone": "이 주소를 열면 지금 설정 그대로 이 보드가 나타납니다.",
  "share.thisMachine": "이 기기에서만 열리는 주소입니다. 다른 기기에서는 열 수 없습니다.",
  "share.file": "파일로 연 페이지라서 주소가 이 기기에서만 열립니다. 파일을 전해 주세요.",
  "share.controls": "보여 줄 컨트롤 고르기",
  "share.controlsExplained": "주소를 연 사람에게는 주요 버튼과 그림, 그리고 여기서 체크한 것만 보입니다.",

  "offline.update": "이 페이지의 새 버전이 있습니다. 다음에 열 때 적용됩니다. 지금 적용하면 학습한 내용은 사라집니다.",
  "offline.take": "지금 적용",

  "absent.late": "불러오는 중 …",
  "absent.silent": "페이지의 이 부분이 아직 오지 않았습니다. 계속 기다리고 있으며, 페이지를 새로 고치면 다시 요청합니다.",
  "absent.unreachable": "페이지의 이 부분을 불러오지 못했습니다. 서버가 제대로 응답하지 않습니다. 연결을 확인하세요.",
  "absent.foreign": "이 부분 대신 다른 페이지가 왔습니다. 로그인이 필요한 네트워크에서 흔한 일입니다. 페이지를 새로 고치고 로그인하세요.",
  "absent.replaced": "이 페이지의 새 버전이 나와서 예전 버전의 이 부분은 더 이상 없습니다. 페이지를 새로 고치면 새 버전이 열립니다.",
  "absent.broken": "페이지의 이 부분이 제대로 오지 않았습니다. 서버에 없거나 손상되었거나, 중간에서 막혔거나, 이 브라우저가 실행하지 못하는 것입니다.",
  "absent.rest": "페이지의 나머지는 그대로 쓸 수 있고, 학습한 내용은 페이지를 새로 고치기 전까지 남아 있습니다.",

  "address.refused": "주소에 알 수 없는 값이 있어 제외했습니다: {values}",
  "address.noBoard": "“{board}” 보드는 없습니다.",

  "problem.data-part": "일부 이미지를 불러오지 못했습니다({files}). 불러온 이미지로 학습을 계속합니다.",
  "problem.data-none": "데이터를 불러오지 못했습니다({files}). 데이터 없이는 학습할 수 없습니다. 네트워크 연결을 확인하세요.",
  "problem.data-page":
    "데이터({files}) 대신 웹 페이지가 왔습니다. 먼저 로그인해야 하는 네트워크인 것 같습니다. 다른 페이지를 열어 로그인한 뒤 다시 시도하세요.",
  "problem.data-needed": "여기에는 이미지가 모두 필요한데 일부를 불러오지 못했습니다. 네트워크 연결을 확인하세요.",
  "problem.engine":
    "이 페이지의 일부인 학습 엔진을 불러오지 못하고 있습니다. 네트워크 연결과, 먼저 로그인해야 하는 네트워크인지를 확인한 뒤 다시 시도하세요.",
  "problem.diverged":
    "손실이 발산했습니다(NaN). 한 스텝이 너무 컸습니다. 대개 학습률이 너무 높을 때 생깁니다. 발산하기 전 가중치가 남아 있으니, 되돌린 다음 낮은 학습률로 이어서 학습하세요.",
  "problem.ruined":
    "배운 것이 무너졌습니다. 손실이 몇 배로 커졌거나 정답률이 찍는 수준으로 떨어졌습니다. 한 스텝이 너무 컸습니다. 대개 학습률이 너무 높을 때 생깁니다. 발산하기 전 가중치가 남아 있으니, 되돌린 다음 낮은 학습률로 이어서 학습하세요.",
  "problem.device-lost": "그래픽 카드와 연결이 끊어졌습니다. 마지막으로 저장해 둔 가중치로 CPU에서 이어 갑니다. 몇 초 분량은 사라졌을 수 있습니다.",
  "problem.device-hung": "그래픽 카드가 더 이상 응답하지 않습니다. 마지막으로 저장해 둔 가중치로 CPU에서 이어 갑니다. 몇 초 분량은 사라졌을 수 있습니다.",
  "problem.out-of-memory": "이 신경망을 만들 메모리가 부족합니다. 유닛 수나 배치 크기를 줄이세요.",
  "problem.device-failed": "그래픽 카드에 오류가 났습니다. 마지막으로 저장해 둔 가중치로 CPU에서 이어 갑니다. 몇 초 분량은 사라졌을 수 있습니다.",
  "problem.worker-died": "학습 엔진이 멈추어 다시 시작했습니다. 마지막으로 저장해 둔 데서 이어 갑니다. 몇 초 분량은 사라졌을 수 있습니다.",
  "problem.worker-failed": "학습 엔진이 계속 멈춥니다. 페이지를 새로 고쳐 보고, 그래도 안 되면 다른 브라우저를 써 보세요.",
  "problem.bad-config": "이 설정으로는 학습할 수 없어 이전 설정을 유지합니다.",
  "problem.bad-request": "지금은 할 수 없는 일입니다.",

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
  "keys.letters": "글자 단축키",
  "keys.lettersOff": "끄면 글자 키와 ? 키가 동작하지 않습니다. 음성으로 입력하거나 키를 잘못 누를 때가 많다면 끄세요. 스페이스, 화살표, PageUp, PageDown 키는 그대로 쓸 수 있습니다.",
  "keys.tab": "Tab 키로 어디든 갈 수 있고, 탭 사이는 화살표 키로 옮깁니다.",
  "keys.lines": "직선에 초점이 있을 때: 화살표 키로 옮기고, Shift와 화살표 키로 돌립니다.",
  "keys.drawing":
    "그림판에 초점이 있을 때: 화살표로 펜을 움직이고, 스페이스나 엔터로 펜을 내리고 듭니다. Shift를 누르면 더 조금씩 움직입니다. 백스페이스는 마지막 획 취소, Delete는 지우기입니다.",

  "device.more": "어떤 장치를 왜 쓰는지 보기",
  "device.title": "계산하는 장치",
  "device.unknown": "그래픽 카드를 찾는 중 …",
  "device.cpu": "CPU",
  "device.unnamed": "이름을 알 수 없는 그래픽 카드",
  "device.webgpu": "WebGPU를 통해 그래픽 카드에서 학습합니다: {adapter}.",
  "device.software": "WebGPU를 쓰지만 CPU에서 소프트웨어로 돌아갑니다: {adapter}.",
  "device.chosen": "주소에서 CPU를 선택했습니다.",
  "device.no-webgpu": "이 브라우저에는 WebGPU가 없어 CPU로 학습합니다.",
  "device.insecure-context": "브라우저는 https 또는 이 컴퓨터에서 연 페이지에만 WebGPU를 허용하므로 CPU로 학습합니다.",
  "device.no-adapter": "WebGPU로 쓸 수 있는 그래픽 카드가 없어 CPU로 학습합니다.",
  "device.adapter-failed": "그래픽 카드를 시작하지 못해 CPU로 학습합니다.",
  "device.adapter-hung": "그래픽 카드가 응답하지 않아 CPU로 학습합니다.",
  "device.software-adapter": "WebGPU가 소프트웨어로만 돌아가 CPU보다 느리므로 CPU로 학습합니다.",
  "device.device-lost": "학습 도중 그래픽 카드와 연결이 끊어져 CPU로 이어서 학습합니다.",
  "device.device-hung": "학습 도중 그래픽 카드가 응답을 멈추어 CPU로 이어서 학습합니다.",
  "device.device-failed": "그래픽 카드에 오류가 나서 CPU로 학습합니다.",
  "device.choose": "직접 고르려면 주소에 backend=webgpu 또는 backend=cpu를 넣으세요.",

  "field.whole": "{min}부터 {max}까지의 정수를 입력하세요.",
  "field.number": "0보다 큰 수를 입력하세요.",

  "readout.device": "장치",

  "pad.clear": "지우기",

  "loss.learningRate": "학습률",
  "loss.slider": "한 스텝의 크기",
};
