// Makes a mock lock from one entry of the scenario.

import { CommandClasses } from "@zwave-js/core";
import { MockNode, ccCaps } from "@zwave-js/testing";
import { createDefaultMockNodeBehaviors } from "zwave-js/Testing";
import { ACTIVE_SCHEDULE, activeScheduleBehaviors, prepareActiveSchedules } from "./active-schedule.mjs";
import { Air } from "./air.mjs";
import { clockBehaviors, prepareClock } from "./clock.mjs";
import { commonBehaviors } from "./common-classes.mjs";
import { accessControlEvents, answerNotificationGet, tellOfRemoteOperation } from "./notification.mjs";
import { prepareUserCodes, userCodeBehaviors, userCodeClass } from "./user-code.mjs";
import { prepareUsers, userCredentialBehaviors, userCredentialClass } from "./user-credential.mjs";

const ENTRY_CONTROL = 0x40;
const SECURE_KEYPAD_DOOR_LOCK = 0x03;

function classesOf(scenario) {
  const version = (ccId, standard) => ({ ccId, version: scenario.versions?.[ccId] ?? standard });
  const classes = [
    version(CommandClasses["Z-Wave Plus Info"], 2),
    version(CommandClasses.Version, 3),
    version(CommandClasses["Manufacturer Specific"], 2),
    version(CommandClasses.Association, 2),
    version(CommandClasses.Battery, 1),
    version(CommandClasses.Supervision, 1),
    ccCaps({ ...version(CommandClasses["Door Lock"], 4) }),
    ccCaps({
      ...version(CommandClasses.Notification, 8),
      supportsV1Alarm: scenario.notification?.alarm ?? false,
      notificationTypesAndEvents: { 6: accessControlEvents },
    }),
  ];
  if (scenario.userCredential) classes.push(userCredentialClass(scenario.userCredential));
  if (scenario.userCode) classes.push(userCodeClass(scenario.userCode));
  if (scenario.schedules) {
    classes.push(
      ccCaps({
        ...version(CommandClasses["Schedule Entry Lock"], 3),
        numWeekDaySlots: scenario.schedules.weekDay ?? 2,
        numYearDaySlots: scenario.schedules.yearDay ?? 2,
        numDailyRepeatingSlots: scenario.schedules.dailyRepeating ?? 2,
      }),
    );
  }
  if (scenario.activeSchedule) classes.push({ ccId: ACTIVE_SCHEDULE, version: 1 });
  if (scenario.clock) classes.push(version(CommandClasses["Time Parameters"], 1), version(CommandClasses.Time, 1));
  return classes.filter(({ ccId }) => !scenario.without?.includes(ccId));
}

// Security goes here and into notification.mjs (tell): securityClasses from scenario.secure, and the two classes above.
export async function createNode(controller, scenario) {
  const node = await MockNode.create({
    id: scenario.id,
    controller,
    capabilities: {
      manufacturerId: scenario.manufacturer ?? 0xfff0,
      productType: scenario.productType ?? 1,
      productId: scenario.productId ?? scenario.id,
      firmwareVersion: scenario.firmware ?? "1.2",
      genericDeviceClass: ENTRY_CONTROL,
      specificDeviceClass: SECURE_KEYPAD_DOOR_LOCK,
      isListening: !scenario.flirs,
      isFrequentListening: scenario.flirs ? "1000ms" : false,
      txDelay: scenario.radioMs ?? 0,
      commandClasses: classesOf(scenario),
    },
  });
  node.scenario = scenario;
  node.air = new Air(node);
  node.state.set("lifeline", scenario.lifeline ?? [controller.ownNodeId]);
  if (scenario.userCode) prepareUserCodes(node, scenario.userCode);
  if (scenario.userCredential) prepareUsers(node, scenario.userCredential);
  if (scenario.activeSchedule) prepareActiveSchedules(node);
  if (scenario.clock) prepareClock(node);
  node.defineBehavior(...createDefaultMockNodeBehaviors());
  node.defineBehavior(
    ...commonBehaviors,
    answerNotificationGet,
    tellOfRemoteOperation,
    ...(scenario.userCode ? userCodeBehaviors : []),
    ...(scenario.userCredential ? userCredentialBehaviors : []),
    ...(scenario.activeSchedule ? activeScheduleBehaviors : []),
    ...(scenario.clock ? clockBehaviors : []),
  );
  controller.addNode(node);
  return node;
}
