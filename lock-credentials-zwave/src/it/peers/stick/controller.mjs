// Where the mock controller would throw or stop for good, a real stick answers: these behaviours answer.

import { CommandClass } from "@zwave-js/cc";
import { UserCodeCCExtendedUserCodeGet } from "@zwave-js/cc/UserCodeCC";
import { CommandClasses, TransmitStatus } from "@zwave-js/core";
import {
  ApplicationUpdateRequestNodeInfoRequestFailed,
  RequestNodeInfoRequest,
  RequestNodeInfoResponse,
  SendDataBridgeRequest,
  SendDataBridgeRequestTransmitReport,
  SendDataBridgeResponse,
  SendDataRequest,
  SendDataRequestTransmitReport,
  SendDataResponse,
} from "@zwave-js/serial/serialapi";
import { Bytes } from "@zwave-js/shared";

const COMMUNICATION_STATE = "communicationState";

const sendData = [
  [SendDataBridgeRequest, SendDataBridgeResponse, SendDataBridgeRequestTransmitReport],
  [SendDataRequest, SendDataResponse, SendDataRequestTransmitReport],
];

const refuseWhileBusy = {
  async onHostMessage(controller, msg) {
    for (const [Request, Response] of sendData) {
      if (msg instanceof Request && controller.state.get(COMMUNICATION_STATE)) {
        await controller.sendMessageToHost(new Response({ wasSent: false }));
        return true;
      }
    }
  },
};

const nobodyThere = {
  async onHostMessage(controller, msg) {
    for (const [Request, Response, Report] of sendData) {
      if (msg instanceof Request && !controller.nodes.has(msg.getNodeId())) {
        await controller.sendMessageToHost(new Response({ wasSent: true }));
        if (msg.callbackId !== 0) {
          const report = new Report({ callbackId: msg.callbackId, transmitStatus: TransmitStatus.NoAck });
          await controller.sendMessageToHost(report);
        }
        return true;
      }
    }
    if (msg instanceof RequestNodeInfoRequest && !controller.nodes.has(msg.getNodeId())) {
      await controller.sendMessageToHost(new RequestNodeInfoResponse({ wasSent: true }));
      await controller.sendMessageToHost(new ApplicationUpdateRequestNodeInfoRequestFailed());
      return true;
    }
  },
};

/** A payload that the mock cannot decode would end its radio loop; a lock ignores what it does not know. */
function ignoreUndecodable(controller) {
  const send = controller.sendToNode.bind(controller);
  controller.sendToNode = (node, frame) => {
    const decode = frame.payload;
    if (typeof decode !== "function") return send(node, frame);
    const payload = async () => {
      try {
        return await decode();
      } catch {
        return new CommandClass({ nodeId: controller.ownNodeId, ccId: CommandClasses["No Operation"] });
      }
    };
    return send(node, { ...frame, payload });
  };
}

/** The library sends this command but does not read it. */
function readExtendedUserCodeGet() {
  UserCodeCCExtendedUserCodeGet.from = (raw, ctx) =>
    new UserCodeCCExtendedUserCodeGet({
      nodeId: ctx.sourceNodeId,
      userId: raw.payload.readUInt16BE(0),
      reportMore: (raw.payload[2] & 1) === 1,
    });
}

/** The library writes this response without its return value, which every stick sends. */
function writeSendDataBridgeResponse() {
  const serialize = SendDataBridgeResponse.prototype.serialize;
  SendDataBridgeResponse.prototype.serialize = function (ctx) {
    this.payload = Bytes.from([this.wasSent ? 1 : 0]);
    return serialize.call(this, ctx);
  };
}

export function harden(controller) {
  writeSendDataBridgeResponse();
  readExtendedUserCodeGet();
  ignoreUndecodable(controller);
  controller.defineBehavior(refuseWhileBusy, nobodyThere);
}
