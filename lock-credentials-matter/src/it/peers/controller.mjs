// matter.js's own controller: a second administrator of a lock, and the second opinion on what the SDK wrote.
// Usage: node controller.mjs OPTIONS-JSON. Commands and answers are JSON, one per line; see README.md.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { LockController } from "./controller/lock-controller.mjs";

const options = { lifetimeSeconds: 900, ...JSON.parse(process.argv[2] ?? "{}") };
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
const storage = options.storage ?? mkdtempSync(join(tmpdir(), "matter-controller-"));
const end = (code) => {
  if (!options.storage) rmSync(storage, { recursive: true, force: true });
  process.exit(code);
};
setTimeout(() => end(3), options.lifetimeSeconds * 1000).unref();
process.on("unhandledRejection", (reason) => process.stderr.write(`${reason?.stack ?? reason}\n`));

const controller = await LockController.start(storage);

const control = {
  commission: (request) => controller.commission(request),
  setUser: (request) => controller.setUser(request),
  setCredential: (request) => controller.setCredential(request),
  clearUser: (request) => controller.clearUser(request),
  dump: () => controller.dump(),
  openWindow: (request) => controller.openWindow(request),
  remove: () => controller.remove(),
};

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
commands.on("close", () => end(0));
say({ ready: true });
