// The stick's end of the serial line: frames, acknowledgements, retransmission, and faults on request.

const SOF = 0x01;
const ACK = 0x06;
const NAK = 0x15;
const CAN = 0x18;
const BYTE_TIMEOUT_MS = 1500;
const ACK_TIMEOUT_MS = 1600;
const ATTEMPTS = 3;

function checksum(frame) {
  let sum = 0xff;
  for (let i = 1; i < frame.length - 1; i++) sum ^= frame[i];
  return sum;
}

// A small seeded generator, so that a failing run can be run again.
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
}

/** Joins one host socket with the mock controller, which takes and gives whole frames only and never retransmits. */
export class Line {
  #toStick;
  #socket;
  #received = [];
  #byteTimer;
  #outgoing = [];
  #waiting;
  #faults = {};
  #random = randomFrom(1);
  #inject = { nak: 0, can: 0, silent: 0 };
  #counts = { fromHost: 0, toHost: 0, retransmitted: 0, refused: 0 };

  constructor(toStick) {
    this.#toStick = toStick;
  }

  get connected() {
    return this.#socket !== undefined;
  }

  attach(socket) {
    this.drop();
    this.#socket = socket;
    socket.on("data", (bytes) => this.#fromHost(this.#damaged(bytes)));
  }

  detach(socket) {
    if (this.#socket === socket) this.drop();
  }

  drop() {
    this.#socket?.destroy();
    this.#socket = undefined;
    this.#received = [];
    this.#outgoing = [];
    clearTimeout(this.#byteTimer);
    clearTimeout(this.#waiting?.timer);
    this.#waiting = undefined;
  }

  /** drop, double and corrupt are probabilities per byte; split writes byte by byte; collide answers CAN as a busy stick does. */
  set({ seed, drop, double, corrupt, split, collide, nak, can, silent }) {
    if (seed !== undefined) this.#random = randomFrom(seed);
    for (const [name, value] of Object.entries({ drop, double, corrupt, split, collide })) {
      if (value !== undefined) this.#faults[name] = value;
    }
    for (const [name, value] of Object.entries({ nak, can, silent })) {
      if (value !== undefined) this.#inject[name] = value;
    }
  }

  takeCounts() {
    const counts = this.#counts;
    this.#counts = { fromHost: 0, toHost: 0, retransmitted: 0, refused: 0 };
    return counts;
  }

  /** What the mock controller emits: its one-byte answers are the line's business, its frames wait their turn. */
  fromStick(bytes) {
    if (bytes[0] !== SOF) return;
    this.#toStick(Uint8Array.of(ACK));
    if (!this.#socket) return;
    this.#outgoing.push(Uint8Array.from(bytes));
    this.#next();
  }

  #next() {
    if (this.#waiting || this.#outgoing.length === 0) return;
    this.#waiting = { frame: this.#outgoing.shift(), attempt: 0, timer: undefined };
    this.#counts.toHost++;
    this.#transmit();
  }

  #transmit() {
    const waiting = this.#waiting;
    clearTimeout(waiting.timer);
    if (waiting.attempt++ >= ATTEMPTS) {
      this.#waiting = undefined;
      this.#next();
      return;
    }
    if (waiting.attempt > 1) this.#counts.retransmitted++;
    this.#write(waiting.frame);
    waiting.timer = setTimeout(() => this.#transmit(), ACK_TIMEOUT_MS);
  }

  #write(bytes) {
    const damaged = this.#damaged(bytes);
    if (!this.#socket || damaged.length === 0) return;
    if (this.#faults.split) {
      for (const byte of damaged) this.#socket.write(Uint8Array.of(byte));
    } else {
      this.#socket.write(damaged);
    }
  }

  #damaged(bytes) {
    const { drop = 0, double = 0, corrupt = 0 } = this.#faults;
    if (drop === 0 && double === 0 && corrupt === 0) return bytes;
    const result = [];
    for (const byte of bytes) {
      if (this.#random() < drop) continue;
      const sent = this.#random() < corrupt ? byte ^ (1 << Math.floor(this.#random() * 8)) : byte;
      result.push(sent);
      if (this.#random() < double) result.push(sent);
    }
    return Uint8Array.from(result);
  }

  #fromHost(bytes) {
    clearTimeout(this.#byteTimer);
    this.#received.push(...bytes);
    while (this.#received.length > 0 && this.#takeOne()) {
      // each turn takes one byte or one frame
    }
    if (this.#received.length > 0) {
      this.#byteTimer = setTimeout(() => (this.#received = []), BYTE_TIMEOUT_MS);
    }
  }

  #takeOne() {
    const received = this.#received;
    if (received[0] !== SOF) {
      this.#control(received.shift());
      return true;
    }
    if (received.length < 2) return false;
    if (received[1] < 3) {
      received.shift();
      return true;
    }
    const length = received[1] + 2;
    if (received.length < length) return false;
    this.#frame(Uint8Array.from(received.splice(0, length)));
    return true;
  }

  #control(byte) {
    if (!this.#waiting) return;
    if (byte === ACK) {
      clearTimeout(this.#waiting.timer);
      this.#waiting = undefined;
      this.#next();
    } else if (byte === NAK || byte === CAN) {
      clearTimeout(this.#waiting.timer);
      this.#waiting.timer = setTimeout(() => this.#transmit(), 10);
    }
  }

  #frame(frame) {
    if (frame.at(-1) !== checksum(frame)) return this.#refuse(NAK);
    if (this.#inject.nak > 0) return this.#refuse(NAK, "nak");
    if (this.#inject.can > 0) return this.#refuse(CAN, "can");
    if (this.#inject.silent > 0) return this.#refuse(undefined, "silent");
    if (this.#faults.collide && this.#waiting) return this.#refuse(CAN);
    this.#counts.fromHost++;
    this.#write(Uint8Array.of(ACK));
    this.#toStick(frame);
  }

  #refuse(answer, injected) {
    this.#counts.refused++;
    if (injected) this.#inject[injected]--;
    if (answer !== undefined) this.#write(Uint8Array.of(answer));
  }
}
