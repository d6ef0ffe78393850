// A Z-Wave stick with locks, for tests: zwave-js's mock controller and mock nodes behind a TCP port on the loopback.
// Usage: node stick.mjs SCENARIO-JSON. Commands and answers are JSON, one per line; see README.md.

import { MockController } from "@zwave-js/testing";
import { createAndOpenMockedZWaveSerialPort } from "@zwave-js/serial/mock";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { createDefaultMockControllerBehaviors } from "zwave-js/Testing";
import { createControl } from "./stick/control.mjs";
import { harden } from "./stick/controller.mjs";
import { keysOf, nameOfClass } from "./stick/keys.mjs";
import { Line } from "./stick/line.mjs";
import { Network } from "./stick/network.mjs";
import { createNode } from "./stick/node.mjs";
import { createPlainControl } from "./stick/plain.mjs";

const scenario = JSON.parse(process.argv[2] ?? '{"nodes":[]}');
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

setTimeout(() => process.exit(3), (scenario.lifetimeSeconds ?? 900) * 1000).unref();
process.on("unhandledRejection", (reason) => process.stderr.write(`${reason?.stack ?? reason}\n`));

let network;
const { port, serial } = await createAndOpenMockedZWaveSerialPort();
const line = new Line((bytes) => {
  if (!network?.take(bytes)) void serial.writeAsync(bytes);
});
port.emitData = (bytes) => line.fromStick(bytes);

const { functions, ...capabilities } = scenario.controller ?? {};
const keys = keysOf(scenario.keys);
const controller = await MockController.create({
  mockPort: port,
  serial,
  ownNodeId: 1,
  homeId: scenario.homeId ?? 0xc0ffee01,
  capabilities: { ...capabilities, ...(functions && { supportedFunctionTypes: functions }) },
  ...(scenario.plain && { securityKeys: Object.fromEntries([...keys].map(([each, key]) => [nameOfClass(each), key])) }),
});
controller.defineBehavior(...createDefaultMockControllerBehaviors());

async function createHardenedControl() {
  harden(controller);
  const locks = new Map();
  for (const node of scenario.nodes) locks.set(node.id, await createNode(controller, node, keys));
  network = new Network(controller, locks, (frame) => line.fromStick(frame));
  return createControl(controller, locks, network, line);
}

const control = await (scenario.plain ? createPlainControl(controller, scenario, line) : createHardenedControl());
line.set(scenario.line ?? {});

const server = createServer({ noDelay: true }, (socket) => {
  socket.on("error", () => line.detach(socket));
  socket.on("close", () => line.detach(socket));
  line.attach(socket);
});

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
commands.on("line", (text) => void answer(text));
// Whoever started this process holds its standard input; when that is gone, so is the need for it.
commands.on("close", () => process.exit(0));

server.listen({ host: "127.0.0.1", port: scenario.port ?? 0 }, () => say({ listening: server.address().port }));
