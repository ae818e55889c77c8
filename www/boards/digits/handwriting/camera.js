/** What is held before the camera: QR codes, found by the browser where it can, by the library that draws them elsewhere; and whatever else is looked for. */

/** Between two looks, in milliseconds: a camera gives thirty pictures a second, and nobody holds a code up for so short. */
const PAUSE = 150;
/** The longer side of what is looked at: enough for the squares of a code that fills the picture. */
const SIDE = 960;

/** @template T @typedef {(video: HTMLVideoElement) => Promise<T[]>} Detect what is in view */

/** @template T */
export class Camera {
  /** @type {MediaStream | null} */
  #stream = null;
  /** Counts starts and stops: what comes of an earlier start is let go of. */
  #turn = 0;

  /**
   * @param {HTMLVideoElement} video where one sees what it sees
   * @param {() => Promise<Detect<T>>} load what looks
   * @param {(found: T) => void} onFound told of everything that is found, also again of what stays in view
   */
  constructor(video, load, onFound) {
    this.video = video;
    this.load = load;
    this.onFound = onFound;
  }

  /** @returns {Promise<boolean>} false where there is no camera, or it is not allowed */
  async start() {
    this.stop();
    const turn = this.#turn;
    const isOver = () => turn !== this.#turn;
    try {
      // Before the camera: one that is on while this does not come would be nobody's to stop.
      const detect = await this.load();
      if (isOver()) return true;
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
      if (isOver()) {
        end(stream);
        return true;
      }
      this.#stream = stream;
      this.video.srcObject = stream;
      await this.video.play();
      void this.#look(detect, isOver);
      return true;
    } catch (error) {
      // Stopped while it began: that is no refusal.
      if (isOver()) return true;
      console.warn(error);
      this.stop();
      return false;
    }
  }

  stop() {
    this.#turn += 1;
    if (this.#stream) end(this.#stream);
    this.#stream = null;
    this.video.srcObject = null;
  }

  /** @param {Detect<T>} detect @param {() => boolean} isOver */
  async #look(detect, isOver) {
    while (!isOver()) {
      // A picture that is not there yet, or no more, holds no code.
      const all = await detect(this.video).catch(() => []);
      if (isOver()) return;
      for (const found of all) this.onFound(found);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/** @param {MediaStream} stream */
function end(stream) {
  for (const track of stream.getTracks()) track.stop();
}

/** @extends {Camera<string>} */
export class CodeCamera extends Camera {
  /** @param {HTMLVideoElement} video @param {(text: string) => void} onText */
  constructor(video, onText) {
    super(video, codeDetector, onText);
  }
}

/** @returns {Promise<Detect<string>>} */
async function codeDetector() {
  const Native = Reflect.get(window, "BarcodeDetector");
  if (Native && (await Native.getSupportedFormats()).includes("qr_code")) {
    const native = new Native({ formats: ["qr_code"] });
    return async (video) => (await native.detect(video)).map((/** @type {{ rawValue: string }} */ { rawValue }) => rawValue);
  }
  const { default: decodeQR } = await import("qr/decode.js");
  const context = new OffscreenCanvas(SIDE, SIDE).getContext("2d", { willReadFrequently: true });
  return async (video) => {
    const scale = SIDE / Math.max(video.videoWidth, video.videoHeight);
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
    if (!context || !(width > 0 && height > 0)) return [];
    context.drawImage(video, 0, 0, width, height);
    try {
      return [decodeQR(context.getImageData(0, 0, width, height))];
    } catch {
      // There is none in view, or it is not sharp.
      return [];
    }
  };
}
