package org.lockcredentials.matter.cluster.operationalcredentials;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Names the fabric of the one who asks (11.18.6.11).
 *
 * @param label up to 32 octets, another than those of other fabrics
 */
public record UpdateFabricLabel(String label) implements Command<NocResponse> {

    static final CommandType<NocResponse> TYPE = CommandType.of(
                    OperationalCredentials.CLUSTER, 0x09, "UpdateFabricLabel", 0x08, NocResponse::decode)
            .whenRepeatable();

    @Override
    public CommandType<NocResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.utf8(0, label);
    }
}
