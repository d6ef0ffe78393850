// Door Lock operations and the Access Control notifications that a lock sends of its own accord.

import { CommandClass, DoorLockMode } from "@zwave-js/cc";
import { DoorLockCCOperationReport, DoorLockCCOperationSet } from "@zwave-js/cc/DoorLockCC";
import { NotificationCCGet, NotificationCCSet } from "@zwave-js/cc/NotificationCC";
import { UserCodeCCReport } from "@zwave-js/cc/UserCodeCC";
import { CommandClasses, Duration } from "@zwave-js/core";
import { Bytes } from "@zwave-js/shared";
import { createMockZWaveRequestFrame } from "@zwave-js/testing";
import { reportsTo } from "./common-classes.mjs";

const ACCESS_CONTROL = 0x06;

export const Event = {
  MANUAL_LOCK: 0x01,
  MANUAL_UNLOCK: 0x02,
  RF_LOCK: 0x03,
  RF_UNLOCK: 0x04,
  KEYPAD_LOCK: 0x05,
  KEYPAD_UNLOCK: 0x06,
  AUTO_LOCK: 0x09,
  JAMMED: 0x0b,
  ALL_CODES_DELETED: 0x0c,
  CODE_DELETED: 0x0d,
  CODE_ADDED: 0x0e,
  CODE_DUPLICATE: 0x0f,
  KEYPAD_DISABLED: 0x10,
  MESSAGING_CODE: 0x20,
  CREDENTIAL_LOCK: 0x23,
  CREDENTIAL_UNLOCK: 0x24,
  CREDENTIAL_USER_DISABLED: 0x2f,
  INVALID_CREDENTIAL: 0x32,
};

export const accessControlEvents = Object.values(Event);

// Alarm v1 types as Schlage, Kwikset and Yale locks use them; the level carries the user.
const alarmTypes = new Map([
  [Event.MANUAL_LOCK, 21],
  [Event.MANUAL_UNLOCK, 22],
  [Event.RF_LOCK, 24],
  [Event.RF_UNLOCK, 25],
  [Event.KEYPAD_LOCK, 18],
  [Event.KEYPAD_UNLOCK, 19],
  [Event.AUTO_LOCK, 27],
  [Event.JAMMED, 9],
  [Event.CODE_ADDED, 112],
  [Event.CODE_DUPLICATE, 113],
  [Event.CODE_DELETED, 33],
]);

/** Every unsolicited command of a lock leaves here, so encapsulation has one place. */
export function tell(node, cc) {
  if (!reportsTo(node, node.controller.ownNodeId)) return;
  void node.sendToController(createMockZWaveRequestFrame(cc, { ackRequested: false }));
}

export function notify(node, event, parameters = [], user = 0) {
  const info = node.implementedCCs.get(CommandClasses.Notification);
  if (!info) return;
  const withAlarm = info.version === 1 || node.scenario.notification?.alarm;
  const alarm = withAlarm ? [alarmTypes.get(event) ?? 0, user & 0xff] : [0, 0];
  const payload =
    info.version === 1 ? alarm : [...alarm, 0, 0xff, ACCESS_CONTROL, event, parameters.length, ...parameters];
  tell(node, report(node, payload));
}

function report(node, payload) {
  return new CommandClass({
    nodeId: node.controller.ownNodeId,
    ccId: CommandClasses.Notification,
    ccCommand: 0x05,
    payload: Bytes.from(payload),
  });
}

const NO_EVENT = 0x00;

/** The mock answers what is supported only; asked for the state, a lock without a standing event says idle. */
export const answerNotificationGet = {
  handleCC(controller, node, cc) {
    if (cc instanceof NotificationCCSet) return { action: "ok" };
    if (cc instanceof NotificationCCGet) {
      const payload = [0, 0, 0, 0xff, cc.notificationType ?? ACCESS_CONTROL, NO_EVENT, 0];
      return { action: "sendCC", cc: report(node, payload) };
    }
  },
};

/** The parameters of an event that names a user of a User Code lock: a byte, a whole User Code Report, or nothing. */
export function userParameters(node, user, status, code) {
  switch (node.scenario.notification?.user ?? "id") {
    case "none":
      return [];
    case "report":
      return [0x63, 0x03, user, status, ...Buffer.from(code, "latin1")];
    default:
      return [user];
  }
}

/** Credential Usage Data: User Unique Identifier, number of credentials, then type and slot of each. */
export function usageParameters(user, credentials) {
  const parameters = [user >> 8, user & 0xff, credentials.length];
  for (const { type, slot } of credentials) parameters.push(type, slot >> 8, slot & 0xff);
  return parameters;
}

function operationReport(node, mode) {
  const handles = [true, true, true, true];
  return new DoorLockCCOperationReport({
    nodeId: node.controller.ownNodeId,
    currentMode: mode,
    targetMode: mode,
    duration: new Duration(0, "seconds"),
    outsideHandlesCanOpenDoor: handles,
    insideHandlesCanOpenDoor: handles,
  });
}

/** Turns the bolt, then tells of it as locks do: the Door Lock Operation Report, then the notification. */
export function operate(node, locked, event, parameters, user) {
  const mode = locked ? DoorLockMode.Secured : DoorLockMode.Unsecured;
  node.state.set("DoorLock_currentMode", mode);
  tell(node, operationReport(node, mode));
  notify(node, event, parameters, user);
}

export function codeReport(node, user, status, code) {
  return new UserCodeCCReport({
    nodeId: node.controller.ownNodeId,
    userId: user,
    userIdStatus: status,
    userCode: Bytes.from(Buffer.from(code, "latin1")),
  });
}

export const tellOfRemoteOperation = {
  handleCC(controller, node, cc) {
    if (cc instanceof DoorLockCCOperationSet) {
      const locked = cc.mode === DoorLockMode.Secured;
      setTimeout(() => operate(node, locked, locked ? Event.RF_LOCK : Event.RF_UNLOCK), 5);
    }
  },
};
