// Active Schedule for the users of User Credential, which the library does not have: slots, chains and a switch, as the class definition names them.
// There is no public text. What a lock does here beyond its fields (no user, no slot: refused; a report to the lifeline after each change) is a guess.

import { CommandClass } from "@zwave-js/cc";
import { CommandClasses } from "@zwave-js/core";
import { Bytes } from "@zwave-js/shared";
import { tell } from "./notification.mjs";
import { usersOf } from "./user-credential.mjs";

export const ACTIVE_SCHEDULE = 0xa4;
const RESPONSE = 0;
const MODIFIED_BY_Z_WAVE = 2;

/** One row for each kind: the commands, how long the fields of a schedule are before the metadata, how many slots a user has. */
const kinds = [
  { name: "yearDay", set: 0x06, get: 0x07, report: 0x08, fields: 12 },
  { name: "dailyRepeating", set: 0x09, get: 0x0a, report: 0x0b, fields: 5 },
];

const u16 = (n) => [n >> 8, n & 0xff];

export function activeSchedulesOf(node) {
  return node.state.get("activeSchedules");
}

export function prepareActiveSchedules(node) {
  node.state.set("activeSchedules", { slots: {}, enabled: {} });
}

function answer(controller, command, payload) {
  return new CommandClass({
    nodeId: controller.ownNodeId,
    ccId: ACTIVE_SCHEDULE,
    ccCommand: command,
    payload: Bytes.from(payload),
  });
}

function capabilities(controller, { slots, users }) {
  return answer(controller, 0x02, [
    1,
    CommandClasses["User Credential"],
    ...u16(users),
    ...u16(slots.yearDay),
    ...u16(slots.dailyRepeating),
  ]);
}

function scheduleReport(controller, node, kind, user, slot, code) {
  const held = activeSchedulesOf(node).slots;
  const prefix = `${user}/${kind.name}/`;
  const next = Object.keys(held)
    .filter((key) => key.startsWith(prefix))
    .map((key) => Number(key.slice(prefix.length)))
    .filter((other) => other > slot)
    .sort((a, b) => a - b)[0];
  const fields = held[prefix + slot] ?? Array(kind.fields + 1).fill(0);
  return answer(controller, kind.report, [
    code,
    CommandClasses["User Credential"],
    ...u16(user),
    ...u16(slot),
    ...u16(next ?? 0),
    ...fields,
  ]);
}

function enableReport(controller, node, user, code) {
  const enabled = activeSchedulesOf(node).enabled[user] ? 1 : 0;
  return answer(controller, 0x05, [CommandClasses["User Credential"], ...u16(user), enabled | (code << 1)]);
}

const activeSchedule = {
  handleCC(controller, node, cc) {
    if (cc.ccId !== ACTIVE_SCHEDULE || !node.scenario.activeSchedule) return undefined;
    const { yearDay = 2, dailyRepeating = 2 } = node.scenario.activeSchedule;
    const slots = { yearDay, dailyRepeating };
    const raw = cc.payload;
    const state = activeSchedulesOf(node);
    const report = (response) => {
      tell(node, response);
      return { action: "ok" };
    };
    const knows = (target, user) =>
      target === CommandClasses["User Credential"] && usersOf(node).some((each) => each.user === user);
    if (cc.ccCommand === 0x01) {
      const users = node.scenario.userCredential?.users ?? 30;
      return { action: "sendCC", cc: capabilities(controller, { slots, users }) };
    }
    if (cc.ccCommand === 0x03 || cc.ccCommand === 0x04) {
      const user = raw.readUInt16BE(1);
      if (!knows(raw[0], user)) return { action: "fail" };
      if (cc.ccCommand === 0x04) return { action: "sendCC", cc: enableReport(controller, node, user, RESPONSE) };
      state.enabled[user] = (raw[3] & 1) === 1;
      return report(enableReport(controller, node, user, MODIFIED_BY_Z_WAVE));
    }
    for (const kind of kinds) {
      if (cc.ccCommand === kind.get) {
        const user = raw.readUInt16BE(1);
        const slot = raw.readUInt16BE(3);
        if (!knows(raw[0], user) || slot > slots[kind.name]) return { action: "fail" };
        return { action: "sendCC", cc: scheduleReport(controller, node, kind, user, slot, RESPONSE) };
      }
      if (cc.ccCommand === kind.set) {
        const user = raw.readUInt16BE(2);
        const slot = raw.readUInt16BE(4);
        if (!knows(raw[1], user) || slot < 1 || slot > slots[kind.name]) return { action: "fail" };
        const place = `${user}/${kind.name}/${slot}`;
        if ((raw[0] & 0x03) === 1) state.slots[place] = [...raw.subarray(6)];
        else delete state.slots[place];
        return report(scheduleReport(controller, node, kind, user, slot, MODIFIED_BY_Z_WAVE));
      }
    }
    return { action: "fail" };
  },
};

export const activeScheduleBehaviors = [activeSchedule];
