// A stick and locks that are zwave-js's mocks and nothing else: its default behaviours, its security, its inclusion.
// What is added here only makes them from a scenario, and looks at what they hold.

import { NotificationCCReport } from "@zwave-js/cc/NotificationCC";
import { Security2CC } from "@zwave-js/cc/Security2CC";
import { CommandClasses, generateECDHKeyPair } from "@zwave-js/core";
import { MockNode, MockZWaveFrameType, ccCaps, createMockZWaveRequestFrame } from "@zwave-js/testing";
import { createDefaultMockNodeBehaviors } from "zwave-js/Testing";
import { dskOf } from "./key-exchange.mjs";
import { classOf, highestOf, isS2, nameOfClass } from "./keys.mjs";
import { codesOf, forgetCodes, prepareUserCodes, userCodeClass } from "./user-code.mjs";
import { credentialsOf, forgetUsers, prepareUsers, userCredentialClass, usersOf } from "./user-credential.mjs";

const INCLUSION_STATE = "inclusionState";
const ACCESS_CONTROL = 6;
const ENTRY_CONTROL = 0x40;
const SECURE_KEYPAD_DOOR_LOCK = 0x03;
const carriers = [CommandClasses.Security, CommandClasses["Security 2"]];

const securityOf = (scenario) => new Set([scenario.secure ?? []].flat().map(classOf));

function classesOf(scenario) {
  const supported = securityOf(scenario);
  const s2 = [...supported].some(isS2);
  const s0 = [...supported].some((each) => !isS2(each));
  // A mock tells as supported securely what is marked so; what is not marked, it answers all the same.
  const secure = scenario.marked ?? supported.size > 0;
  const own = [
    { ccId: CommandClasses["Z-Wave Plus Info"], version: 2 },
    { ccId: CommandClasses.Version, version: 3, secure },
    { ccId: CommandClasses["Manufacturer Specific"], version: 2, secure },
    { ccId: CommandClasses.Supervision, version: 1 },
    ccCaps({ ccId: CommandClasses["Door Lock"], version: 4, secure }),
    ccCaps({
      ccId: CommandClasses.Notification,
      version: 8,
      secure,
      supportsV1Alarm: false,
      notificationTypesAndEvents: { [ACCESS_CONTROL]: [5, 6, 0x23, 0x24] },
    }),
    ...(scenario.userCredential ? [{ ...userCredentialClass(scenario.userCredential), secure }] : []),
    ...(scenario.userCode ? [{ ...userCodeClass(scenario.userCode), secure }] : []),
    ...(s2 ? [{ ccId: CommandClasses["Security 2"], version: 1 }] : []),
    ...(s0 ? [{ ccId: CommandClasses.Security, version: 1 }] : []),
  ];
  return own.filter(({ ccId }) => !scenario.without?.includes(ccId));
}

function capabilitiesOf(scenario) {
  return {
    manufacturerId: scenario.manufacturer ?? 0xfff0,
    productType: scenario.productType ?? 1,
    productId: scenario.productId ?? scenario.id,
    genericDeviceClass: ENTRY_CONTROL,
    specificDeviceClass: SECURE_KEYPAD_DOOR_LOCK,
    supportsSecurity: securityOf(scenario).size > 0,
    securityClasses: securityOf(scenario),
    commandClasses: classesOf(scenario),
    ...(scenario.radioMs !== undefined && { txDelay: scenario.radioMs }),
  };
}

function prepare(node, scenario) {
  node.scenario = scenario;
  if (scenario.userCode) prepareUserCodes(node, scenario.userCode);
  if (scenario.userCredential) prepareUsers(node, scenario.userCredential);
}

/** Commands that a node has got, without those that are about security only. */
function countCommands(node) {
  const frames = node.receivedControllerFrames.splice(0);
  const commands = {};
  for (const { type, payload } of frames) {
    if (type !== MockZWaveFrameType.Request || (carriers.includes(payload.ccId) && !payload.encapsulated)) continue;
    const { ccId, ccCommand } = payload.encapsulated ?? payload;
    const name = Buffer.from([ccId, ccCommand ?? 0]).toString("hex").toUpperCase();
    commands[name] = (commands[name] ?? 0) + 1;
  }
  const fromNode = node.sentControllerFrames.splice(0).filter(({ type }) => type === MockZWaveFrameType.Request).length;
  return { toNode: frames.filter(({ type }) => type === MockZWaveFrameType.Request).length, fromNode, commands };
}

/** Makes the locks of a plain scenario and the commands that there are for them. */
export async function createPlainControl(controller, scenario, line) {
  const nodes = new Map();
  const outside = new Map();
  for (const entry of scenario.nodes) {
    if (entry.included === false) {
      // Made beforehand, so that what is printed on the lock is known before it joins.
      outside.set(entry.id, { scenario: entry, ecdhKeyPair: await generateECDHKeyPair() });
      continue;
    }
    const node = await MockNode.create({ id: entry.id, controller, capabilities: capabilitiesOf(entry) });
    prepare(node, entry);
    node.defineBehavior(...createDefaultMockNodeBehaviors());
    controller.addNode(node);
    nodes.set(entry.id, node);
  }

  const nodeOf = ({ node }) => {
    const found = nodes.get(node);
    if (!found) throw new Error(`no node ${node}`);
    return found;
  };

  return {
    state(request) {
      const node = nodeOf(request);
      const granted = highestOf(securityOf(node.scenario));
      return {
        mode: node.state.get("DoorLock_currentMode") ?? null,
        security: { granted: granted === undefined ? [] : [nameOfClass(granted)] },
        ...(node.scenario.userCode && { codes: codesOf(node) }),
        ...(node.scenario.userCredential && { users: usersOf(node), credentials: credentialsOf(node) }),
      };
    },

    forget(request) {
      forgetUsers(nodeOf(request));
      forgetCodes(nodeOf(request));
      return {};
    },

    frames() {
      return { line: line.takeCounts(), nodes: Object.fromEntries([...nodes].map(([id, node]) => [id, countCommands(node)])) };
    },

    /** Something happens at the door, and the lock tells by a notification, encapsulated in Security 2 where it has that. */
    async event(request) {
      const node = nodeOf(request);
      const cc = new NotificationCCReport({
        nodeId: controller.ownNodeId,
        notificationType: ACCESS_CONTROL,
        notificationEvent: request.event,
        eventParameters: Uint8Array.from(request.parameters ?? []),
      });
      const s2 = [...securityOf(node.scenario)].some(isS2);
      const sealed = s2 ? Security2CC.encapsulate(cc, node.id, node.securityManagers) : cc;
      await node.sendToController(createMockZWaveRequestFrame(sealed, { ackRequested: false }));
      return {};
    },

    dsk({ node }) {
      return dskOf(outside.get(node) ?? nodeOf({ node }));
    },

    /** It joins when the stick is told to add a node from now on. */
    join({ node: id }) {
      const found = outside.get(id);
      if (!found) throw new Error(`no node ${id} is outside`);
      // The mock takes the second Stop after an inclusion, which hosts are told to send, for the start of another.
      controller.state.delete(INCLUSION_STATE);
      controller.nodePendingInclusion = {
        id,
        capabilities: capabilitiesOf(found.scenario),
        setup(node) {
          node.ecdhKeyPair = found.ecdhKeyPair;
          prepare(node, found.scenario);
          nodes.set(id, node);
          outside.delete(id);
        },
      };
      return {};
    },

    drop() {
      line.drop();
      return {};
    },
  };
}
