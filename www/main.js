/** Wires the page together, and nothing else. */

import { effect, signal } from "@preact/signals-core";
import { boards } from "./boards/index.js";
import { lookNumber } from "./charts/colours.js";
import { inkDigits } from "./charts/digit.js";
import { createClient } from "./client.js";
import { embeddedFiles } from "./embedded-files.js";
import { help, share } from "./i18n/index.js";
import { check, cover, lookBack, worksheet } from "./pages/index.js";
import { inShort, pageSettings, pageParameter, refusedPageParameters } from "./shell/address.js";
import { hereOrNotice, pageStyles, watchStyles } from "./shell/arrival.js";
import { DeviceReadout } from "./shell/device.js";
import { fillHeader } from "./shell/header.js";
import { Imprint } from "./shell/imprint.js";
import { watchKeyboard } from "./shell/keyboard.js";
import { Keys } from "./shell/keys.js";
import { Speech } from "./shell/language.js";
import { Look } from "./shell/look.js";
import { NoticeArea } from "./shell/notices.js";
import { ControlKeeper } from "./shell/kept-controls.js";
import { keepOffline } from "./shell/offline.js";
import { Pointer } from "./shell/pointer.js";
import { reportProblems } from "./shell/problems.js";
import { Router } from "./shell/router.js";
import { whenever } from "./shell/signals.js";
import { refuseStrayFiles } from "./shell/stray-files.js";

watchStyles();
watchKeyboard();
refuseStrayFiles();
const files = embeddedFiles();
const client = createClient({
  backend: pageSettings.backend.parse(pageParameter("backend") ?? "") ?? "auto",
  dataUrl: "data/manifest.json",
  files,
});
const [speech] = await Promise.all([Speech.begin([cover, check, worksheet, lookBack, ...boards]), pageStyles()]);
const look = new Look();
const notices = new NoticeArea(part("notices"), speech);
reportProblems(client, notices);

/** @import { Key } from "./i18n" */
/** @import { Action } from "./shell/types" */

/** The page that is shown, and where it is to be found as it is now. */
const place = signal({ id: "", address: "" });
const keys = new Keys();
const device = new DeviceReadout(client, speech);
const pointer = new Pointer();
const imprint = new Imprint();
document.body.append(imprint.element, pointer.element);
/** Made when they are first asked for. @type {{ share?: import("./shell/share.js").ShareDialog, help?: HTMLDialogElement }} */
const dialogs = {};
/** @param {Key} name @param {() => unknown} act @returns {Action} */
const action = (name, act) => ({ name: () => name, act });
/** What can be done on every page, by the tools in its head and by keys. */
const actions = {
  before: action("keys.previous", () => router.turn(-1)),
  after: action("keys.next", () => router.turn(1)),
  language: action("shell.otherLanguage", speakOther),
  palette: action("shell.palette", () => look.togglePalette()),
  projector: action("shell.projector", () => look.toggleProjector()),
  fullScreen: action("keys.fullScreen", toggleFullScreen),
  pointer: action("keys.pointer", () => pointer.toggle()),
  share: action("shell.share", openShare),
  presenter: action("keys.presenter", present),
  help: action("keys.title", openHelp),
};
const header = fillHeader(part("header"), cover, boards, actions, device.element);

const router = new Router(
  part("board"),
  [cover, ...boards],
  lookBack,
  [check, worksheet],
  {
    client,
    t: speech.t,
    get language() {
      return speech.language;
    },
    get format() {
      return speech.format;
    },
    notices,
    keys,
    learn: (parts) => speech.learn(parts),
    announce: (text) => notices.announce(text),
  },
  speech,
  { onShow: show, onAddress: findAt },
);
effect(() => header.setProjector(look.projector));
whenever(lookNumber, () => {
  inkDigits();
  imprint.update();
});
keys.bind(actions);
speech.translate(document);
const keeper = new ControlKeeper(part("board"), pageSettings.keep.parse(pageParameter("keep") ?? "") ?? null);
void router.follow(refusedPageParameters());
// A page that is one file needs no keeping.
if (!files) void keepOffline(client, notices);

async function speakOther() {
  await hereOrNotice(() => speech.set(speech.language === "ko" ? "en" : "ko"), notices, "language");
}

/** @param {string} id */
function show(id) {
  place.value = { id, address: "" };
  header.setPage(id);
  if (!keeper.knows(id)) notices.note("address.refused", { values: inShort([`keep=${pageParameter("keep")}`]) });
}

/** @param {string} id @param {string} address */
function findAt(id, address) {
  header.setAddress(id, address);
  if (place.value.id === id) place.value = { id, address };
}

async function present() {
  // Before anything is waited for: browsers open a window only while a press is fresh.
  const view = window.open("", "chalknet-presenter", "popup,width=1180,height=760");
  if (!view) return notices.note("presenter.refused");
  const { fillPresenter } = await hereOrNotice(() => import("./presenter/presenter.js"), notices, "presenter");
  await fillPresenter(view, { boards, place: () => place.value, actions, speech });
}

async function openShare() {
  const [{ ShareDialog }] = await hereOrNotice(() => Promise.all([import("./shell/share.js"), speech.learn([share])]), notices, "share");
  if (!dialogs.share) {
    dialogs.share = new ShareDialog(part("board"), speech, notices);
    document.body.append(dialogs.share.element);
  }
  dialogs.share.open();
}

async function openHelp() {
  const [{ createHelp }] = await hereOrNotice(() => Promise.all([import("./shell/help.js"), speech.learn([help])]), notices, "help");
  if (!dialogs.help) {
    dialogs.help = createHelp(keys);
    document.body.append(dialogs.help);
    speech.translate(dialogs.help);
  }
  dialogs.help.showModal();
}

async function toggleFullScreen() {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  } catch {
    notices.note("fullScreen.refused");
  }
}

/** @param {string} id */
function part(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no #${id}`);
  return element;
}
