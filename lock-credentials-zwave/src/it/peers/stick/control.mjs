// The control commands: what a person at the door, the weather on the air, or a hand at the plug would do.

import { SerialAPIStartedRequest } from "@zwave-js/serial/serialapi";
import { activeSchedulesOf } from "./active-schedule.mjs";
import { attack } from "./attack.mjs";
import { askTime } from "./clock.mjs";
import { lifelineEndPointsOf, lifelineOf } from "./common-classes.mjs";
import { dskOf } from "./key-exchange.mjs";
import { Event, notify, operate } from "./notification.mjs";
import { announce, clearAll, codesOf, enterUserCode, forgetCodes, store } from "./user-code.mjs";
import {
  addUserLocally,
  assignRemotely,
  credentialsOf,
  deleteUserLocally,
  enterCredential,
  forgetUsers,
  learnRemotely,
  present,
  usersOf,
} from "./user-credential.mjs";

const operations = {
  manual: [Event.MANUAL_LOCK, Event.MANUAL_UNLOCK],
  rf: [Event.RF_LOCK, Event.RF_UNLOCK],
  auto: [Event.AUTO_LOCK, Event.AUTO_LOCK],
};

export function createControl(controller, locks, network, line) {
  const nodeOf = ({ node }) => {
    const found = locks.get(node);
    if (!found) throw new Error(`no node ${node}`);
    return found;
  };
  const turn = (request, locked) => {
    const [lock, unlock] = operations[request.how ?? "manual"];
    operate(nodeOf(request), locked, locked ? lock : unlock);
    return {};
  };

  /** The lock's battery is changed: what it kept only in memory is gone, its users are not. */
  const restart = (node) => {
    node.security.restart();
    clearTimeout(node.state.get("learning")?.timer);
    node.state.delete("learning");
    node.state.delete("wrongCodes");
  };

  return {
    enterCode(request) {
      const node = nodeOf(request);
      const lock = request.lock ?? false;
      return node.scenario.userCredential
        ? enterCredential(node, request, lock)
        : enterUserCode(node, request.code, lock);
    },

    lock: (request) => turn(request, true),
    unlock: (request) => turn(request, false),

    jam(request) {
      notify(nodeOf(request), Event.JAMMED);
      return {};
    },

    addLocally(request) {
      const node = nodeOf(request);
      if (node.scenario.userCredential) {
        addUserLocally(node, request);
      } else {
        store(node, request.user, request.status ?? 1, request.code);
        announce(node, request.user);
      }
      return {};
    },

    deleteLocally(request) {
      const node = nodeOf(request);
      if (node.scenario.userCredential) {
        deleteUserLocally(node, request);
      } else if (request.user === 0) {
        clearAll(node);
      } else {
        store(node, request.user, 0);
        announce(node, request.user);
      }
      return {};
    },

    assignRemotely(request) {
      assignRemotely(nodeOf(request), request);
      return {};
    },

    learnRemotely(request) {
      learnRemotely(nodeOf(request), request);
      return {};
    },

    askTime(request) {
      askTime(nodeOf(request));
      return {};
    },

    state(request) {
      const node = nodeOf(request);
      const get = (key) => node.state.get(key) ?? null;
      const schedules = [...node.state]
        .filter(([key, value]) => key.startsWith("ScheduleEntryLock_") && value !== undefined)
        .map(([key, value]) => ({ key: key.slice("ScheduleEntryLock_".length), value }));
      return {
        mode: get("DoorLock_currentMode"),
        lifeline: lifelineOf(node),
        lifelineEndPoints: lifelineEndPointsOf(node),
        included: controller.nodes.has(node.id),
        security: node.security.describe(),
        schedules,
        ...(node.scenario.activeSchedule && { activeSchedules: activeSchedulesOf(node) }),
        ...(node.scenario.clock && { clock: get("clock"), toldTime: get("toldTime") }),
        ...(node.scenario.userCode && {
          codes: codesOf(node),
          adminCode: get("UserCode_adminCode"),
          keypadMode: get("UserCode_keypadMode"),
        }),
        ...(node.scenario.userCredential && {
          users: usersOf(node),
          credentials: credentialsOf(node),
          adminCode: get("UserCredential_adminPinCode"),
        }),
      };
    },

    frames() {
      const nodes = {};
      for (const [id, node] of locks) nodes[id] = node.air.takeCounts();
      return { line: line.takeCounts(), nodes };
    },

    mute(request) {
      nodeOf(request).air.lose(request.what ?? "answers", request.count ?? 1);
      return {};
    },

    repeat(request) {
      nodeOf(request).air.repeat(request.count ?? 1);
      return {};
    },

    delay(request) {
      nodeOf(request).air.delay(request.ms ?? 0);
      return {};
    },

    restart(request) {
      restart(nodeOf(request));
      return {};
    },

    present(request) {
      present(nodeOf(request));
      return {};
    },

    /** As it left the factory; its lifeline stays. */
    forget(request) {
      const node = nodeOf(request);
      restart(node);
      forgetUsers(node);
      forgetCodes(node);
      return {};
    },

    /** What is printed on the lock, made from its real public key. */
    dsk: (request) => dskOf(nodeOf(request)),

    /** Somebody presses the lock's button: it joins, or leaves, as soon as the stick looks for nodes. */
    join(request) {
      network.press(nodeOf(request), "join");
      return {};
    },

    leave(request) {
      network.press(nodeOf(request), "leave");
      return {};
    },

    dead(request) {
      nodeOf(request).air.dead = request.dead ?? true;
      return {};
    },

    kex(request) {
      nodeOf(request).security.exchange.disturb(request);
      return {};
    },

    air(request) {
      for (const node of request.node === undefined ? locks.values() : [nodeOf(request)]) node.air.weather(request);
      return {};
    },

    attack: (request) => attack(nodeOf(request), request),

    line(request) {
      line.set(request);
      return {};
    },

    drop() {
      line.drop();
      return {};
    },

    /** The stick restarts by itself. */
    async resetStick() {
      controller.state.clear();
      network.reset();
      const started = new SerialAPIStartedRequest({
        wakeUpReason: 0x00,
        watchdogEnabled: false,
        isListening: true,
        genericDeviceClass: 0x02,
        specificDeviceClass: 0x01,
        supportedCCs: [],
        controlledCCs: [],
        supportsLongRange: false,
      });
      await controller.sendMessageToHost(started);
      return {};
    },
  };
}
