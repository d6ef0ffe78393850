// A User Code lock as they are sold: refuses duplicates, masks, reads in bulk, tells of changes. Storage stays the mock's.

import { KeypadMode, UserIDStatus } from "@zwave-js/cc";
import {
  UserCodeCCCapabilitiesGet,
  UserCodeCCCapabilitiesReport,
  UserCodeCCExtendedUserCodeGet,
  UserCodeCCExtendedUserCodeSet,
  UserCodeCCGet,
  UserCodeCCSet,
} from "@zwave-js/cc/UserCodeCC";
import { CommandClass } from "@zwave-js/cc";
import { CommandClasses } from "@zwave-js/core";
import { Bytes } from "@zwave-js/shared";
import { ccCaps } from "@zwave-js/testing";
import { Event, codeReport, notify, operate, tell, userParameters } from "./notification.mjs";

const { Available, Enabled, Disabled, Messaging, StatusNotAvailable } = UserIDStatus;
const MAX_CODES_PER_REPORT = 4;
const codeKey = (user) => `UserCode_userCode_${user}`;
const statusKey = (user) => `UserCode_userIdStatus_${user}`;

const text = (code) => (typeof code === "string" ? code : Buffer.from(code ?? []).toString("latin1"));

export function userCodeClass(options) {
  return ccCaps({
    ccId: CommandClasses["User Code"],
    version: options.version ?? 2,
    numUsers: options.users ?? 30,
    supportsAdminCode: options.admin ?? true,
    supportsAdminCodeDeactivation: options.adminDeactivation ?? true,
    supportsUserCodeChecksum: options.checksum ?? true,
    supportedUserIDStatuses: options.statuses ?? [Available, Enabled, Disabled],
    supportedKeypadModes: options.keypadModes ?? [KeypadMode.Normal],
    supportedASCIIChars: options.chars ?? "0123456789",
  });
}

export function store(node, user, status, code) {
  node.state.set(statusKey(user), status);
  node.state.set(codeKey(user), status === Available ? undefined : code);
}

export function prepareUserCodes(node, options) {
  for (const { user, status = Enabled, code } of options.codes ?? []) store(node, user, status, code);
  if (options.adminCode !== undefined) node.state.set("UserCode_adminCode", options.adminCode);
}

export function codesOf(node) {
  const codes = [];
  const users = node.scenario.userCode.users ?? 30;
  for (let user = 1; user <= users; user++) {
    const status = node.state.get(statusKey(user)) ?? Available;
    if (status !== Available) codes.push({ user, status, code: text(node.state.get(codeKey(user))) });
  }
  return codes;
}

function seen(node, user) {
  const found = codesOf(node).find((each) => each.user === user);
  const { masked, empty } = node.scenario.userCode;
  if (user > (node.scenario.userCode.users ?? 30)) return { user, status: StatusNotAvailable, code: "" };
  if (!found) return { user, status: Available, code: { zeros: "\0\0\0\0", "0000": "0000" }[empty] ?? "" };
  return masked ? { ...found, code: "*".repeat(found.code.length) } : found;
}

/** The lock forgets everybody and tells nobody. */
export function forgetCodes(node) {
  for (const key of [...node.state.keys()]) if (key.startsWith("UserCode_")) node.state.delete(key);
}

export function clearAll(node) {
  for (const { user } of codesOf(node)) store(node, user, Available);
  notify(node, Event.ALL_CODES_DELETED);
}

/** Tells of one changed user as locks do after a Set or a change at the keypad. */
export function announce(node, user) {
  const { announces = true, reportAfterSet = false } = node.scenario.userCode;
  const { status, code } = seen(node, user);
  const event = status === Available ? Event.CODE_DELETED : Event.CODE_ADDED;
  if (announces) notify(node, event, userParameters(node, user, status, code), user);
  if (reportAfterSet) tell(node, codeReport(node, user, status, code));
}

function refusal(node, { userId, userIdStatus, userCode }) {
  const options = node.scenario.userCode;
  if (userIdStatus === Available) return undefined;
  const wanted = text(userCode);
  if (!(options.statuses ?? [Available, Enabled, Disabled]).includes(userIdStatus)) return "status";
  if ([...wanted].some((char) => !(options.chars ?? "0123456789").includes(char))) return "characters";
  if ((options.duplicates ?? "refuse") === "accept") return undefined;
  if (wanted === node.state.get("UserCode_adminCode")) return "admin";
  const other = codesOf(node).find((each) => each.code === wanted && each.user !== userId);
  if (!other) return undefined;
  notify(node, Event.CODE_DUPLICATE, userParameters(node, other.user, other.status, "*".repeat(wanted.length)), other.user);
  return "duplicate";
}

const setCodes = {
  handleCC(controller, node, cc) {
    if (!(cc instanceof UserCodeCCSet || cc instanceof UserCodeCCExtendedUserCodeSet)) return undefined;
    const codes = cc instanceof UserCodeCCSet ? [cc] : cc.userCodes;
    if (codes.length === 1 && codes[0].userId === 0) {
      // The mock clears all only for the Extended Set.
      clearAll(node);
      return { action: "ok" };
    }
    if (codes.some((code) => refusal(node, code))) return { action: "fail" };
    setTimeout(() => codes.forEach((code) => announce(node, code.userId)), 5);
    return undefined;
  },
};

const getCode = {
  handleCC(controller, node, cc) {
    if (!(cc instanceof UserCodeCCGet)) return undefined;
    const { masked, empty } = node.scenario.userCode;
    if (!masked && !empty) return undefined;
    const { user, status, code } = seen(node, cc.userId);
    return { action: "sendCC", cc: codeReport(node, user, status, code) };
  },
};

const getExtended = {
  handleCC(controller, node, cc) {
    if (!(cc instanceof UserCodeCCExtendedUserCodeGet)) return undefined;
    const occupied = codesOf(node).map((each) => each.user);
    const wanted = [cc.userId];
    if (cc.reportMore && node.scenario.userCode.bulk) {
      wanted.push(...occupied.filter((user) => user > cc.userId).slice(0, MAX_CODES_PER_REPORT - 1));
    }
    const next = occupied.find((user) => user > wanted.at(-1)) ?? 0;
    const payload = [wanted.length];
    for (const { user, status, code } of wanted.map((each) => seen(node, each))) {
      payload.push(user >> 8, user & 0xff, status, code.length, ...Buffer.from(code, "latin1"));
    }
    payload.push(next >> 8, next & 0xff);
    const report = new CommandClass({
      nodeId: controller.ownNodeId,
      ccId: CommandClasses["User Code"],
      ccCommand: 0x0d,
      payload: Bytes.from(payload),
    });
    return { action: "sendCC", cc: report };
  },
};

const bulkCapabilities = {
  handleCC(controller, node, cc) {
    if (!(cc instanceof UserCodeCCCapabilitiesGet) || !node.scenario.userCode.bulk) return undefined;
    const report = new UserCodeCCCapabilitiesReport({
      nodeId: controller.ownNodeId,
      ...node.getCCCapabilities(CommandClasses["User Code"]),
      supportsMultipleUserCodeReport: true,
      supportsMultipleUserCodeSet: true,
    });
    return { action: "sendCC", cc: report };
  },
};

/** Somebody types a code. Answers what the lock did. */
export function enterUserCode(node, code, lock) {
  const [event, locked] = lock ? [Event.KEYPAD_LOCK, true] : [Event.KEYPAD_UNLOCK, false];
  if (code === node.state.get("UserCode_adminCode")) {
    operate(node, locked, event, userParameters(node, 0, Enabled, ""), 0);
    return { accepted: true, admin: true };
  }
  const match = codesOf(node).find((each) => each.code === code);
  if (!match || match.status === Disabled) {
    const wrong = (node.state.get("wrongCodes") ?? 0) + 1;
    node.state.set("wrongCodes", wrong);
    if (wrong % 5 === 0) notify(node, Event.KEYPAD_DISABLED);
    return { accepted: false };
  }
  node.state.set("wrongCodes", 0);
  const { user, status } = match;
  const reported = node.scenario.userCode.masked ? "*".repeat(code.length) : code;
  const parameters = userParameters(node, user, status, reported);
  if (status === Messaging) notify(node, Event.MESSAGING_CODE, [user >> 8, user & 0xff], user);
  else operate(node, locked, event, parameters, user);
  return { accepted: true, user };
}

export const userCodeBehaviors = [setCodes, getCode, getExtended, bulkCapabilities];
