// The stick's network management by frames of the Serial API: add, remove, failed nodes, SmartStart. The mock never removes a node.

import { dskOf } from "./key-exchange.mjs";

const ADD_NODE = 0x4a;
const REMOVE_NODE = 0x4b;
const REMOVE_FAILED = 0x61;
const IS_FAILED = 0x62;
const REPLACE_FAILED = 0x63;
const APPLICATION_UPDATE = 0x49;
const SMART_START_HOME_ID = 0x85;

const Mode = { STOP: 5, STOP_REPLICATION: 6, SMART_START: 8, SMART_START_LISTEN: 9 };
const Status = { READY: 1, NODE_FOUND: 2, END_NODE: 3, PROTOCOL_DONE: 5, DONE: 6, FAILED: 7 };
const Replace = { READY: 3, DONE: 4, FAILED: 5 };
const NOT_FOUND = 0x08;
const STEP_MS = 10;
const PRIME_MS = 1000;
const HOME_ID_BYTES = 4;

const pause = () => new Promise((resolve) => setTimeout(resolve, STEP_MS));

function frame(type, command) {
  const bytes = [command.length + 2, type, ...command];
  return Uint8Array.of(1, ...bytes, bytes.reduce((sum, each) => sum ^ each, 0xff));
}

/** Bytes 9 to 12 and 13 to 16 of the DSK, made into home ids that no network has. */
function smartStartIds(node) {
  const dsk = Buffer.from(dskOf(node).hex, "hex");
  const nwi = Uint8Array.from(dsk.subarray(8, 12));
  nwi[0] |= 0xc0;
  nwi[3] &= 0xfe;
  const auth = Uint8Array.from(dsk.subarray(12, 16));
  auth[0] &= 0x3f;
  auth[3] |= 0x01;
  return { nwi, auth };
}

export class Network {
  #controller;
  #locks;
  #send;
  #looking;
  #found;
  #listening = false;
  #pressed = new Map();

  constructor(controller, locks, send) {
    this.#controller = controller;
    this.#locks = locks;
    this.#send = send;
    for (const [id, { scenario }] of locks) {
      if (scenario.included === false && (scenario.joins ?? "auto") === "auto" && !scenario.smartStart) {
        this.#pressed.set(id, "join");
      }
    }
    setInterval(() => this.#prime(), PRIME_MS).unref();
  }

  /** Takes a frame of the host's when it is about the network. */
  take(bytes) {
    const [, , type, id, ...rest] = bytes.subarray(0, -1);
    const handlers = {
      [ADD_NODE]: () => this.#add(rest),
      [REMOVE_NODE]: () => this.#remove(rest),
      [REMOVE_FAILED]: () => this.#removeFailed(rest),
      [IS_FAILED]: () => this.#respond(IS_FAILED, [this.#isFailed(rest[0]) ? 1 : 0]),
      [REPLACE_FAILED]: () => this.#replaceFailed(rest),
    };
    if (type !== 0 || !Object.hasOwn(handlers, id)) return false;
    void handlers[id]();
    return true;
  }

  /** The button of a lock: it joins or leaves as soon as the stick looks for it. */
  press(node, what) {
    this.#pressed.set(node.id, what);
    void this.#meet();
  }

  /** Somebody stops helping: the lock no longer wants to join or leave. */
  release(node) {
    this.#pressed.delete(node.id);
  }

  reset() {
    this.#looking = undefined;
    this.#found = undefined;
    this.#listening = false;
  }

  #respond(id, payload) {
    this.#send(frame(1, [id, ...payload]));
  }

  #tell(id, callback, status, rest = [0, 0]) {
    if (callback !== 0) this.#send(frame(0, [id, callback, status, ...rest]));
  }

  #information(node) {
    const { basicDeviceClass, genericDeviceClass, specificDeviceClass } = node.capabilities;
    return [basicDeviceClass, genericDeviceClass, specificDeviceClass, ...node.security.openClasses()];
  }

  #add([options, callback, ...homeIds]) {
    const mode = options & 0x0f;
    if (mode === Mode.STOP || mode === Mode.STOP_REPLICATION) return this.#stop(ADD_NODE, callback);
    if (mode === Mode.SMART_START_LISTEN) {
      this.#listening = true;
      return this.#prime();
    }
    if (this.#looking) return this.#tell(ADD_NODE, callback, Status.FAILED);
    const auth = mode === Mode.SMART_START ? homeIds.slice(HOME_ID_BYTES, 2 * HOME_ID_BYTES).join() : undefined;
    this.#looking = { id: ADD_NODE, callback, auth };
    this.#tell(ADD_NODE, callback, Status.READY);
    return this.#meet();
  }

  #remove([options, callback]) {
    if ((options & 0x0f) === Mode.STOP) return this.#stop(REMOVE_NODE, callback);
    if (this.#looking) return this.#tell(REMOVE_NODE, callback, Status.FAILED);
    this.#looking = { id: REMOVE_NODE, callback };
    this.#tell(REMOVE_NODE, callback, Status.READY);
    return this.#meet();
  }

  #stop(id, callback) {
    const found = this.#found;
    this.#listening = false;
    this.#looking = undefined;
    this.#found = undefined;
    this.#tell(id, callback, Status.DONE, [found?.id ?? 0, 0]);
  }

  #candidate() {
    const { id, auth } = this.#looking;
    const wanted = id === REMOVE_NODE ? "leave" : "join";
    return [...this.#locks.values()].find((node) => {
      const included = this.#controller.nodes.has(node.id);
      if (included === (wanted === "join") || node.air.dead) return false;
      if (auth !== undefined) return smartStartIds(node).auth.join() === auth;
      return this.#pressed.get(node.id) === wanted;
    });
  }

  async #meet() {
    await pause();
    const looking = this.#looking;
    if (!looking || this.#found || looking.id === REPLACE_FAILED) return;
    const node = this.#candidate();
    if (!node) return;
    this.#found = node;
    this.#pressed.delete(node.id);
    const { id, callback } = looking;
    const information = this.#information(node);
    this.#tell(id, callback, Status.NODE_FOUND);
    await pause();
    if (this.#looking !== looking) return;
    if (id === ADD_NODE) {
      this.#tell(id, callback, Status.END_NODE, [node.id, information.length, ...information]);
      await pause();
      await this.#join(node);
      this.#tell(id, callback, Status.PROTOCOL_DONE, [node.id, 0]);
      return;
    }
    await this.#depart(node);
    this.#tell(id, callback, Status.END_NODE, [node.id, information.length, ...information]);
    await pause();
    this.#tell(id, callback, Status.DONE, [node.id, 0]);
    this.#looking = undefined;
    this.#found = undefined;
  }

  async #join(node) {
    await node.security.forget();
    node.state.set("lifeline", [...(node.scenario.lifeline ?? [])]);
    node.state.set("lifelineEndPoints", []);
    this.#controller.addNode(node);
    node.security.exchange.begin();
  }

  async #depart(node) {
    this.#controller.removeNode(node);
    node.state.set("lifeline", []);
    await node.security.forget();
    node.security.exchange.outcome = "none";
  }

  #isFailed(id) {
    return this.#controller.nodes.get(id)?.air.dead ?? false;
  }

  async #removeFailed([id, callback]) {
    const node = this.#controller.nodes.get(id);
    if (!node) return this.#respond(REMOVE_FAILED, [NOT_FOUND]);
    this.#respond(REMOVE_FAILED, [0]);
    await pause();
    const failed = this.#isFailed(id);
    // The lock is not there to hear of it: it keeps its keys until it is reset.
    if (failed) this.#controller.removeNode(node);
    this.#tell(REMOVE_FAILED, callback, failed ? 1 : 0, []);
  }

  async #replaceFailed([id, callback]) {
    const node = this.#controller.nodes.get(id);
    if (!node) return this.#respond(REPLACE_FAILED, [NOT_FOUND]);
    this.#respond(REPLACE_FAILED, [0]);
    await pause();
    if (!this.#isFailed(id)) return this.#tell(REPLACE_FAILED, callback, 0, []);
    this.#tell(REPLACE_FAILED, callback, Replace.READY, []);
    await pause();
    // The same lock, reset and with a charged battery, is its own replacement.
    node.air.dead = false;
    await this.#join(node);
    this.#tell(REPLACE_FAILED, callback, Replace.DONE, []);
  }

  /** A lock that was told nothing but its power asks to be included, again and again. */
  #prime() {
    if (!this.#listening || this.#looking) return;
    for (const node of this.#locks.values()) {
      if (!node.scenario.smartStart || node.air.dead || this.#controller.nodes.has(node.id)) continue;
      const [basic, generic, specific, ...classes] = this.#information(node);
      const description = [classes.length, basic, generic, specific, ...classes];
      const { nwi } = smartStartIds(node);
      this.#send(frame(0, [APPLICATION_UPDATE, SMART_START_HOME_ID, 0, 0, ...nwi, ...description]));
    }
  }
}
