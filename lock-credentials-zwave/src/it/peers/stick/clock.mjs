// A clock that is set by Time Parameters, and a lock that asks its controller for the time.

import { CommandClass } from "@zwave-js/cc";
import { TimeCCTimeGet, TimeCCTimeReport } from "@zwave-js/cc/TimeCC";
import { CommandClasses } from "@zwave-js/core";
import { Bytes } from "@zwave-js/shared";
import { tell } from "./notification.mjs";

const SET = 0x01;
const GET = 0x02;
const REPORT = 0x03;

/** As on the wire: year, month, day, hour, minute, second; all zero until it is set. */
export function prepareClock(node) {
  node.state.set("clock", Array(7).fill(0));
}

export function askTime(node) {
  tell(node, new TimeCCTimeGet({ nodeId: node.controller.ownNodeId }));
}

const clock = {
  handleCC(controller, node, cc) {
    if (cc instanceof TimeCCTimeReport) {
      node.state.set("toldTime", { hour: cc.hour, minute: cc.minute, second: cc.second });
      return { action: "ok" };
    }
    if (cc.ccId !== CommandClasses["Time Parameters"]) return undefined;
    if (cc.ccCommand === SET) {
      const at = cc.dateAndTime;
      node.state.set("clock", [
        at.getUTCFullYear() >> 8,
        at.getUTCFullYear() & 0xff,
        at.getUTCMonth() + 1,
        at.getUTCDate(),
        at.getUTCHours(),
        at.getUTCMinutes(),
        at.getUTCSeconds(),
      ]);
      return { action: "ok" };
    }
    if (cc.ccCommand === GET) {
      const report = new CommandClass({
        nodeId: controller.ownNodeId,
        ccId: CommandClasses["Time Parameters"],
        ccCommand: REPORT,
        payload: Bytes.from(node.state.get("clock")),
      });
      return { action: "sendCC", cc: report };
    }
  },
};

export const clockBehaviors = [clock];
