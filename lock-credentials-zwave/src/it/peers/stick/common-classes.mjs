// Battery, Association and Multi Channel Association, which the mock does not have, and the ways in which locks get Supervision wrong.

import {
  AssociationCCGet,
  AssociationCCRemove,
  AssociationCCReport,
  AssociationCCSet,
  AssociationCCSupportedGroupingsGet,
  AssociationCCSupportedGroupingsReport,
} from "@zwave-js/cc/AssociationCC";
import { BatteryCCGet } from "@zwave-js/cc/BatteryCC";
import { CommandClass } from "@zwave-js/cc";
import {
  MultiChannelAssociationCCGet,
  MultiChannelAssociationCCRemove,
  MultiChannelAssociationCCReport,
  MultiChannelAssociationCCSet,
} from "@zwave-js/cc/MultiChannelAssociationCC";
import { SupervisionCCReport } from "@zwave-js/cc/SupervisionCC";
import { CommandClasses, Duration, SupervisionStatus } from "@zwave-js/core";
import { Bytes } from "@zwave-js/shared";
import { createMockZWaveRequestFrame } from "@zwave-js/testing";

const LIFELINE = 1;
const LIFELINE_SIZE = 5;

export function lifelineOf(node) {
  return node.state.get("lifeline");
}

export function lifelineEndPointsOf(node) {
  return node.state.get("lifelineEndPoints") ?? [];
}

/** Whether anything unsolicited goes to the stick, by whichever of the two lists. */
export function reportsTo(node, id) {
  return lifelineOf(node).includes(id) || lifelineEndPointsOf(node).some((each) => each.nodeId === id);
}

const association = {
  handleCC(controller, node, cc) {
    const members = lifelineOf(node);
    if (cc instanceof AssociationCCSupportedGroupingsGet) {
      const report = new AssociationCCSupportedGroupingsReport({ nodeId: controller.ownNodeId, groupCount: 1 });
      return { action: "sendCC", cc: report };
    }
    if (cc instanceof AssociationCCGet) {
      // A lock answers for group 1 when asked for a group that it does not have.
      const report = new AssociationCCReport({
        nodeId: controller.ownNodeId,
        groupId: LIFELINE,
        maxNodes: LIFELINE_SIZE,
        nodeIds: members,
        reportsToFollow: 0,
      });
      return { action: "sendCC", cc: report };
    }
    if (cc instanceof AssociationCCSet) {
      const added = cc.nodeIds.filter((id) => !members.includes(id));
      if (cc.groupId !== LIFELINE || members.length + added.length > LIFELINE_SIZE) return { action: "fail" };
      members.push(...added);
      return { action: "ok" };
    }
    if (cc instanceof AssociationCCRemove) {
      const removed = cc.nodeIds?.length ? cc.nodeIds : [...members];
      node.state.set("lifeline", members.filter((id) => !removed.includes(id)));
      return { action: "ok" };
    }
  },
};

const multiChannelAssociation = {
  handleCC(controller, node, cc) {
    const members = lifelineOf(node);
    const endPoints = lifelineEndPointsOf(node);
    const among = (list, one) => list.some((each) => each.nodeId === one.nodeId && each.endpoint === one.endpoint);
    if (cc instanceof MultiChannelAssociationCCGet) {
      const report = new MultiChannelAssociationCCReport({
        nodeId: controller.ownNodeId,
        groupId: LIFELINE,
        maxNodes: LIFELINE_SIZE,
        nodeIds: members,
        endpoints: endPoints,
        reportsToFollow: 0,
      });
      return { action: "sendCC", cc: report };
    }
    if (cc instanceof MultiChannelAssociationCCSet) {
      const nodes = cc.nodeIds.filter((id) => !members.includes(id));
      const others = cc.endpoints.filter((each) => !among(endPoints, each));
      const size = members.length + endPoints.length + nodes.length + others.length;
      if (cc.groupId !== LIFELINE || size > LIFELINE_SIZE) return { action: "fail" };
      node.state.set("lifeline", [...members, ...nodes]);
      node.state.set("lifelineEndPoints", [...endPoints, ...others]);
      return { action: "ok" };
    }
    if (cc instanceof MultiChannelAssociationCCRemove) {
      const nodes = cc.nodeIds ?? [];
      const others = cc.endpoints ?? [];
      const all = nodes.length + others.length === 0;
      node.state.set("lifeline", all ? [] : members.filter((id) => !nodes.includes(id)));
      node.state.set("lifelineEndPoints", all ? [] : endPoints.filter((each) => !among(others, each)));
      return { action: "ok" };
    }
  },
};

const battery = {
  handleCC(controller, node, cc) {
    if (cc instanceof BatteryCCGet) {
      const level = node.scenario.battery ?? 90;
      const report = new CommandClass({
        nodeId: controller.ownNodeId,
        ccId: CommandClasses.Battery,
        ccCommand: 0x03,
        payload: Bytes.from([level === "low" ? 0xff : level]),
      });
      return { action: "sendCC", cc: report };
    }
  },
};

/** A node ignores the classes that it does not have; the mock would answer some of them nevertheless. */
const nothingElse = {
  handleCC(controller, node, cc) {
    const supervised = cc.isEncapsulatedWith?.(CommandClasses.Supervision);
    const has = (id) => node.implementedCCs.has(id);
    const always = [CommandClasses["No Operation"], CommandClasses["Z-Wave Protocol"]];
    if (always.includes(cc.ccId)) return undefined;
    if (!has(cc.ccId) || (supervised && !has(CommandClasses.Supervision))) return { action: "stop" };
  },
};

function supervisionReport(controller, get, status, duration) {
  return new SupervisionCCReport({
    nodeId: controller.ownNodeId,
    sessionId: get.sessionId,
    moreUpdatesFollow: status === SupervisionStatus.Working,
    status,
    duration,
  });
}

const oddSupervision = {
  handleCC(controller, node, cc) {
    const get = cc.getEncapsulatingCC?.(CommandClasses.Supervision);
    if (get && node.scenario.supervision === "noSupport") {
      return { action: "sendCC", cc: supervisionReport(controller, get, SupervisionStatus.NoSupport) };
    }
  },
  async transformResponse(controller, node, cc, response) {
    const get = cc.getEncapsulatingCC?.(CommandClasses.Supervision);
    const workingMs = node.scenario.supervision?.workingMs;
    if (get && response.cc instanceof SupervisionCCReport) {
      if (node.scenario.supervision === "silent") return { action: "stop" };
      if (workingMs !== undefined) {
        const duration = new Duration(Math.ceil(workingMs / 1000), "seconds");
        const working = supervisionReport(controller, get, SupervisionStatus.Working, duration);
        await node.sendToController(createMockZWaveRequestFrame(working, { ackRequested: false }));
        await new Promise((resolve) => setTimeout(resolve, workingMs));
      }
    }
    return response;
  },
};

export const commonBehaviors = [nothingElse, oddSupervision, association, multiChannelAssociation, battery];
