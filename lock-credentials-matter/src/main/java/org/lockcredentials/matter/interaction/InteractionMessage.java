package org.lockcredentials.matter.interaction;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/** A message of the interaction model (10.7). */
public sealed interface InteractionMessage
        permits StatusResponse,
                ReadRequest,
                SubscribeRequest,
                SubscribeResponse,
                ReportData,
                WriteRequest,
                WriteResponse,
                InvokeRequest,
                InvokeResponse,
                TimedRequest {

    /** InteractionModelRevision of release 1.4 of the specification. */
    int REVISION = 12;

    /** The field of the revision, which every message has. */
    int REVISION_TAG = 0xFF;

    /** The number of the message in its protocol (10.2.1). */
    int opcode();

    /** Writes the message's own fields. */
    void fields(TlvWriter out);

    /** The payload; it may hold a code and is wiped by the one who sends it. */
    default byte[] encode() {
        return Tlv.structure(out -> {
            fields(out);
            out.unsigned(REVISION_TAG, REVISION);
        });
    }

    /** Reads the message of that opcode. */
    static InteractionMessage decode(int opcode, byte[] payload) throws DecodeException {
        TlvStructure in = Tlv.decodeStructure(payload);
        return switch (opcode) {
            case StatusResponse.OPCODE -> StatusResponse.decode(in);
            case ReadRequest.OPCODE -> ReadRequest.decode(in);
            case SubscribeRequest.OPCODE -> SubscribeRequest.decode(in);
            case SubscribeResponse.OPCODE -> SubscribeResponse.decode(in);
            case ReportData.OPCODE -> ReportData.decode(in);
            case WriteRequest.OPCODE -> WriteRequest.decode(in);
            case WriteResponse.OPCODE -> WriteResponse.decode(in);
            case InvokeRequest.OPCODE -> InvokeRequest.decode(in);
            case InvokeResponse.OPCODE -> InvokeResponse.decode(in);
            case TimedRequest.OPCODE -> TimedRequest.decode(in);
            default -> throw new DecodeException("the interaction model has no opcode " + opcode);
        };
    }
}
