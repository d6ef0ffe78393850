package org.lockcredentials.matter.cluster.generalcommissioning;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/** Has the node keep all that was done (11.10.7.6). */
public record CommissioningComplete() implements Command<CommissioningResponse> {

    static final CommandType<CommissioningResponse> TYPE = CommandType.of(
            GeneralCommissioning.CLUSTER, 0x04, "CommissioningComplete", 0x05, CommissioningResponse::decode);

    @Override
    public CommandType<CommissioningResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        // It has no fields.
    }
}
