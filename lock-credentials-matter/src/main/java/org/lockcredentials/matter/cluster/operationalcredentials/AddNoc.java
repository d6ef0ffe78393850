package org.lockcredentials.matter.cluster.operationalcredentials;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Takes the node into a fabric (AddNOC, 11.18.6.8).
 *
 * @param noc Matter TLV
 * @param icac Matter TLV
 * @param identityProtection 16 octets, the epoch key; lent for the length of the command
 * @param adminSubject the node id that may administer the node, unsigned
 */
public record AddNoc(byte[] noc, Optional<byte[]> icac, Secret identityProtection, long adminSubject, int adminVendorId)
        implements Command<NocResponse> {

    static final CommandType<NocResponse> TYPE =
            CommandType.of(OperationalCredentials.CLUSTER, 0x06, "AddNoc", 0x08, NocResponse::decode);

    @Override
    public CommandType<NocResponse> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.bytes(0, noc)
                .optional(1, icac, TlvWriter::bytes)
                .secret(2, identityProtection)
                .unsigned(3, adminSubject)
                .unsigned(4, adminVendorId);
    }
}
