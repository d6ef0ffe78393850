package org.lockcredentials.matter.cluster.generalcommissioning;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Tells the node where it is (11.10.7.4).
 *
 * @param country two letters, XX for unknown
 */
public record SetRegulatoryConfig(RegulatoryLocation location, String country, long breadcrumb)
        implements Command<CommissioningResponse> {

    static final CommandType<CommissioningResponse> TYPE = CommandType.of(
                    GeneralCommissioning.CLUSTER, 0x02, "SetRegulatoryConfig", 0x03, CommissioningResponse::decode)
            .whenRepeatable();

    @Override
    public CommandType<CommissioningResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, location.code()).utf8(1, country).unsigned(2, breadcrumb);
    }
}
