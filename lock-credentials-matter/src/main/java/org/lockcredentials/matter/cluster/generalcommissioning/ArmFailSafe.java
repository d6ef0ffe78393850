package org.lockcredentials.matter.cluster.generalcommissioning;

import java.time.Duration;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Has the node take back all that follows unless commissioning is complete in time (11.10.7.2).
 *
 * @param expiry 0 disarms, which takes all back at once
 */
public record ArmFailSafe(Duration expiry, long breadcrumb) implements Command<CommissioningResponse> {

    static final CommandType<CommissioningResponse> TYPE = CommandType.of(
                    GeneralCommissioning.CLUSTER, 0x00, "ArmFailSafe", 0x01, CommissioningResponse::decode)
            .whenRepeatable();

    @Override
    public CommandType<CommissioningResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, expiry.toSeconds()).unsigned(1, breadcrumb);
    }
}
