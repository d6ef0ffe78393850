// What zwave-js's own driver spends on a mock lock: time, processor time, memory, and frames on the air, per operation.
// Usage: node benchmark.mjs [SCENARIO-JSON]; see README.md. The lock is node 2.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createDriver, makeKeys } from "./driver.mjs";

const NODE = 2;
const USERS = 250;
const OCCUPIED = 30;
const ADDED = 100;
const FIRST_PIN = { user: 200, pin: "1007" };
const AFTER_RESTART = { user: 201, pin: "2007" };
const ONE_MORE = { user: 202, pin: "3007" };
const FIRST_ADDED = 60;
const PIN_CODE = 1;

const pinOf = (user) => String(100_000 + user);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Lines of JSON from a child process, and lines to it. */
class Peer {
  #process;
  #lines;

  constructor(args) {
    this.#process = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async next() {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("a peer has ended");
    return JSON.parse(value);
  }

  say(message) {
    this.#process.stdin.write(`${JSON.stringify(message)}\n`);
  }

  end() {
    this.#process.stdin.end();
    return new Promise((resolve) => (this.#process.exitCode === null ? this.#process.once("exit", resolve) : resolve()));
  }
}

function scenarioWith(keys) {
  const initial = Array.from({ length: OCCUPIED }, (_, i) => ({
    user: i + 1,
    credentials: [{ slot: i + 1, data: pinOf(i + 1) }],
  }));
  const userCredential = { users: USERS, types: { 1: { slots: USERS, min: 4, max: 10 } }, initial };
  return { keys, nodes: [{ id: NODE, secure: "S2_AccessControl", userCredential }] };
}

async function framesOf(stick) {
  stick.say({ cmd: "frames" });
  const { line, nodes } = await stick.next();
  const { toNode, fromNode, commands, carriers } = nodes[NODE];
  return { air: toNode + fromNode, toNode, fromNode, line: line.fromHost + line.toHost, commands, carriers };
}

/** One process of the driver's; after each of its operations the stick is asked for its counts. */
async function measure(stick, port, cache, keys, names) {
  const runner = new Peer([here("./benchmark.mjs"), "--run", JSON.stringify({ port, cache, keys, names })]);
  const results = {};
  for (const name of names) {
    const spent = await runner.next();
    if (spent.error) throw new Error(spent.error);
    results[name] = { ...spent, frames: await framesOf(stick) };
    runner.say({ go: true });
  }
  await runner.end();
  return results;
}

async function compare(given) {
  const { S2_AccessControl, S2_Authenticated, S2_Unauthenticated, S0_Legacy } = makeKeys();
  const own = { S2_AccessControl, S2_Authenticated, S2_Unauthenticated, S0_Legacy };
  const scenario = given ?? scenarioWith(own);
  const cache = mkdtempSync(join(tmpdir(), "zwave-benchmark-"));
  const stick = new Peer([here("./stick.mjs"), JSON.stringify(scenario)]);
  try {
    const { listening } = await stick.next();
    const keys = scenario.keys ?? {};
    const cold = await measure(stick, listening, cache, keys, ["coldStartToFirstPin"]);
    const warm = await measure(stick, listening, cache, keys, ["restartToFirstPin", "setPin", "readUsers", "addUsers"]);
    const sizes = { users: USERS, occupied: OCCUPIED, added: ADDED };
    process.stdout.write(`${JSON.stringify({ host: "zwave-js", ...sizes, operations: { ...cold, ...warm } })}\n`);
  } finally {
    await stick.end();
    rmSync(cache, { recursive: true, force: true });
  }
}

async function setPin(node, { user, pin }) {
  const { accessControl } = node.getEndpoint(0);
  const results = [
    await accessControl.setUser(user, { active: true }),
    await accessControl.setCredential(user, PIN_CODE, user, pin),
  ];
  if (results.some((result) => result !== 0)) throw new Error(`user ${user}: ${results}`);
}

const operations = {
  async coldStartToFirstPin(driver) {
    const node = driver.controller.nodes.getOrThrow(NODE);
    await node.interview();
    await setPin(node, FIRST_PIN);
  },
  restartToFirstPin: (driver) => setPin(driver.controller.nodes.getOrThrow(NODE), AFTER_RESTART),
  setPin: (driver) => setPin(driver.controller.nodes.getOrThrow(NODE), ONE_MORE),
  async readUsers(driver) {
    const { accessControl } = driver.controller.nodes.getOrThrow(NODE).getEndpoint(0);
    await accessControl.getUsers();
    const credentials = await accessControl.getAllCredentials();
    if (credentials.length < OCCUPIED) throw new Error(`read ${credentials.length}`);
  },
  async addUsers(driver) {
    const node = driver.controller.nodes.getOrThrow(NODE);
    for (let user = FIRST_ADDED; user < FIRST_ADDED + ADDED; user++) await setPin(node, { user, pin: pinOf(user) });
  },
};

async function run({ port, cache, keys, names }) {
  const asked = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  // The process counts from its start: loading the library is part of a start.
  let began = 0;
  let cpu = { user: 0, system: 0 };
  const driver = createDriver(port, cache, keys);
  await new Promise((resolve, reject) => {
    driver.once("driver ready", resolve);
    driver.once("error", reject);
    driver.start().catch(reject);
  });
  for (const name of names) {
    await operations[name](driver);
    const now = process.cpuUsage();
    const spent = {
      wallMs: Math.round(performance.now() - began),
      cpuMs: Math.round((now.user + now.system - cpu.user - cpu.system) / 1000),
      peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    };
    process.stdout.write(`${JSON.stringify(spent)}\n`);
    await asked.next();
    began = performance.now();
    cpu = process.cpuUsage();
  }
  await driver.destroy();
}

const [first, second] = process.argv.slice(2);
if (first === "--run") {
  await run(JSON.parse(second)).catch((e) => process.stdout.write(`${JSON.stringify({ error: e.stack })}\n`));
  process.exit(0);
}
await compare(first && JSON.parse(first));
