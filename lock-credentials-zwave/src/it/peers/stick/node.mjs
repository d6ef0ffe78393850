// Makes a mock lock from one entry of the scenario.

import {
  ZWaveProtocolCCNodeInformationFrame,
  ZWaveProtocolCCRequestNodeInformationFrame,
} from "@zwave-js/cc/ZWaveProtocolCC";
import { CommandClasses, SecurityClass } from "@zwave-js/core";
import { MockNode, ccCaps } from "@zwave-js/testing";
import { createDefaultMockNodeBehaviors } from "zwave-js/Testing";
import { ACTIVE_SCHEDULE, activeScheduleBehaviors, prepareActiveSchedules } from "./active-schedule.mjs";
import { Air } from "./air.mjs";
import { clockBehaviors, prepareClock } from "./clock.mjs";
import { commonBehaviors } from "./common-classes.mjs";
import { classOf, isS2, nameOfClass } from "./keys.mjs";
import { accessControlEvents, answerNotificationGet, tellOfRemoteOperation } from "./notification.mjs";
import { Security } from "./security.mjs";
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
  if (scenario.multiChannel) {
    classes.push(
      version(CommandClasses["Multi Channel"], 4),
      version(CommandClasses["Multi Channel Association"], scenario.multiChannel.association ?? 3),
    );
  }
  if (scenario.clock) classes.push(version(CommandClasses["Time Parameters"], 1), version(CommandClasses.Time, 1));
  return classes;
}

const securityOf = (scenario) => new Set([scenario.secure ?? []].flat().map(classOf));

function securityClassesOf(supported) {
  const s2 = [...supported].some(isS2);
  return [
    ...(s2 ? [{ ccId: CommandClasses["Security 2"], version: 1 }] : []),
    // Whatever speaks S2 speaks Transport Service.
    ...(s2 ? [{ ccId: CommandClasses["Transport Service"], version: 2 }] : []),
    ...(supported.has(SecurityClass.S0_Legacy) ? [{ ccId: CommandClasses.Security, version: 1 }] : []),
  ];
}

/** The mock lists every class; a lock lists what it answers in the clear. */
const nodeInformation = {
  handleCC(controller, node, cc) {
    if (!(cc instanceof ZWaveProtocolCCRequestNodeInformationFrame)) return undefined;
    const { capabilities } = node;
    const supportedCCs = node.security.openClasses();
    const frame = new ZWaveProtocolCCNodeInformationFrame({ nodeId: node.id, ...capabilities, supportedCCs });
    return { action: "sendCC", cc: frame };
  },
};

/** Makes the lock of one entry. One that is not included yet is known here, but not to the stick. */
export async function createNode(controller, scenario, keys) {
  const supported = securityOf(scenario);
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
      supportsSecurity: supported.size > 0,
      commandClasses: [...classesOf(scenario), ...securityClassesOf(supported)].filter(
        ({ ccId }) => !scenario.without?.includes(ccId),
      ),
    },
  });
  node.scenario = scenario;
  node.security = new Security(node, supported);
  node.air = new Air(node);
  const included = scenario.included ?? true;
  const missing = [...supported].find((each) => included && !keys.has(each));
  if (missing !== undefined) throw new Error(`no key ${nameOfClass(missing)} for node ${scenario.id}`);
  await node.security.grant(included ? new Map([...keys].filter(([each]) => supported.has(each))) : new Map());
  node.state.set("lifeline", scenario.lifeline ?? [controller.ownNodeId]);
  if (scenario.userCode) prepareUserCodes(node, scenario.userCode);
  if (scenario.userCredential) prepareUsers(node, scenario.userCredential);
  if (scenario.activeSchedule) prepareActiveSchedules(node);
  if (scenario.clock) prepareClock(node);
  node.defineBehavior(...createDefaultMockNodeBehaviors());
  node.defineBehavior(
    ...commonBehaviors,
    nodeInformation,
    answerNotificationGet,
    tellOfRemoteOperation,
    ...(scenario.userCode ? userCodeBehaviors : []),
    ...(scenario.userCredential ? userCredentialBehaviors : []),
    ...(scenario.activeSchedule ? activeScheduleBehaviors : []),
    ...(scenario.clock ? clockBehaviors : []),
  );
  if (included) controller.addNode(node);
  return node;
}
