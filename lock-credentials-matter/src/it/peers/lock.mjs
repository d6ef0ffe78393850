// A Matter door lock on the loopback, for tests: matter.js's server node with a physical side.
// Usage: node lock.mjs OPTIONS-JSON. Commands and answers are JSON, one per line; see README.md.

import "./lock/statuses.mjs";
import { Environment, Logger } from "@matter/general";
import { Endpoint, ServerNode } from "@matter/node";
import { DoorLockDevice } from "@matter/node/devices/door-lock";
import "@matter/nodejs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ClockServer, clockControl, clockState } from "./lock/clock.mjs";
import { createControl } from "./lock/control.mjs";
import { attributesOf, optionsOf } from "./lock/options.mjs";
import { createServer, newTraffic } from "./lock/server.mjs";

const options = optionsOf(process.argv[2]);
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const storage = options.storage ?? mkdtempSync(join(tmpdir(), "matter-lock-"));
const end = (code) => {
  if (!options.storage) rmSync(storage, { recursive: true, force: true });
  process.exit(code);
};

Logger.level = process.env.PEER_LOG ?? "fatal";
Logger.destinations.default.write = (text) => process.stderr.write(`${text}\n`);
setTimeout(() => end(3), options.lifetimeSeconds * 1000).unref();
process.on("unhandledRejection", (reason) => process.stderr.write(`${reason?.stack ?? reason}\n`));

Environment.default.vars.set("storage.path", storage);
Environment.default.vars.set("runtime.signals", false);
// On the loopback nobody hears what is announced; a test of discovery names an interface of its own namespace.
Environment.default.vars.set("mdns.networkInterface", options.interface);
Environment.default.vars.set("mdns.ipv4", options.interface !== "lo");

const traffic = newTraffic();
const LockServer = createServer(options, traffic);

async function start(port) {
  const Root = options.plain ? ServerNode.RootEndpoint : ServerNode.RootEndpoint.with(ClockServer);
  const node = await ServerNode.create(Root, {
    id: "lock",
    ...(!options.plain && { timeSynchronization: clockState }),
    network: { port, listeningAddressIpv6: options.address ?? undefined, ipv4: false },
    commissioning: { passcode: options.passcode, discriminator: options.discriminator },
    productDescription: { name: "Front door", deviceType: DoorLockDevice.deviceType },
    basicInformation: {
      vendorName: "Lock peers",
      vendorId: 0xfff1,
      nodeLabel: "",
      productName: "Door lock",
      productLabel: "Door lock",
      productId: 0x8000,
      serialNumber: "0001",
      uniqueId: "lock-peer-0001",
    },
  });
  const lock = new Endpoint(DoorLockDevice.with(LockServer), { id: "lock", doorLock: attributesOf(options) });
  await node.add(lock);
  await node.start();
  return { node, lock };
}

const running = await start(options.port);
const port = running.node.state.network.operationalPort;

const peer = {
  traffic,
  get lock() {
    return running.lock;
  },
  get node() {
    return running.node;
  },
  async restart() {
    await running.node.close();
    Object.assign(running, await start(port));
  },
};
const control = { ...createControl(peer), ...(!options.plain && clockControl(peer)) };

async function answer(text) {
  let id;
  try {
    const { cmd, ...request } = JSON.parse(text);
    id = request.id;
    if (!Object.hasOwn(control, cmd)) throw new Error(`no command ${cmd}`);
    say({ ok: true, id, ...(await control[cmd](request)) });
  } catch (e) {
    say({ ok: false, id, error: e.message });
  }
}

const commands = createInterface({ input: process.stdin });
let last = Promise.resolve();
commands.on("line", (text) => (last = last.then(() => answer(text))));
// Whoever started this process holds its standard input; when that is gone, so is the need for it.
commands.on("close", () => end(0));

const { qrPairingCode, manualPairingCode } = running.node.state.commissioning.pairingCodes;
say({ listening: port, qrCode: qrPairingCode, manualCode: manualPairingCode });
