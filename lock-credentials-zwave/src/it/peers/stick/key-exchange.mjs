// A lock that joins: the node's side of the S2 and S0 key exchanges (transport encapsulation, bootstrapping).
// Unlike zwave-js's mock node it hides the PIN in its public key, echoes what was granted, and fails where a lock fails.

import { ECDHProfiles, KEXSchemes } from "@zwave-js/cc";
import {
  Security2CCKEXFail,
  Security2CCKEXGet,
  Security2CCKEXReport,
  Security2CCKEXSet,
  Security2CCNetworkKeyGet,
  Security2CCNetworkKeyReport,
  Security2CCNetworkKeyVerify,
  Security2CCPublicKeyReport,
  Security2CCTransferEnd,
} from "@zwave-js/cc/Security2CC";
import {
  SecurityCCNetworkKeySet,
  SecurityCCNetworkKeyVerify,
  SecurityCCSchemeGet,
  SecurityCCSchemeReport,
} from "@zwave-js/cc/SecurityCC";
import { SecurityClass, computePRK, deriveSharedECDHSecret, deriveTempKeys } from "@zwave-js/core";
import { isS2, strongestFirst } from "./keys.mjs";

const { Temporary, S0_Legacy, S2_AccessControl, S2_Authenticated } = SecurityClass;
const PIN_BYTES = 2;
const DSK_BYTES = 16;
const Fail = { KEY: 1, SCHEME: 2, CURVES: 3, DECRYPT: 5, CANCEL: 6, AUTH: 7, KEY_GET: 8, KEY_VERIFY: 9, KEY_REPORT: 10 };
const STEPS = ["KEXReport", "PublicKeyReport", "KEXSetEcho", "NetworkKeyGet", "NetworkKeyVerify", "TransferEnd", "SchemeReport"];

export function dskOf(node) {
  const bytes = Buffer.from(node.ecdhKeyPair.publicKey.subarray(0, DSK_BYTES));
  const groups = Array.from({ length: DSK_BYTES / 2 }, (_, i) => String(bytes.readUInt16BE(2 * i)).padStart(5, "0"));
  return { dsk: groups.join("-"), pin: groups[0], hex: bytes.toString("hex") };
}

export class KeyExchange {
  #node;
  #security;
  #host;
  open = false;
  #granted = [];
  #requested = [];
  #pending;
  #received = new Map();
  #fault;
  outcome = "none";

  constructor(node, security) {
    this.#node = node;
    this.#security = security;
    this.#host = node.controller.ownNodeId;
  }

  /** The node has just joined without keys. */
  begin() {
    this.#reset();
    this.open = this.#security.supported.size > 0;
    this.outcome = "open";
  }

  /** From this step on the lock is silent, fails with a type, or echoes other keys than it was granted. */
  disturb({ at, with: what }) {
    if (at !== undefined && !STEPS.includes(at)) throw new Error(`no step ${at}`);
    this.#fault = at === undefined ? undefined : { at, what };
  }

  #reset() {
    this.open = false;
    this.#granted = [];
    this.#requested = [];
    this.#pending = undefined;
    this.#received = new Map();
    this.#security.s2?.tempKeys.delete(this.#host);
  }

  #address(options = {}) {
    return { nodeId: this.#host, ...options };
  }

  #say(step, cc, channel) {
    if (this.#fault?.at === step) {
      const { what } = this.#fault;
      if (what === "silent") this.#end(`silent at ${step}`);
      if (typeof what === "number") void this.#fail(what, channel);
      if (what !== "echoRequested") return;
    }
    this.#node.air.say(cc, { channel });
  }

  #end(outcome) {
    this.#reset();
    this.outcome = outcome;
  }

  async #fail(failType, channel) {
    const cc = new Security2CCKEXFail(this.#address({ failType }));
    this.#node.air.say(cc, { channel });
    await this.#node.air.afterSent(() => this.#security.forget());
    this.#end(`failed ${failType}`);
  }

  /** Wrong keys on the temporary channel, as after a wrong PIN. Tells whether that ended the exchange. */
  async cannotDecode() {
    if (!this.open || this.#pending !== "echo") return false;
    await this.#fail(Fail.DECRYPT, undefined);
    return true;
  }

  async handle(cc, channel) {
    if (!this.open) return undefined;
    if (cc instanceof Security2CCKEXFail) {
      await this.#security.forget();
      return this.#end(`host failed ${cc.failType}`);
    }
    if (channel === undefined) return this.#handleClear(cc);
    if (channel === Temporary) return this.#handleTemporary(cc);
    if (channel === S0_Legacy && cc instanceof SecurityCCNetworkKeySet) return this.#takeS0Key(cc);
    return undefined;
  }

  async #handleClear(cc) {
    if (cc instanceof Security2CCKEXGet) return this.#request();
    if (cc instanceof Security2CCKEXSet && !cc.echo) return this.#takeGrant(cc);
    if (cc instanceof Security2CCPublicKeyReport && cc.includingNode) return this.#agree(cc.publicKey);
    if (cc instanceof SecurityCCSchemeGet && this.#security.supported.has(S0_Legacy)) {
      this.#security.holdS0(new Uint8Array(16));
      this.#say("SchemeReport", new SecurityCCSchemeReport(this.#address()), undefined);
    }
    return undefined;
  }

  #kexReport(echo) {
    return new Security2CCKEXReport(
      this.#address({
        echo,
        supportedKEXSchemes: [KEXSchemes.KEXScheme1],
        supportedECDHProfiles: [ECDHProfiles.Curve25519],
        requestCSA: false,
        requestedKeys: this.#requested,
      }),
    );
  }

  #request() {
    this.#requested = strongestFirst.filter((each) => this.#security.supported.has(each));
    if (!this.#requested.some(isS2)) return;
    this.#pending = "set";
    this.#say("KEXReport", this.#kexReport(false), undefined);
  }

  #takeGrant({ grantedKeys, selectedKEXScheme, selectedECDHProfile, permitCSA }) {
    if (this.#pending !== "set") return undefined;
    if (selectedKEXScheme !== KEXSchemes.KEXScheme1) return this.#fail(Fail.SCHEME);
    if (selectedECDHProfile !== ECDHProfiles.Curve25519) return this.#fail(Fail.CURVES);
    const known = grantedKeys.every((each) => this.#requested.includes(each));
    if (permitCSA || grantedKeys.length === 0 || !known) return this.#fail(Fail.KEY);
    this.#granted = strongestFirst.filter((each) => grantedKeys.includes(each));
    this.#pending = "publicKey";
    const publicKey = Uint8Array.from(this.#node.ecdhKeyPair.publicKey);
    if ([S2_AccessControl, S2_Authenticated].some((each) => this.#granted.includes(each))) publicKey.fill(0, 0, PIN_BYTES);
    const report = new Security2CCPublicKeyReport(this.#address({ includingNode: false, publicKey }));
    this.#say("PublicKeyReport", report, undefined);
    return undefined;
  }

  async #agree(theirs) {
    if (this.#pending !== "publicKey") return;
    const { publicKey, privateKey } = this.#node.ecdhKeyPair;
    const secret = await deriveSharedECDHSecret({ publicKey: theirs, privateKey });
    const temporary = await deriveTempKeys(await computePRK(secret, theirs, publicKey));
    const { s2 } = this.#security;
    s2.deleteNonce(this.#host);
    s2.tempKeys.set(this.#host, {
      keyCCM: temporary.tempKeyCCM,
      personalizationString: temporary.tempPersonalizationString,
    });
    this.#pending = "echo";
    const echoed = this.#fault?.what === "echoRequested" ? this.#requested : this.#granted;
    const echo = new Security2CCKEXSet(
      this.#address({
        echo: true,
        selectedKEXScheme: KEXSchemes.KEXScheme1,
        selectedECDHProfile: ECDHProfiles.Curve25519,
        permitCSA: false,
        grantedKeys: echoed,
      }),
    );
    this.#say("KEXSetEcho", echo, Temporary);
  }

  async #handleTemporary(cc) {
    if (cc instanceof Security2CCKEXReport && cc.echo && this.#pending === "echo") return this.#takeEcho(cc);
    if (cc instanceof Security2CCNetworkKeyReport) return this.#takeKey(cc);
    if (cc instanceof Security2CCTransferEnd && cc.keyVerified && this.#pending === "verify") return this.#next();
    return undefined;
  }

  async #takeEcho({ requestedKeys, requestCSA, supportedKEXSchemes, supportedECDHProfiles }) {
    const same =
      !requestCSA &&
      requestedKeys.length === this.#requested.length &&
      requestedKeys.every((each) => this.#requested.includes(each)) &&
      supportedKEXSchemes.join() === String(KEXSchemes.KEXScheme1) &&
      supportedECDHProfiles.join() === String(ECDHProfiles.Curve25519);
    if (!same) return this.#fail(Fail.AUTH, Temporary);
    return this.#next();
  }

  #wanted() {
    return this.#granted.find((each) => !this.#received.has(each));
  }

  async #next() {
    const requestedKey = this.#wanted();
    if (requestedKey !== undefined) {
      this.#pending = "key";
      this.#say("NetworkKeyGet", new Security2CCNetworkKeyGet(this.#address({ requestedKey })), Temporary);
      return;
    }
    const end = new Security2CCTransferEnd(this.#address({ keyVerified: false, keyRequestComplete: true }));
    this.#say("TransferEnd", end, Temporary);
    void this.#node.air.afterSent(() => this.#complete());
  }

  async #takeKey({ grantedKey, networkKey }) {
    if (this.#pending !== "key") return undefined;
    if (grantedKey !== this.#wanted()) return this.#fail(Fail.KEY_REPORT, Temporary);
    this.#received.set(grantedKey, networkKey);
    await this.#security.s2.setKey(grantedKey, networkKey);
    this.#pending = "verify";
    this.#say("NetworkKeyVerify", new Security2CCNetworkKeyVerify(this.#address()), grantedKey);
    return undefined;
  }

  async #complete() {
    if (!this.open) return;
    const { s2 } = this.#security;
    s2.tempKeys.delete(this.#host);
    s2.deleteNonce(this.#host);
    for (const [securityClass, key] of this.#received) await this.#security.hold(securityClass, key);
    this.#end("complete");
  }

  async #takeS0Key({ networkKey }) {
    await this.#security.hold(S0_Legacy, networkKey);
    this.#end("complete");
    this.#node.air.say(new SecurityCCNetworkKeyVerify(this.#address()), { channel: S0_Legacy });
  }
}
