// Send Data over the air: the stick passes bytes on and reports the acknowledgement; only the lock understands them.

import { TransmitStatus } from "@zwave-js/core";
import {
  SendDataBridgeRequest,
  SendDataBridgeRequestTransmitReport,
  SendDataBridgeResponse,
  SendDataRequest,
  SendDataRequestTransmitReport,
  SendDataResponse,
} from "@zwave-js/serial/serialapi";
import { carrierClasses } from "./air.mjs";
import { MAX_PAYLOAD } from "./transport-service.mjs";

const COMMUNICATION_STATE = "communicationState";
const NO_ACK_MS = 20;
const kinds = [
  [SendDataBridgeRequest, SendDataBridgeResponse, SendDataBridgeRequestTransmitReport],
  [SendDataRequest, SendDataResponse, SendDataRequestTransmitReport],
];

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export const sendData = {
  async onHostMessage(controller, msg) {
    const kind = kinds.find(([Request]) => msg instanceof Request);
    if (!kind) return undefined;
    const [, Response, Report] = kind;
    if (controller.state.get(COMMUNICATION_STATE)) {
      await controller.sendMessageToHost(new Response({ wasSent: false }));
      return true;
    }
    controller.state.set(COMMUNICATION_STATE, 1);
    try {
      await controller.sendMessageToHost(new Response({ wasSent: true }));
      const node = controller.nodes.get(msg.getNodeId());
      const bytes = Uint8Array.from(msg.serializedCC);
      const tooLong = carrierClasses.includes(bytes[0]) && bytes.length > MAX_PAYLOAD;
      const sent = tooLong ? undefined : node?.air.fromHost(bytes);
      if (node?.capabilities.txDelay > 0) await pause(node.capabilities.txDelay);
      const acknowledged = sent?.acknowledged ?? false;
      if (node && !acknowledged) await pause(NO_ACK_MS);
      controller.state.set(COMMUNICATION_STATE, 0);
      if (msg.callbackId !== 0) {
        const failed = tooLong ? TransmitStatus.Fail : TransmitStatus.NoAck;
        const transmitStatus = acknowledged ? TransmitStatus.OK : failed;
        await controller.sendMessageToHost(new Report({ callbackId: msg.callbackId, transmitStatus }));
      }
      sent?.deliver();
    } finally {
      controller.state.set(COMMUNICATION_STATE, 0);
    }
    return true;
  },
};
