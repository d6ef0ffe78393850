// The security of one lock: which commands it takes in which class, nonces, and the frames around its commands.
// Cryptography and frame formats are zwave-js's; unlike its mock, this lock refuses, requests nonces and sends again as locks do.

import { CommandClass, InvalidCC } from "@zwave-js/cc";
import {
  Security2CC,
  Security2CCCommandsSupportedGet,
  Security2CCCommandsSupportedReport,
  Security2CCMessageEncapsulation,
  Security2CCNonceGet,
  Security2CCNonceReport,
} from "@zwave-js/cc/Security2CC";
import {
  SecurityCC,
  SecurityCCCommandEncapsulation,
  SecurityCCCommandEncapsulationNonceGet,
  SecurityCCCommandsSupportedGet,
  SecurityCCCommandsSupportedReport,
  SecurityCCNonceGet,
  SecurityCCNonceReport,
} from "@zwave-js/cc/SecurityCC";
import { CommandClasses, SPANState, SecurityClass, SecurityManager, SecurityManager2, ZWaveErrorCodes } from "@zwave-js/core";
import { highestOf, isS2, nameOfClass, strongestFirst } from "./keys.mjs";
import { KeyExchange } from "./key-exchange.mjs";
import { MAX_PAYLOAD, TransportService } from "./transport-service.mjs";

const NONCE_WAIT_MS = 1000;
const NONCE_LIFE_MS = 10_000;
const SEND_AGAIN_MS = 500;
const S0_NONCE_SIZE = 8;

const S0 = CommandClasses.Security;
const S2 = CommandClasses["Security 2"];
const TRANSPORT_SERVICE = CommandClasses["Transport Service"];

/** What a lock answers in the clear even when it is included securely. */
const neverSecure = new Set([
  CommandClasses["Z-Wave Plus Info"],
  TRANSPORT_SERVICE,
  CommandClasses["No Operation"],
  CommandClasses["Z-Wave Protocol"],
  CommandClasses.Supervision,
  S0,
  S2,
]);

/** What a lock that can be secure does not offer at all as long as it is not. */
const onlySecure = new Set([
  CommandClasses["Door Lock"],
  CommandClasses["User Code"],
  CommandClasses["User Credential"],
  CommandClasses["Schedule Entry Lock"],
  CommandClasses.Lock,
]);

const innermost = (cc) => (cc.encapsulated instanceof CommandClass ? innermost(cc.encapsulated) : cc);

/** Security of one node: opens what comes, seals what goes. */
export class Security {
  #node;
  #host;
  #waiting = new Map();
  #firstHalves = new Map();
  #lastSealed;
  granted = new Set();
  supported;

  constructor(node, supported) {
    this.#node = node;
    this.#host = node.controller.ownNodeId;
    this.supported = supported;
    this.exchange = new KeyExchange(node, this);
    this.transport = new TransportService(node);
    Object.assign(node.encodingContext, {
      hasSecurityClass: (id, each) => this.granted.has(each) || (this.exchange.open ? undefined : false),
      getHighestSecurityClass: () => this.highest,
      setSecurityClass() {},
    });
  }

  get s2() {
    return this.#node.securityManagers.securityManager2;
  }

  get s0() {
    return this.#node.securityManagers.securityManager;
  }

  get highest() {
    return highestOf(this.granted);
  }

  /** Holds these keys from now on, and no others. */
  async grant(keys) {
    await this.forget();
    for (const [securityClass, key] of keys) await this.hold(securityClass, key);
  }

  async hold(securityClass, key) {
    if (securityClass === SecurityClass.S0_Legacy) this.holdS0(key);
    await this.s2?.setKey(securityClass, key);
    this.granted.add(securityClass);
  }

  holdS0(key) {
    const options = { ownNodeId: this.#node.id, networkKey: key, nonceTimeout: NONCE_LIFE_MS };
    this.#node.securityManagers.securityManager = new SecurityManager(options);
  }

  /** No keys, no nonces: as after leaving a network. */
  async forget() {
    this.granted.clear();
    this.#waiting.clear();
    this.#lastSealed = undefined;
    this.#node.securityManagers.securityManager = undefined;
    const s2 = [...this.supported].some(isS2);
    this.#node.securityManagers.securityManager2 = s2 ? await SecurityManager2.create() : undefined;
  }

  /** After a power loss: nonces are gone, keys are not. */
  restart() {
    this.s2?.deleteNonce(this.#host);
    this.s0?.deleteAllNoncesForReceiver(this.#host);
    this.#firstHalves.clear();
    this.#lastSealed = undefined;
  }

  isSecureOnly(ccId) {
    if (this.supported.size === 0) return false;
    return this.granted.size === 0 ? onlySecure.has(ccId) : !neverSecure.has(ccId);
  }

  /** What the node information frame lists: what it answers in the clear. */
  openClasses() {
    return [...this.#node.implementedCCs]
      .filter(([ccId, info]) => info.isSupported && info.version > 0 && ccId !== CommandClasses.Basic)
      .map(([ccId]) => ccId)
      .filter((ccId) => !this.isSecureOnly(ccId));
  }

  #secureClasses() {
    const all = [...this.#node.implementedCCs.keys()];
    return all.filter((ccId) => ccId !== CommandClasses.Basic && this.isSecureOnly(ccId));
  }

  accepts(cc, channel) {
    if (!this.isSecureOnly(innermost(cc).ccId)) return true;
    return this.granted.size > 0 && channel === this.highest;
  }

  channelFor(cc, origin) {
    if (origin !== undefined) return origin.channel;
    return this.isSecureOnly(cc.ccId) ? this.highest : undefined;
  }

  get #parsing() {
    return {
      sourceNodeId: this.#host,
      __internalIsMockNode: true,
      frameType: "singlecast",
      ...this.#node.encodingContext,
      ...this.#node.securityManagers,
    };
  }

  get #encoding() {
    return { nodeIdType: this.#node.controller.encodingContext.nodeIdType, ...this.#node.encodingContext };
  }

  async #parse(bytes) {
    try {
      return await CommandClass.parse(bytes, this.#parsing);
    } catch {
      // A lock ignores what it does not know.
      return undefined;
    }
  }

  /** What a frame of the host's carries for the lock's application, and in which class it came; nothing when it was about security. */
  async open(bytes) {
    const cc = await this.#parse(bytes);
    if (cc === undefined) return undefined;
    if (cc.ccId === TRANSPORT_SERVICE) {
      const datagram = this.#node.implementedCCs.has(TRANSPORT_SERVICE) && (await this.transport.take(cc));
      return datagram ? this.open(datagram) : undefined;
    }
    const ours = (cc.ccId === S2 && this.s2) || cc.ccId === S0;
    if (ours) return this.#openSecure(cc);
    return cc instanceof InvalidCC || cc.ccId === S2 ? undefined : { cc, channel: undefined };
  }

  async #openSecure(cc) {
    if (cc instanceof InvalidCC) return this.#undecodable(cc);
    if (cc instanceof Security2CCNonceGet) return this.#giveNonce();
    if (cc instanceof Security2CCNonceReport || cc instanceof SecurityCCNonceReport) return this.#takeNonce(cc);
    if (cc instanceof SecurityCCNonceGet) return this.#giveS0Nonce();
    if (cc instanceof Security2CCMessageEncapsulation) return this.#inner(cc.encapsulated, cc.securityClass);
    if (cc instanceof SecurityCCCommandEncapsulation) return this.#openS0(cc);
    await this.exchange.handle(cc, undefined);
    return undefined;
  }

  async #inner(cc, channel) {
    if (cc === undefined || cc instanceof InvalidCC) return undefined;
    cc.encapsulatingCC = undefined;
    if (cc instanceof Security2CCCommandsSupportedGet || cc instanceof SecurityCCCommandsSupportedGet) {
      this.#listClasses(cc, channel);
      return undefined;
    }
    if (cc.ccId === S2 || cc.ccId === S0) {
      await this.exchange.handle(cc, channel);
      return undefined;
    }
    return { cc, channel };
  }

  async #openS0(cc) {
    const { sequenced, secondFrame, sequenceCounter } = cc;
    if (cc instanceof SecurityCCCommandEncapsulationNonceGet) await this.#giveS0Nonce();
    if (sequenced && !secondFrame) {
      this.#firstHalves.set(sequenceCounter, cc);
      return undefined;
    }
    const first = sequenced ? this.#firstHalves.get(sequenceCounter) : undefined;
    if (sequenced && !first) return undefined;
    this.#firstHalves.delete(sequenceCounter);
    try {
      await cc.mergePartialCCs(first ? [first] : [], this.#parsing);
    } catch {
      return undefined;
    }
    return this.#inner(cc.encapsulated, SecurityClass.S0_Legacy);
  }

  async #undecodable({ ccId, reason }) {
    const { Security2CC_CannotDecode, Security2CC_NoSPAN } = ZWaveErrorCodes;
    if (ccId !== S2 || ![Security2CC_CannotDecode, Security2CC_NoSPAN].includes(reason)) return undefined;
    if (reason === Security2CC_CannotDecode && (await this.exchange.cannotDecode())) return undefined;
    return this.#giveNonce();
  }

  async #giveNonce() {
    const receiverEI = await this.s2.generateNonce(this.#host);
    await this.#sendNow(new Security2CCNonceReport({ nodeId: this.#host, SOS: true, MOS: false, receiverEI }));
    return undefined;
  }

  async #giveS0Nonce() {
    if (!this.s0) return;
    const nonce = this.s0.generateNonce(this.#host, S0_NONCE_SIZE);
    await this.#sendNow(new SecurityCCNonceReport({ nodeId: this.#host, nonce }));
  }

  #takeNonce(cc) {
    const waiting = this.#waiting.get(cc.ccId);
    if (waiting) {
      this.#waiting.delete(cc.ccId);
      waiting(cc.nonce ?? cc.receiverEI);
      return;
    }
    // Unasked, it says that the host could not open the last frame: once more with a new SPAN.
    const last = this.#lastSealed;
    this.#lastSealed = undefined;
    if (cc.ccId === S2 && last && performance.now() - last.at < SEND_AGAIN_MS) {
      void this.seal(last.cc, last.channel, true).then((frames) => frames.forEach((each) => void this.transmit(each)));
    }
  }

  #listClasses(cc, channel) {
    const supportedCCs = channel === this.highest ? this.#secureClasses() : [];
    const report =
      cc.ccId === S2
        ? new Security2CCCommandsSupportedReport({ nodeId: this.#host, supportedCCs })
        : new SecurityCCCommandsSupportedReport({
            nodeId: this.#host,
            supportedCCs,
            controlledCCs: [],
            reportsToFollow: 0,
          });
    this.#node.air.say(report, { channel });
  }

  async #sendNow(cc) {
    this.#node.air.emit(await cc.serialize(this.#encoding));
  }

  /** Puts a sealed command on the air, in segments when it is too long for one frame. */
  async transmit(bytes) {
    const segmented = bytes.length > MAX_PAYLOAD && this.#node.implementedCCs.has(TRANSPORT_SERVICE);
    if (segmented) await this.transport.send(bytes);
    else this.#node.air.emit(bytes);
  }

  /** The frames that carry a command. None when the host gives no nonce in time. */
  async seal(cc, channel, again = false) {
    if (channel === undefined) return [await cc.serialize(this.#encoding)];
    // The S0 key, too, is verified inside S2.
    if (channel === SecurityClass.S0_Legacy && cc.ccId !== S2) return this.#sealS0(cc);
    if (!(await this.#prepareSpan(channel))) return [];
    const options = channel === SecurityClass.Temporary ? {} : this.#spanOptions(channel);
    const sealed = Security2CC.encapsulate(cc, this.#node.id, this.#node.securityManagers, options);
    if (!again && channel !== SecurityClass.Temporary) this.#lastSealed = { cc, channel, at: performance.now() };
    const bytes = await sealed.serialize(this.#encoding);
    cc.encapsulatingCC = undefined;
    return [bytes];
  }

  // The class may be named only where a SPAN is about to begin.
  #spanOptions(channel) {
    return this.s2.getSPANState(this.#host).type === SPANState.RemoteEI ? { securityClass: channel } : {};
  }

  async #prepareSpan(channel) {
    const span = this.s2.getSPANState(this.#host);
    if (span.type === SPANState.SPAN && span.securityClass === channel) return true;
    if (span.type === SPANState.RemoteEI) return true;
    if (span.type === SPANState.SPAN) this.s2.spanTable.delete(this.#host);
    return (await this.#askNonce(new Security2CCNonceGet({ nodeId: this.#host }))) !== undefined;
  }

  async #sealS0(cc) {
    const nonce = await this.#askNonce(new SecurityCCNonceGet({ nodeId: this.#host }));
    if (nonce === undefined) return [];
    const sealed = SecurityCC.encapsulate(this.#node.id, this.s0, cc);
    sealed.nonce = nonce;
    const bytes = await sealed.serialize(this.#encoding);
    cc.encapsulatingCC = undefined;
    return [bytes];
  }

  async #askNonce(get) {
    const nonce = new Promise((resolve) => {
      this.#waiting.set(get.ccId, resolve);
      setTimeout(resolve, NONCE_WAIT_MS, undefined).unref();
    });
    await this.#sendNow(get);
    const received = await nonce;
    if (received === undefined) this.#waiting.delete(get.ccId);
    return received;
  }

  describe() {
    return {
      granted: strongestFirst.filter((each) => this.granted.has(each)).map(nameOfClass),
      exchange: this.exchange.outcome,
    };
  }
}
