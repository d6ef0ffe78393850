// What happens between the controller and a lock: frame counts, lost, late, repeated and overtaking frames, and who else is listening.

import { AsyncLocalStorage } from "node:async_hooks";
import { CommandClass } from "@zwave-js/cc";
import { ZWaveProtocolCC } from "@zwave-js/cc/ZWaveProtocolCC";
import { CommandClasses } from "@zwave-js/core";
import { Bytes } from "@zwave-js/shared";
import { MockZWaveFrameType, createMockZWaveRequestFrame } from "@zwave-js/testing";
import { randomFrom } from "./line.mjs";

const KEPT_FRAMES = 64;
const OVERTAKEN_MS = 150;
export const carrierClasses = [CommandClasses.Security, CommandClasses["Security 2"], CommandClasses["Transport Service"]];

/** How the command that is being handled came: {channel: security class, or undefined in the clear}. */
const request = new AsyncLocalStorage();

export const hex = (n) => (n ?? 0).toString(16).toUpperCase().padStart(2, "0");

// "6C01>6301" is User Code Set inside Supervision Get.
function nameOf(cc) {
  const name = hex(cc.ccId) + hex(cc.ccCommand);
  return cc.encapsulated instanceof CommandClass ? `${name}>${nameOf(cc.encapsulated)}` : name;
}

// The command byte of Transport Service carries three bits of a length.
function carrierOf(bytes) {
  if (!carrierClasses.includes(bytes[0])) return undefined;
  return hex(bytes[0]) + hex(bytes[0] === CommandClasses["Transport Service"] ? bytes[1] & 0xf8 : bytes[1]);
}

const bump = (table, name) => (table[name] = (table[name] ?? 0) + 1);

function fresh() {
  return { toNode: 0, fromNode: 0, commands: {}, answers: {}, carriers: { toNode: {}, fromNode: {} } };
}

/** One frame as it is on the air, for a stick that passes bytes on without understanding them. */
function opaque(node, bytes) {
  const cc = new CommandClass({
    nodeId: node.controller.ownNodeId,
    ccId: bytes[0],
    ccCommand: bytes[1],
    payload: Bytes.from(bytes.subarray(2)),
  });
  return createMockZWaveRequestFrame(cc, { ackRequested: false });
}

/** Stands in a mock node's way, in both directions. Every frame of a lock, solicited or not, passes here as bytes. */
export class Air {
  #node;
  #receive;
  #transmit;
  #lost = { commands: 0, answers: 0 };
  #repeated = 0;
  #delayMs = 0;
  #weather = { drop: 0, double: 0, reorder: 0 };
  #random = randomFrom(1);
  #overtaken = { toNode: undefined, fromNode: undefined };
  #counts = fresh();
  #outgoing = Promise.resolve();
  #incoming = Promise.resolve();
  #tampering;
  /** What an attacker has heard from the lock and from the stick. */
  heard = [];
  spoken = [];
  /** No battery: neither hears nor sends. */
  dead = false;

  constructor(node) {
    this.#node = node;
    this.#receive = node.onControllerFrame.bind(node);
    node.onControllerFrame = async (frame) => {
      if (frame.type !== MockZWaveFrameType.Request) return this.#receive(frame);
      // Only what the stick itself sends comes this way; the host's frames come through fromHost.
      this.#counts.toNode++;
      bump(this.#counts.commands, nameOf(frame.payload));
      if (this.#lost.commands > 0) {
        this.#lost.commands--;
        return undefined;
      }
      return this.#receive(frame);
    };
    this.#transmit = node.sendToController.bind(node);
    node.sendToController = async (frame) => {
      if (frame.type !== MockZWaveFrameType.Request) return this.#transmit(frame);
      if (frame.payload instanceof ZWaveProtocolCC) {
        this.#counts.fromNode++;
        bump(this.#counts.answers, nameOf(frame.payload));
        return this.#transmit(frame);
      }
      this.say(frame.payload);
      return undefined;
    };
  }

  /** A frame of the host's. Tells whether the stick gets an acknowledgement, and what is left to do after it. */
  fromHost(bytes) {
    this.#counts.toNode++;
    const carrier = carrierOf(bytes);
    if (carrier) bump(this.#counts.carriers.toNode, carrier);
    this.#remember(this.spoken, bytes);
    if (this.dead) return { acknowledged: false, deliver() {} };
    if (this.#lost.commands > 0) {
      this.#lost.commands--;
      if (!carrier) bump(this.#counts.commands, hex(bytes[0]) + hex(bytes[1]));
      return { acknowledged: false, deliver() {} };
    }
    // Half of what is lost are acknowledgements: the lock has the frame, the stick does not know.
    const lost = this.#chance("drop");
    if (lost && this.#random() < 0.5) return { acknowledged: false, deliver() {} };
    return {
      acknowledged: !lost,
      deliver: () => this.#inDisorder("toNode", bytes, (each) => this.hear(each)),
    };
  }

  #remember(list, bytes) {
    list.push(Uint8Array.from(bytes));
    if (list.length > KEPT_FRAMES) list.shift();
  }

  /** A frame reaches the lock. */
  hear(bytes) {
    this.#incoming = this.#incoming
      .then(() => this.#node.security.open(bytes))
      .then((opened) => opened && this.handle(opened.cc, opened.channel))
      .catch((e) => process.stderr.write(`${e.stack}\n`));
  }

  /** Gives one command to the lock; its answers go back the way the command came. */
  handle(cc, channel) {
    bump(this.#counts.commands, nameOf(cc));
    if (!this.#node.security.accepts(cc, channel)) return;
    const frame = createMockZWaveRequestFrame(cc, { ackRequested: false });
    request.run({ channel }, () => void this.#receive(frame).catch((e) => process.stderr.write(`${e.stack}\n`)));
  }

  /** Sends one command of the lock's after those before it. */
  say(cc, origin = request.getStore()) {
    this.#outgoing = this.#outgoing
      .then(() => this.#say(cc, origin))
      .catch((e) => process.stderr.write(`${e.stack}\n`));
  }

  afterSent(action) {
    this.#outgoing = this.#outgoing.then(action);
    return this.#outgoing;
  }

  async #say(cc, origin) {
    if (this.#delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#delayMs));
    const channel = this.#node.security.channelFor(cc, origin);
    for (const bytes of await this.#node.security.seal(cc, channel)) {
      await this.#node.security.transmit(bytes);
    }
    bump(this.#counts.answers, nameOf(cc));
  }

  /** Puts one frame of the lock's on the air, now. */
  emit(bytes) {
    if (this.dead) return;
    this.#counts.fromNode++;
    const carrier = carrierOf(bytes);
    if (carrier) bump(this.#counts.carriers.fromNode, carrier);
    this.#remember(this.heard, bytes);
    if (this.#lost.answers > 0) {
      this.#lost.answers--;
      return;
    }
    if (this.#chance("drop")) return;
    const tampered = this.#tampering?.(Uint8Array.from(bytes));
    if (this.#repeated > 0) {
      this.#repeated--;
      this.inject(bytes);
    }
    this.#inDisorder("fromNode", tampered ?? bytes, (each) => this.inject(each));
  }

  /** Puts a frame on the air that the lock may know nothing of. */
  inject(bytes) {
    void this.#transmit(opaque(this.#node, bytes)).catch(() => undefined);
  }

  #inDisorder(direction, bytes, pass) {
    const held = this.#overtaken[direction];
    if (held === undefined && this.#chance("reorder")) {
      const timer = setTimeout(() => this.#release(direction), OVERTAKEN_MS);
      this.#overtaken[direction] = { bytes, pass, timer };
      return;
    }
    pass(bytes);
    if (this.#chance("double")) pass(bytes);
    this.#release(direction);
  }

  #release(direction) {
    const held = this.#overtaken[direction];
    if (held === undefined) return;
    this.#overtaken[direction] = undefined;
    clearTimeout(held.timer);
    held.pass(held.bytes);
  }

  #chance(what) {
    return this.#weather[what] > 0 && this.#random() < this.#weather[what];
  }

  /** Probabilities per frame, in both directions. */
  weather({ seed, drop, double, reorder }) {
    if (seed !== undefined) this.#random = randomFrom(seed);
    for (const [name, value] of Object.entries({ drop, double, reorder })) {
      if (value !== undefined) this.#weather[name] = value;
    }
  }

  /** Somebody changes the lock's next frames that the predicate takes. */
  tamper(count, takes, change) {
    let left = count;
    this.#tampering = (bytes) => {
      if (left === 0 || !takes(bytes)) return undefined;
      left--;
      return change(bytes);
    };
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
