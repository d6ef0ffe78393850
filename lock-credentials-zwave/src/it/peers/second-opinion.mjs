// What zwave-js itself reads from a lock: interviews one node over tcp:// and prints its users and credentials as JSON.
// Usage: node second-opinion.mjs PORT NODE CACHE-DIR

import { Driver, InterviewStage } from "zwave-js";

const [port, nodeId, cacheDir] = process.argv.slice(2);
const id = Number(nodeId);
const DEADLINE_MS = 120_000;

const driver = new Driver(`tcp://127.0.0.1:${port}`, {
  logConfig: { enabled: false },
  storage: { cacheDir, lockDir: cacheDir },
  // Without this the first interview of a User Code lock deletes every code.
  interview: { queryAllUserCodes: true, disableOnNodeAdded: true },
  attempts: { openSerialPort: 1, nodeInterview: 1 },
  timeouts: { report: 1000 },
  features: { softReset: false },
  testingHooks: { skipFirmwareIdentification: true, skipNodeInterview: true },
});

async function finish(result, code) {
  await driver.destroy();
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(code));
}

setTimeout(() => void finish({ ok: false, error: "deadline" }, 2), DEADLINE_MS).unref();
driver.on("error", (e) => void finish({ ok: false, error: e.message }, 1));

driver.once("driver ready", async () => {
  try {
    const node = driver.controller.nodes.getOrThrow(id);
    await node.interview();
    if (node.interviewStage !== InterviewStage.Complete) throw new Error("the interview did not end");
    const access = node.getEndpoint(0).accessControl;
    const users = await access.getUsers();
    const credentials = await access.getAllCredentials();
    await finish(
      {
        ok: true,
        node: id,
        maxUsers: access.getUserCapabilitiesCached().maxUsers,
        users: users.map((user) => ({
          user: user.userId,
          name: user.userName ?? null,
          active: user.active,
          type: user.userType,
          rule: user.credentialRule ?? null,
        })),
        credentials: credentials.map(({ userId, type, slot, data }) => ({
          user: userId,
          type,
          slot,
          data: data === undefined ? null : typeof data === "string" ? data : Buffer.from(data).toString("latin1"),
        })),
      },
      0,
    );
  } catch (e) {
    await finish({ ok: false, error: e.stack }, 1);
  }
});

await driver.start();
