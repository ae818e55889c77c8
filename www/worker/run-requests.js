/**
 * The requests about the one run of the session: its training, the drawing that it answers, and looks at the images and at
 * the network. The page takes this run over where a worker dies, so it belongs to no board.
 */

import { Drawing } from "./drawing.js";
import { engineReady } from "./engine.js";
import { Failure } from "./failure.js";
import { examples, firstLayer, images, unit } from "./gallery.js";
import { ownImages } from "./images.js";
import { Run } from "./run.js";
import { inTurn } from "./tasks.js";
import { createTrainerOn } from "./trainers.js";
import { Training } from "./training.js";

/** @import { Handlers, MessageOf, Results } from "../protocol" */
/** @import { Session } from "./session.js" */

/**
 * @param {Session} session
 * @returns {Handlers<"configure" | "train" | "pause" | "step" | "setLearningRate" | "checkpoint" | "rewind" | "draw" | "images" | "examples" | "firstLayer" | "unit">}
 */
export function runRequests(session) {
  const { emit, report } = session;
  /** @type {Training | null} */
  let training = null;
  const next = inTurn();
  const drawing = new Drawing(
    () => training?.run ?? null,
    (prediction) => emit({ event: "prediction", prediction }),
    report,
  );
  session.onImages(() => void training?.dataArrived().catch(report));
  /** What the run learns from, or would. */
  const data = () => training?.run.data ?? session.data;
  const answers = () => training?.evaluations.answers ?? null;

  /**
   * @param {MessageOf<"configure">} message
   * @returns {Promise<Results["configure"]>}
   */
  const configure = async ({ run: number, config, checkpoint, pictures }) => {
    const [wanted] = await Promise.all([session.device, engineReady()]);
    const { trainer, device } = await createTrainerOn(config, wanted);
    if (device !== wanted) {
      session.moveTo(device);
      report(new Failure(device.reason === "adapter-hung" ? "device-hung" : "device-failed", "no network could be made on the graphics card"));
    }
    const run = new Run(number, config, trainer, pictures ? ownImages(pictures) : session.data);
    const made = new Training(run, {
      emit,
      onWeights: () => drawing.weightsChanged(),
      onRest: () => drawing.refresh(),
      onMoved: (error) => session.giveUpDevice(error),
      onError: report,
    });
    try {
      await made.prepare(checkpoint);
    } catch (error) {
      await made.close();
      throw error;
    }
    // The earlier run is given up only now that this one stands.
    const dropped = (await training?.close()) ?? null;
    training = made;
    await made.begin();
    return { info: run.info, dropped };
  };

  /** @param {number} run */
  const current = (run) => {
    if (training?.run.number !== run) throw new Failure("bad-request", `there is no run ${run}`);
    return training;
  };

  /** The training of a run that is there, or will be when its configuration is made. @param {number} run */
  const trainingOf = (run) => next(() => current(run));

  return {
    configure: (message) => next(() => configure(message)),
    async train({ run, untilEpoch }) {
      (await trainingOf(run)).train(untilEpoch);
      return null;
    },
    async pause({ run }) {
      (await trainingOf(run)).pause();
      return null;
    },
    async step({ run }) {
      (await trainingOf(run)).step();
      return null;
    },
    async setLearningRate({ run, learningRate }) {
      (await trainingOf(run)).run.setLearningRate(learningRate);
      return null;
    },
    async checkpoint({ run }) {
      return (await trainingOf(run)).checkpoint();
    },
    // Whoever asks to train on meanwhile means: from there.
    rewind: ({ run }) => next(() => current(run).rewind()),
    draw(message) {
      drawing.set(message);
      return null;
    },
    images: ({ split, rows, ofRun }) => images(ofRun ? data() : session.data, split, rows, answers()),
    examples: (message) => examples(data(), message, answers()),
    async firstLayer({ run, units }) {
      return firstLayer((await trainingOf(run)).run, units);
    },
    async unit(message) {
      return unit((await trainingOf(message.run)).run, message.unit);
    },
  };
}
