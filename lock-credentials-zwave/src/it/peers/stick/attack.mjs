// An attacker within radio range of the lock and the stick: hears everything, sends what it likes, holds no keys of theirs.

import { randomBytes } from "node:crypto";
import { CommandClass } from "@zwave-js/cc";
import { Security2CC } from "@zwave-js/cc/Security2CC";
import { CommandClasses, SecurityClass, SecurityManager2 } from "@zwave-js/core";
import { Bytes } from "@zwave-js/shared";
import { classOf } from "./keys.mjs";

const S0 = CommandClasses.Security;
const S2 = CommandClasses["Security 2"];
const ENCAPSULATION = 0x03;
const NONCE_GET = 0x01;
const NONCE_REPORT = 0x02;
const SOS = 0x01;
const AUTHENTICATION_TAG = 8;

const isSealed = (bytes) => (bytes[0] === S2 && bytes[1] === ENCAPSULATION) || (bytes[0] === S0 && bytes[1] >= 0x81);
const bytesOf = (hex) => Uint8Array.from(Buffer.from(hex, "hex"));
const raw = (node, bytes) =>
  new CommandClass({
    nodeId: node.controller.ownNodeId,
    ccId: bytes[0],
    ccCommand: bytes[1],
    payload: Bytes.from(bytes.subarray(2)),
  });

function flip(bytes, at = -1) {
  const index = at < 0 ? bytes.length + at : at;
  if (index >= 0 && index < bytes.length) bytes[index] ^= 0x01;
  return bytes;
}

/** A command as the lock would seal it, but with a key of the attacker's own and a SPAN that begins here. */
async function sealedWrongly(node, command) {
  const host = node.controller.ownNodeId;
  const foreign = await SecurityManager2.create();
  await foreign.setKey(SecurityClass.S2_AccessControl, randomBytes(16));
  foreign.storeRemoteEI(host, randomBytes(16));
  const managers = { securityManager2: foreign };
  const options = { securityClass: SecurityClass.S2_AccessControl };
  const sealed = Security2CC.encapsulate(raw(node, command), node.id, managers, options);
  const context = { ...node.encodingContext, securityManager2: foreign };
  return new Uint8Array(await sealed.serialize(context));
}

const nonce = {
  get: () => Uint8Array.of(S2, NONCE_GET, randomBytes(1)[0]),
  report: () => Uint8Array.of(S2, NONCE_REPORT, randomBytes(1)[0], SOS, ...randomBytes(16)),
  s0get: () => Uint8Array.of(S0, 0x40),
  s0report: () => Uint8Array.of(S0, 0x80, ...randomBytes(8)),
};

const attacks = {
  /** The last frames of the lock's, all or the encapsulated ones, once more and in their order, or the newest first. */
  replay(node, { count = 1, sealed = true, reversed = false }) {
    const frames = node.air.heard.filter((bytes) => !sealed || isSealed(bytes)).slice(-count);
    if (reversed) frames.reverse();
    for (const bytes of frames) node.air.inject(bytes);
    return { sent: frames.length };
  },

  /** One bit of each of the lock's next encapsulated frames; at: index of the byte, from the end when negative. */
  flip(node, { count = 1, at = -1 }) {
    node.air.tamper(count, isSealed, (bytes) => flip(bytes, at));
    return {};
  },

  /** The lock's next encapsulated frames lose their end. */
  truncate(node, { count = 1, left }) {
    node.air.tamper(count, isSealed, (bytes) => bytes.subarray(0, left ?? bytes.length - AUTHENTICATION_TAG));
    return {};
  },

  /** Any command in the clear, as if from the lock. */
  forge(node, { hex }) {
    node.air.inject(bytesOf(hex));
    return {};
  },

  async wrongKey(node, { hex = "7105000000ff060600" }) {
    node.air.inject(await sealedWrongly(node, bytesOf(hex)));
    return {};
  },

  flood(node, { count = 50, what = "get" }) {
    if (!Object.hasOwn(nonce, what)) throw new Error(`no flood of ${what}`);
    for (let i = 0; i < count; i++) node.air.inject(nonce[what]());
    return { sent: count };
  },

  /** The lock itself is made to send a command in another class (S0 with its real S0 key), or in the clear. */
  downgrade(node, { hex, as = "clear" }) {
    const channel = as === "clear" ? undefined : classOf(as);
    if (channel !== undefined && !node.security.granted.has(channel)) throw new Error(`node ${node.id} has no ${as}`);
    node.air.say(raw(node, bytesOf(hex)), { channel });
    return {};
  },

  /** Any frame to the lock, as if from the stick. */
  toNode(node, { hex }) {
    node.air.hear(bytesOf(hex));
    return {};
  },

  /** The last frames of the host's, once more. */
  replayToNode(node, { count = 1, sealed = true, reversed = false }) {
    const frames = node.air.spoken.filter((bytes) => !sealed || isSealed(bytes)).slice(-count);
    if (reversed) frames.reverse();
    for (const bytes of frames) node.air.hear(bytes);
    return { sent: frames.length };
  },
};

export async function attack(node, { kind, ...request }) {
  if (!Object.hasOwn(attacks, kind)) throw new Error(`no attack ${kind}`);
  return attacks[kind](node, request);
}
