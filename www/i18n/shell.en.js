/** What all pages say in English. */
export const texts = {
  "shell.boards": "Boards",
  "shell.cover": "The cover",
  "shell.otherLanguage": "한국어",
  "shell.palette": "Light or dark",
  "shell.share": "Address and QR code (Q)",
  "shell.projector": "Projector mode (P)",

  "notice.close": "Close",
  "notice.reload": "Reload the page",
  "notice.retry": "Try again",
  "notice.rewind": "Back to the last good weights",

  "lastVisit.goOn": "Go on with it",
  "story.name": "Story",
  "story.tell": "Boards tell their story: predict, run, explain, onward",
  "story.predict": "Predict",
  "story.run": "Run",
  "story.explain": "Explain",
  "story.onward": "Onward",
  "story.prediction": "Your prediction",
  "story.change": "Change it",
  "story.again": "Once more",
  "story.came": "It came to {came}.",
  "story.same": "It came to {came}, as you predicted.",
  "story.other": "It came to {came}: a surprise, and worth a second look.",
  "story.sameCurve": "It came much as you drew it.",
  "story.otherCurve": "It came another way than you drew it: worth a second look.",

  "takeBack.dropped": "What was learnt has been reset.",
  "takeBack.again": "Take it back",

  "fullScreen.refused": "The browser did not allow the full screen.",

  "offline.update": "A new version of this page is here. It is taken at the next visit, or now; what has been learnt is then gone.",
  "offline.take": "Take it now",

  "absent.late": "Loading …",
  "absent.silent": "This part of the page has not come yet. It is still waited for; reloading the page asks for it anew.",
  "absent.unreachable": "This part of the page could not be loaded: the server does not answer as it should. Check the connection.",
  "absent.foreign": "Another page came in place of this part, as on networks that want one to sign in. Reload the page, and sign in.",
  "absent.replaced": "A new version of this page has been published, and this part of the older one is gone. Reload the page to have the new one.",
  "absent.broken": "This part of the page did not come whole: it is missing or damaged on the server, something on the way blocks it, or this browser cannot run it.",
  "absent.rest": "The rest of the page works as before. What has been learnt is kept until the page is reloaded.",

  "address.refused": "The address asked for something unknown, which was left out: {values}",
  "address.noBoard": "There is no board “{board}” here.",

  "problem.data-part": "Some of the images could not be loaded ({files}). Training goes on with the ones that are here.",
  "problem.data-none": "The data could not be loaded ({files}). Nothing can be learnt without it. Check the connection.",
  "problem.data-page":
    "Where the data should have come ({files}), a web page came: this network probably asks for a login first. Open any other page, log in there, and try again.",
  "problem.data-large": "This device has too little memory for all the images. The network learns from those that fit.",
  "problem.data-needed": "This needs all the images, and some of them could not be loaded. Check the connection.",
  "problem.engine":
    "The training engine, a part of this page, does not come. Check the connection, and whether this network asks for a login first; then try again.",
  "problem.diverged":
    "The loss is no longer a number: the steps were too large. Usually the learning rate is too high. The last good weights are kept; go back to them, choose a smaller learning rate, and train on.",
  "problem.ruined":
    "What the network had learnt is lost: its loss is many times as high, or its answers are no better than guessing. The steps were too large; usually the learning rate is too high. The last good weights are kept; go back to them and train on with a smaller learning rate.",
  "problem.device-lost": "The graphics card was lost. The CPU goes on, from the weights that were kept last: a few seconds may be missing.",
  "problem.device-hung": "The graphics card no longer answers. The CPU goes on, from the weights that were kept last: a few seconds may be missing.",
  "problem.out-of-memory": "There is not enough memory for this network. Use fewer units or a smaller batch.",
  "problem.device-failed": "The graphics card failed. The CPU goes on, from the weights that were kept last: a few seconds may be missing.",
  "problem.worker-died": "The training engine stopped and was restarted. It goes on from what was kept last: a few seconds may be missing.",
  "problem.worker-failed": "The training engine stops again and again. Reload the page; if that does not help, try another browser.",
  "problem.bad-config": "These settings do not work, so the run keeps its earlier ones.",
  "problem.bad-request": "That could not be done now.",

  "presenter.refused": "The browser opened no window. Allow windows of this page, and press N once more.",

  "keys.title": "Keys",
  "keys.run": "Train, pause",
  "keys.step": "One step",
  "keys.reset": "Reset",
  "keys.undo": "Undo",
  "keys.previous": "The board before",
  "keys.next": "The next board",
  "keys.projector": "Projector mode",
  "keys.fullScreen": "Full screen",
  "keys.pointer": "A ring around the mouse",
  "keys.share": "Address and QR code",
  "keys.presenter": "Presenter window",
  "keys.help": "This list",
  "keys.drawing":
    "With the canvas in focus: arrows move the pen, Space or Enter puts it down and lifts it, Shift makes it finer, Backspace takes the last stroke back, Delete clears.",

  "device.more": "Which one, and why",
  "device.title": "What computes here",
  "device.unknown": "Looking for a graphics card …",
  "device.cpu": "CPU",
  "device.unnamed": "a graphics card that does not tell its name",
  "device.webgpu": "Trains on the graphics card through WebGPU: {adapter}.",
  "device.software": "Trains through WebGPU, but in software on the CPU: {adapter}.",
  "device.chosen": "The CPU was chosen in the address.",
  "device.no-webgpu": "This browser has no WebGPU, so the CPU trains.",
  "device.insecure-context": "Browsers allow WebGPU only on pages opened through https or from this machine, so the CPU trains.",
  "device.no-adapter": "There is no graphics card that the browser lets WebGPU use, so the CPU trains.",
  "device.adapter-failed": "The graphics card failed to start, so the CPU trains.",
  "device.adapter-hung": "The graphics card did not answer, so the CPU trains.",
  "device.software-adapter": "WebGPU is here only in software, which is slower than the CPU, so the CPU trains.",
  "device.device-lost": "The graphics card was lost in mid-training, so the CPU trains on.",
  "device.device-hung": "The graphics card stopped answering in mid-training, so the CPU trains on.",
  "device.device-failed": "The graphics card failed, so the CPU trains.",
  "device.choose": "To choose by hand, put backend=webgpu or backend=cpu into the address.",

  "field.whole": "A whole number from {min} to {max}.",
  "field.number": "A number above 0.",

  "readout.device": "Device",

  "pad.clear": "Clear",

  "loss.learningRate": "Learning rate",
  "loss.slider": "Size of a step",
};
