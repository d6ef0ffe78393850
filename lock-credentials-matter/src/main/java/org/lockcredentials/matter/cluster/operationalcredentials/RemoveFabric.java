package org.lockcredentials.matter.cluster.operationalcredentials;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Takes the node out of a fabric (11.18.6.12).
 *
 * @param fabricIndex the node's number of it
 */
public record RemoveFabric(int fabricIndex) implements Command<NocResponse> {

    static final CommandType<NocResponse> TYPE =
            CommandType.of(OperationalCredentials.CLUSTER, 0x0A, "RemoveFabric", 0x08, NocResponse::decode);

    @Override
    public CommandType<NocResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, fabricIndex);
    }
}
