// What zwave-js itself reads from a lock: interviews one node over tcp:// and prints its users and credentials as JSON.
// Usage: node second-opinion.mjs PORT NODE CACHE-DIR [OPTIONS-JSON]; see README.md.

import { SecurityClass } from "@zwave-js/core";
import { InclusionStrategy, InterviewStage, SetCredentialResult, SetUserResult } from "zwave-js";
import { createDriver, makeKeys, readKeys } from "./driver.mjs";

const [port, nodeId, cacheDir, optionsText] = process.argv.slice(2);
const options = JSON.parse(optionsText ?? "{}");
const DEADLINE_MS = 120_000;
const keys = options.keys ? readKeys(options.keys) : options.include ? makeKeys() : {};
const driver = createDriver(port, cacheDir, keys);

async function finish(result, code) {
  // Destroyed while it returns to listening after SmartStart, the driver turns for ever.
  if (!options.include?.smartStart) await driver.destroy();
  process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(code));
}

setTimeout(() => void finish({ ok: false, error: "deadline" }, 2), DEADLINE_MS).unref();
driver.on("error", (e) => void finish({ ok: false, error: e.message }, 1));

/** Adds the node that joins. The PIN is what a person reads on the lock. */
function include({ pin, grant, s0 = false, smartStart }) {
  const { controller } = driver;
  return new Promise((resolve, reject) => {
    controller.once("node added", (node, result) => resolve({ node, lowSecurity: result.lowSecurityReason ?? null }));
    controller.once("inclusion failed", () => reject(new Error("the inclusion failed")));
    const userCallbacks = {
      grantSecurityClasses: async (requested) => ({
        securityClasses: grant ? grant.map((name) => SecurityClass[name]) : requested.securityClasses,
        clientSideAuth: false,
      }),
      validateDSKAndEnterPIN: async () => pin ?? false,
      abort() {},
    };
    if (smartStart) {
      // The lock asks by itself as soon as the stick listens.
      const securityClasses = (grant ?? ["S2_AccessControl"]).map((name) => SecurityClass[name]);
      controller.provisionSmartStartNode({ dsk: smartStart, securityClasses });
      return;
    }
    const strategy = s0 ? InclusionStrategy.Security_S0 : InclusionStrategy.Security_S2;
    controller.beginInclusion({ strategy, userCallbacks }).catch(reject);
  });
}

function exclude() {
  const { controller } = driver;
  return new Promise((resolve, reject) => {
    controller.once("node removed", (node) => resolve(node.id));
    controller.beginExclusion().catch(reject);
  });
}

async function read(node) {
  await node.interview();
  if (node.interviewStage !== InterviewStage.Complete) throw new Error("the interview did not end");
  const access = node.getEndpoint(0).accessControl;
  const users = await access.getUsers();
  const credentials = await access.getAllCredentials();
  return {
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
  };
}

driver.once("driver ready", async () => {
  try {
    if (options.exclude) {
      await finish({ ok: true, excluded: await exclude() }, 0);
      return;
    }
    const included = options.include ? await include(options.include) : undefined;
    const node = included?.node ?? driver.controller.nodes.getOrThrow(Number(nodeId));
    const result = options.read === false ? {} : await read(node);
    for (const { user = 1, slot = user, pin } of options.set ?? []) {
      const added = await node.getEndpoint(0).accessControl.addUser(user, { active: true }, { type: 1, slot, data: pin });
      const done = added.user === SetUserResult.OK && added.credential === SetCredentialResult.OK;
      if (!done) throw new Error(`user ${user} was not added: ${JSON.stringify(added)}`);
    }
    const security = node.getHighestSecurityClass();
    await finish(
      {
        ok: true,
        node: node.id,
        security: security === undefined ? null : (SecurityClass[security] ?? null),
        ...(included && { lowSecurity: included.lowSecurity, dsk: node.dsk ? Buffer.from(node.dsk).toString("hex") : null }),
        ...(included && { keys }),
        ...result,
      },
      0,
    );
  } catch (e) {
    await finish({ ok: false, error: e.stack }, 1);
  }
});

await driver.start();
