// Where the mock controller would throw or stop for good, a real stick answers: these behaviours answer.

import { UserCodeCCExtendedUserCodeGet } from "@zwave-js/cc/UserCodeCC";
import {
  ApplicationUpdateRequestNodeInfoRequestFailed,
  RequestNodeInfoRequest,
  RequestNodeInfoResponse,
  SendDataBridgeResponse,
} from "@zwave-js/serial/serialapi";
import { Bytes } from "@zwave-js/shared";
import { sendData } from "./radio.mjs";

const nobodyThere = {
  async onHostMessage(controller, msg) {
    if (msg instanceof RequestNodeInfoRequest && !controller.nodes.has(msg.getNodeId())) {
      await controller.sendMessageToHost(new RequestNodeInfoResponse({ wasSent: true }));
      await controller.sendMessageToHost(new ApplicationUpdateRequestNodeInfoRequestFailed());
      return true;
    }
  },
};

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
  controller.defineBehavior(sendData, nobodyThere);
}
