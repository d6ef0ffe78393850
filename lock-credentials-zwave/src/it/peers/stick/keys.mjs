// Security classes by name, and network keys as Z-Wave software prints them: NAME and 32 hexadecimal digits.

import { SecurityClass } from "@zwave-js/core";

const names = ["S2_AccessControl", "S2_Authenticated", "S2_Unauthenticated", "S0_Legacy"];

/** From the strongest to the weakest. */
export const strongestFirst = names.map((name) => SecurityClass[name]);

export const nameOfClass = (securityClass) => SecurityClass[securityClass];
export const highestOf = (classes) => strongestFirst.find((each) => classes.has(each));
export const isS2 = (securityClass) => securityClass !== undefined && securityClass !== SecurityClass.S0_Legacy;

export function classOf(name) {
  if (!names.includes(name)) throw new Error(`no security class ${name}`);
  return SecurityClass[name];
}

export function keyOf(text) {
  if (!/^[0-9a-fA-F]{32}$/.test(text)) throw new Error("a key has 32 hexadecimal digits");
  return Uint8Array.from(Buffer.from(text, "hex"));
}

/** {NAME: hex} as a map from security class to bytes. */
export function keysOf(named = {}) {
  return new Map(Object.entries(named).map(([name, text]) => [classOf(name), keyOf(text)]));
}
