// zwave-js's own driver on a stick behind a TCP port, with keys that are given or made.

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { Driver } from "zwave-js";

const classic = ["S2_AccessControl", "S2_Authenticated", "S2_Unauthenticated", "S0_Legacy"];
const longRange = { LR_S2_AccessControl: "S2_AccessControl", LR_S2_Authenticated: "S2_Authenticated" };

/** NAME=32 hexadecimal digits, one per line; # begins a comment. */
export function readKeys(path) {
  const lines = readFileSync(path, "utf8").split(/\r?\n/).map((line) => line.replace(/#.*/, "").trim());
  return Object.fromEntries(
    lines.filter(Boolean).map((line) => {
      const [, title = "", key] = /^(\w+)\s*=\s*([0-9a-fA-F]{32})$/.exec(line) ?? [];
      // The SDK names Long Range behind, S2_AccessControlLR.
      const name = title.replace(/^(\w+)LR$/, "LR_$1");
      if (!classic.includes(name) && !(name in longRange)) throw new Error("a key file has lines NAME=32 hexadecimal digits");
      return [name, key.toUpperCase()];
    }),
  );
}

export function makeKeys() {
  const names = [...classic, ...Object.keys(longRange)];
  return Object.fromEntries(names.map((name) => [name, randomBytes(16).toString("hex").toUpperCase()]));
}

const bytesOf = (hex) => Uint8Array.from(Buffer.from(hex, "hex"));

/** A driver that changes nothing by itself: no soft reset, no interview unless asked for. */
export function createDriver(port, cacheDir, keys, options = {}) {
  const named = (names) => names.flatMap(([name, own]) => (keys[name] ? [[own, bytesOf(keys[name])]] : []));
  return new Driver(`tcp://127.0.0.1:${port}`, {
    logConfig: { enabled: process.env.PEER_LOG !== undefined, level: "silly", forceConsole: true },
    storage: { cacheDir, lockDir: cacheDir },
    securityKeys: Object.fromEntries(named(classic.map((name) => [name, name]))),
    securityKeysLongRange: Object.fromEntries(named(Object.entries(longRange))),
    // Without this the first interview of a User Code lock deletes every code.
    interview: { queryAllUserCodes: true, disableOnNodeAdded: true },
    attempts: { openSerialPort: 1, nodeInterview: 1 },
    timeouts: { report: 1000 },
    features: { softReset: false },
    testingHooks: { skipFirmwareIdentification: true, skipNodeInterview: true },
    ...options,
  });
}
