// Transport Service version 2 of one lock: datagrams that do not fit one frame, in both directions. The mock has none.

import {
  TransportServiceCCFirstSegment,
  TransportServiceCCSegmentComplete,
  TransportServiceCCSegmentRequest,
  TransportServiceCCSegmentWait,
  TransportServiceCCSubsequentSegment,
} from "@zwave-js/cc/TransportServiceCC";

/** What one frame of the classic protocol carries for the application. */
export const MAX_PAYLOAD = 46;
const SEGMENT = 39;
const MISSING_MS = 400;
const SPACING_MS = 15;
const REQUESTS = 3;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class TransportService {
  #node;
  #host;
  #incoming;
  #outgoing;
  #session = 0;
  /** Session that ended last: its end is told again when its last segment comes again. */
  #complete;

  constructor(node) {
    this.#node = node;
    this.#host = node.controller.ownNodeId;
  }

  async #emit(cc) {
    this.#node.air.emit(await cc.serialize(this.#node.encodingContext));
  }

  /** Takes a command of the class; gives the datagram when that made it whole. */
  async take(cc) {
    const first = cc instanceof TransportServiceCCFirstSegment;
    if (first || cc instanceof TransportServiceCCSubsequentSegment) return this.#segment(cc, first);
    if (cc instanceof TransportServiceCCSegmentRequest) await this.#again(cc);
    if (cc instanceof TransportServiceCCSegmentComplete && cc.sessionId === this.#outgoing?.sessionId) {
      this.#outgoing.done();
    }
    if (cc instanceof TransportServiceCCSegmentWait) await this.#restart(cc);
    return undefined;
  }

  async #segment({ sessionId, datagramSize, datagramOffset = 0, partialDatagram }, first) {
    if (this.#complete === sessionId && !first && this.#incoming === undefined) {
      await this.#emit(new TransportServiceCCSegmentComplete({ nodeId: this.#host, sessionId }));
      return undefined;
    }
    if (first && this.#incoming?.sessionId !== sessionId) {
      clearTimeout(this.#incoming?.timer);
      this.#incoming = { sessionId, bytes: new Uint8Array(datagramSize), have: new Set(), requests: 0 };
    }
    const session = this.#incoming;
    if (session?.sessionId !== sessionId || session.bytes.length !== datagramSize) {
      // A later segment of a datagram whose beginning was lost: begin again.
      if (!first) await this.#emit(new TransportServiceCCSegmentWait({ nodeId: this.#host, pendingSegments: 0 }));
      return undefined;
    }
    partialDatagram.forEach((byte, i) => {
      if (datagramOffset + i >= datagramSize) return;
      session.bytes[datagramOffset + i] = byte;
      session.have.add(datagramOffset + i);
    });
    clearTimeout(session.timer);
    if (session.have.size < datagramSize) {
      session.timer = setTimeout(() => void this.#request(session), MISSING_MS);
      if (datagramOffset + partialDatagram.length >= datagramSize) await this.#request(session);
      return undefined;
    }
    this.#incoming = undefined;
    this.#complete = sessionId;
    await this.#emit(new TransportServiceCCSegmentComplete({ nodeId: this.#host, sessionId }));
    return session.bytes;
  }

  async #request(session) {
    if (this.#incoming !== session) return;
    clearTimeout(session.timer);
    if (session.requests++ >= REQUESTS) {
      this.#incoming = undefined;
      return;
    }
    const datagramOffset = session.bytes.findIndex((_, i) => !session.have.has(i));
    session.timer = setTimeout(() => void this.#request(session), MISSING_MS);
    const { sessionId } = session;
    await this.#emit(new TransportServiceCCSegmentRequest({ nodeId: this.#host, sessionId, datagramOffset }));
  }

  /** Sends a datagram in segments; ends with the host's Segment Complete, or after a while without it. */
  async send(bytes) {
    const sessionId = (this.#session = (this.#session + 1) & 0x0f);
    const complete = new Promise((done) => (this.#outgoing = { sessionId, bytes, done }));
    await this.#segmentsFrom(0);
    await Promise.race([complete, pause(REQUESTS * MISSING_MS)]);
    this.#outgoing = undefined;
  }

  async #segmentsFrom(offset) {
    const { bytes } = this.#outgoing;
    for (let at = offset; at < bytes.length; at += SEGMENT) {
      await this.#emitSegment(at);
      await pause(SPACING_MS);
    }
  }

  async #emitSegment(datagramOffset) {
    const { sessionId, bytes } = this.#outgoing;
    const partialDatagram = bytes.subarray(datagramOffset, datagramOffset + SEGMENT);
    const options = { nodeId: this.#host, sessionId, datagramSize: bytes.length, datagramOffset, partialDatagram };
    const Segment = datagramOffset === 0 ? TransportServiceCCFirstSegment : TransportServiceCCSubsequentSegment;
    await this.#emit(new Segment(options));
  }

  async #again({ sessionId, datagramOffset }) {
    if (this.#outgoing?.sessionId === sessionId && datagramOffset < this.#outgoing.bytes.length) {
      await this.#emitSegment(datagramOffset);
    }
  }

  async #restart({ pendingSegments }) {
    if (!this.#outgoing) return;
    await pause(pendingSegments * 100);
    if (this.#outgoing) await this.#segmentsFrom(0);
  }
}
