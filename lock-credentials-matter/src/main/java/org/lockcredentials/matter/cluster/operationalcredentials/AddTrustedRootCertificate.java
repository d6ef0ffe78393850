package org.lockcredentials.matter.cluster.operationalcredentials;

import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Tells the node the root of a fabric to come (11.18.6.13).
 *
 * @param root Matter TLV
 */
public record AddTrustedRootCertificate(byte[] root) implements Command<Done> {

    static final CommandType<Done> TYPE = CommandType.of(
                    OperationalCredentials.CLUSTER, 0x0B, "AddTrustedRootCertificate")
            .whenRepeatable();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.bytes(0, root);
    }
}
