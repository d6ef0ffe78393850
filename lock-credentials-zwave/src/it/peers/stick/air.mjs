// What happens between the controller and a lock: frame counts, lost, late and repeated frames.

import { CommandClass } from "@zwave-js/cc";
import { MockZWaveFrameType } from "@zwave-js/testing";

const hex = (n) => (n ?? 0).toString(16).toUpperCase().padStart(2, "0");

// "6C01>6301" is User Code Set inside Supervision Get.
function nameOf(cc) {
  const name = hex(cc.ccId) + hex(cc.ccCommand);
  return cc.encapsulated instanceof CommandClass ? `${name}>${nameOf(cc.encapsulated)}` : name;
}

function fresh() {
  return { toNode: 0, fromNode: 0, commands: {}, answers: {} };
}

/** Stands in a mock node's way, in both directions. Every frame of a lock, solicited or not, passes here. */
export class Air {
  #lost = { commands: 0, answers: 0 };
  #repeated = 0;
  #delayMs = 0;
  #counts = fresh();
  #queue = Promise.resolve();

  constructor(node) {
    const receive = node.onControllerFrame.bind(node);
    node.onControllerFrame = async (frame) => {
      if (frame.type === MockZWaveFrameType.Request) {
        this.#counts.toNode++;
        this.#count(this.#counts.commands, frame.payload);
        if (this.#lost.commands > 0) {
          this.#lost.commands--;
          return;
        }
      }
      return receive(frame);
    };
    const send = node.sendToController.bind(node);
    node.sendToController = (frame) => {
      if (frame.type !== MockZWaveFrameType.Request) return send(frame);
      const sent = this.#queue.then(() => this.#send(send, frame));
      this.#queue = sent.catch(() => undefined);
      return sent;
    };
  }

  async #send(send, frame) {
    if (this.#delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#delayMs));
    this.#counts.fromNode++;
    this.#count(this.#counts.answers, frame.payload);
    if (this.#lost.answers > 0) {
      this.#lost.answers--;
      return undefined;
    }
    if (this.#repeated > 0) {
      this.#repeated--;
      void send({ ...frame, ackRequested: false });
    }
    // Not awaited inside the queue: the acknowledgement of a frame must not hold up the next one.
    void Promise.resolve(send(frame)).catch(() => undefined);
    return undefined;
  }

  #count(table, payload) {
    const name = payload instanceof CommandClass ? nameOf(payload) : "?";
    table[name] = (table[name] ?? 0) + 1;
  }

  lose(what, count) {
    if (!(what in this.#lost)) throw new Error(`cannot lose ${what}`);
    this.#lost[what] = count;
  }

  repeat(count) {
    this.#repeated = count;
  }

  delay(ms) {
    this.#delayMs = ms;
  }

  takeCounts() {
    const counts = this.#counts;
    this.#counts = fresh();
    return counts;
  }
}
