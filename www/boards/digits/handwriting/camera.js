/** QR codes before the camera: found by the browser where it can, by the library that draws them elsewhere. */

/** Between two looks, in milliseconds: a camera gives thirty pictures a second, and nobody holds a code up for so short. */
const PAUSE = 150;
/** The longer side of what is looked at: enough for the squares of a code that fills the picture. */
const SIDE = 960;

/** @typedef {(video: HTMLVideoElement) => Promise<string[]>} Detect */

export class CodeCamera {
  /** @type {MediaStream | null} */
  #stream = null;
  #isWanted = false;

  /**
   * @param {HTMLVideoElement} video where one sees what it sees
   * @param {(text: string) => void} onText told of every code, also again of one that stays in view
   */
  constructor(video, onText) {
    this.video = video;
    this.onText = onText;
  }

  /** @returns {Promise<boolean>} false where there is no camera, or it is not allowed */
  async start() {
    this.#isWanted = true;
    try {
      const [stream, detect] = await Promise.all([navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } }), detector()]);
      this.#stream = stream;
      if (!this.#isWanted) return this.stop(), true;
      this.video.srcObject = stream;
      await this.video.play();
      void this.#look(detect);
      return true;
    } catch (error) {
      console.warn(error);
      this.stop();
      return false;
    }
  }

  stop() {
    this.#isWanted = false;
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.video.srcObject = null;
  }

  /** @param {Detect} detect */
  async #look(detect) {
    while (this.#isWanted) {
      for (const text of await detect(this.video)) this.onText(text);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/** @returns {Promise<Detect>} */
async function detector() {
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
