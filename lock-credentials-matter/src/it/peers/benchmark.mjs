// What matter.js's own controller spends on a lock: time, processor time and memory, per operation.
// Usage: node benchmark.mjs PORT STORAGE CODE OPERATION…; see README.md.

import { createInterface } from "node:readline";
import { LockController } from "./controller/lock-controller.mjs";

const USERS = 50;
const FIRST_PIN = 100_000;

const [portText, storage, code, ...names] = process.argv.slice(2);
const port = Number(portText);
const controller = await LockController.start(storage);
const asked = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const operations = {
  commission: () => controller.commission({ code, port, subscribe: true }),
  async connect() {
    await controller.connect({ port });
    await controller.commands.getUser({ userIndex: 1 });
  },
  async users() {
    for (let index = 1; index <= USERS; index++) {
      await controller.setUser({ index, name: `u${index}`, status: 1, type: 0 });
      const { status } = await controller.setCredential({ user: index, slot: index, pin: String(FIRST_PIN + index) });
      if (status !== 0) throw new Error(`user ${index}: ${status}`);
      await controller.commands.getUser({ userIndex: index });
    }
  },
  async readUsers() {
    const { users } = await controller.dump();
    if (users.length !== USERS) throw new Error(`read ${users.length}`);
  },
};

// The process counts from its start: loading the library is part of a start.
let began = 0;
let cpu = { user: 0, system: 0 };
for (const name of names) {
  await operations[name]();
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
await controller.close();
process.exit(0);
