// One matter.js controller and the one lock it has commissioned; everything by address.

import { Crypto, Environment, Logger } from "@matter/general";
import { ClientNode, ControllerBehavior, ServerNode } from "@matter/node";
import { AdministratorCommissioningClient } from "@matter/node/behaviors/administrator-commissioning";
import { DoorLockClient } from "@matter/node/behaviors/door-lock";
import "@matter/nodejs";
import { PaseClient, PeerSet } from "@matter/protocol";
import { ManualPairingCodeCodec, QrPairingCodeCodec } from "@matter/types";

const LOCK_ENDPOINT = 1;
const ADD = 0;
const bytesOf = (text) => Uint8Array.from(Buffer.from(text, "latin1"));

export class LockController {
  #node;
  #peer;

  constructor(node) {
    this.#node = node;
  }

  static async start(storage, { id = "controller" } = {}) {
    Logger.level = process.env.PEER_LOG ?? "fatal";
    Logger.destinations.default.write = (text) => process.stderr.write(`${text}\n`);
    const environment = Environment.default;
    environment.vars.set("storage.path", storage);
    environment.vars.set("runtime.signals", false);
    environment.vars.set("mdns.networkInterface", "lo");
    environment.vars.set("mdns.ipv4", false);
    const node = await ServerNode.create(ServerNode.RootEndpoint.with(ControllerBehavior), {
      id,
      network: { listeningAddressIpv6: "::1", ipv4: false, port: 0 },
      commissioning: { enabled: false },
      controller: { adminFabricLabel: "second" },
    });
    await node.start();
    return new LockController(node);
  }

  /** @param code QR or manual pairing code, or `passcode` in its place */
  async commission({ code, passcode, address = "::1", port, subscribe = false }) {
    const descriptor = { addresses: [{ type: "udp", ip: address, port }] };
    const peer = new ClientNode({ owner: this.#node, id: "lock", commissioning: { descriptor } });
    peer.construction.start();
    await peer.construction.ready;
    this.#node.peers.add(peer);
    // Without multicast the lock is where it was: matter.js falls back on an address that it is told.
    const where = (each) => void (each.descriptor.operationalAddress ??= { type: "udp", ip: address, port });
    this.#node.env.get(PeerSet).added.on(where);
    await this.#node.peers.runCommissioning(peer, () =>
      peer.act("commission", (agent) =>
        agent.commissioning.commission({ passcode: passcode ?? passcodeOf(code), autoSubscribe: subscribe }),
      ),
    );
    this.#peer = peer;
    return { fabricIndex: peer.state.commissioning.fabricIndexOnPeer };
  }

  /** Comes back to the lock that an earlier process commissioned. */
  async connect({ address = "::1", port }) {
    const peer = [...this.#node.peers][0];
    for (const each of this.#node.env.get(PeerSet)) each.descriptor.operationalAddress ??= { type: "udp", ip: address, port };
    await peer.start();
    this.#peer = peer;
    return {};
  }

  get peer() {
    return this.#peer;
  }

  get commands() {
    for (const endpoint of this.#peer.endpoints) {
      if (endpoint.number === LOCK_ENDPOINT) return endpoint.commandsOf(DoorLockClient);
    }
    throw new Error("the peer has no lock");
  }

  async setUser({ index, name = null, operation = ADD, status = null, type = null }) {
    await this.commands.setUser({
      operationType: operation,
      userIndex: index,
      userName: name,
      userUniqueId: null,
      userStatus: status,
      userType: type,
      credentialRule: null,
    });
    return {};
  }

  async setCredential({ user, slot, pin, type = 1, operation = ADD }) {
    const answer = await this.commands.setCredential({
      operationType: operation,
      credential: { credentialType: type, credentialIndex: slot },
      credentialData: bytesOf(pin),
      userIndex: user,
      userStatus: null,
      userType: null,
    });
    return { status: answer.status, next: answer.nextCredentialIndex ?? null };
  }

  async clearUser({ index }) {
    await this.commands.clearUser({ userIndex: index });
    return {};
  }

  /** What the lock tells matter.js of its users, from the first on by the next occupied one. */
  async dump() {
    const users = [];
    for (let index = 1; index; ) {
      const user = await this.commands.getUser({ userIndex: index });
      if (user.userStatus !== null) users.push({ ...user });
      index = user.nextUserIndex ?? undefined;
    }
    return { users };
  }

  /** Lets another administrator in by a passcode of its own. */
  async openWindow({ seconds = 180, passcode = 34567890, discriminator = 1234 } = {}) {
    const crypto = this.#node.env.get(Crypto);
    const pbkdf = { iterations: 1000, salt: crypto.randomBytes(32) };
    await this.#peer.commandsOf(AdministratorCommissioningClient).openCommissioningWindow({
      commissioningTimeout: seconds,
      pakePasscodeVerifier: await PaseClient.generatePakePasscodeVerifier(crypto, passcode, pbkdf),
      discriminator,
      ...pbkdf,
    });
    return { manualCode: ManualPairingCodeCodec.encode({ discriminator, passcode }) };
  }

  async remove() {
    await this.#peer.decommission();
    this.#peer = undefined;
    return {};
  }

  async close() {
    await this.#node.close();
  }
}

function passcodeOf(code) {
  return code.startsWith("MT:") ? QrPairingCodeCodec.decode(code)[0].passcode : ManualPairingCodeCodec.decode(code).passcode;
}
